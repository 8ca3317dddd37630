/**
 * A date as ISO 8601 has it (the day, or as much of it as is said) from what pages and files write: ISO dates with
 * anything behind them, or a day with the month in English. Null for what is no such date; none is guessed.
 */
export function isoDate(written: string | null | undefined): string | null {
  const text = written?.trim().slice(0, 80) ?? '';
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:$|[T\s])/.exec(text);
  if (iso) {
    const [, year, month, day] = iso;
    return valid(Number(year), Number(month), day === undefined ? null : Number(day));
  }
  const spoken =
    /^(?:\p{L}+,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(\p{L}{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s+)?(\d{4})\b/u.exec(
      text,
    );
  if (!spoken) return /^\d{4}$/.test(text) ? text : null;
  const [, before, name, after, year] = spoken;
  const month = MONTHS.indexOf(name!.slice(0, 3).toLowerCase()) + 1;
  const day = before ?? after;
  return month === 0 ? null : valid(Number(year), month, day === undefined ? null : Number(day));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function valid(year: number, month: number, day: number | null): string | null {
  const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30];
  const longest = [...days, 31, 31, 30, 31, 30, 31][month - 1];
  if (longest === undefined || (day !== null && (day < 1 || day > longest))) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return [String(year), two(month), ...(day === null ? [] : [two(day)])].join('-');
}
