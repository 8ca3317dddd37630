const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,20}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/**
 * A date and time of RFC 3339, as the W3C's model and Hypothesis write it, as ISO 8601 in UTC with milliseconds: the
 * form that a note's own times have, in which the order of texts is the order of times. Null for anything else: days
 * that the calendar does not have, a missing time zone, years outside 0 to 9999. A leap second is the moment before.
 */
export function utcOf(text: string): string | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60 || part(9) > 23 || part(10) > 59) return null;
  const ahead = (part(9) * 60 + part(10)) * (match[8] === '-' ? -1 : 1);
  const minutes = hour * 60 + minute - ahead;
  const date = shiftDay([year, month, day], Math.floor(minutes / 1440));
  if (!date) return null;
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const time = [Math.floor(ofDay / 60), ofDay % 60, Math.min(second, 59)].map((n) => digits(n, 2)).join(':');
  const milliseconds = second === 60 ? '999' : (match[7] ?? '').slice(0, 3).padEnd(3, '0');
  return `${digits(date[0], 4)}-${digits(date[1], 2)}-${digits(date[2], 2)}T${time}.${milliseconds}Z`;
}

const digits = (number: number, width: number): string => String(number).padStart(width, '0');

type CalendarDay = [year: number, month: number, day: number];

/** The day before, the same day or the day after; null outside the years 0 to 9999. */
function shiftDay([year, month, day]: CalendarDay, by: number): CalendarDay | null {
  if (by === 0) return [year, month, day];
  if (by > 0) {
    if (day < daysIn(year, month)) return [year, month, day + 1];
    if (month < 12) return [year, month + 1, 1];
    return year === 9999 ? null : [year + 1, 1, 1];
  }
  if (day > 1) return [year, month, day - 1];
  if (month > 1) return [year, month - 1, daysIn(year, month - 1)];
  return year === 0 ? null : [year - 1, 12, 31];
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
