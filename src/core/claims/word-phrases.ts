import type { WordRuleId } from './word-rules.ts';

/*
 * English words and phrases that are marked as they stand. Marks are words of a phrase too (`no - one`). What is listed
 * under `none` is passed over: idioms in which a word says something else, and absolutes that are denied.
 */
const PHRASES: Readonly<Partial<Record<WordRuleId | 'none', string>>> = {
  none: `not only, not just, not merely, if only, not everyone, not everybody, not everything, not everywhere, not all,
    not always, not every, not necessarily, not completely, not entirely, not totally, not absolutely, not wholly,
    not solely, not exclusively, not certainly, not impossible, not uniquely, not unique, not likely,
    at all, after all, above all, first of all, most of all, least of all, best of all, worst of all, all right, all in all,
    all of a sudden, all but, all the same, all the more, all the better, all the best, once and for all, all along,
    all too, all at once, not least, last but not least, at the latest, at the earliest, at best, at worst, at its best,
    best wishes, best regards, best friend, had best, every other, every now and then, every so often, every bit,
    every once in a while, none other than, none the less, none the wiser, none too, never mind, nothing less than,
    nothing new, anything but, could not, may day, as soon as, at once, only if, only then, only now,
    only just, only child, for one, on the one hand, all very well, all the while, think twice, thought twice`,
  total: `never, never ever, always, everyone, everybody, everything, everywhere, nobody, no one, no - one, nothing,
    nowhere, none, every, each and every, all, forever, for ever, without exception, without exceptions, no exception,
    no exceptions, completely, entirely, totally, wholly, utterly, fully, invariably, unanimous, unanimously, the entire,
    the whole of, not a single, not once, at no time, under no circumstances, at all times`,
  only: `only, solely, exclusively, nothing but, no other, nothing else, no one else, nobody else`,
  certain: `definitely, certainly, undoubtedly, undeniably, indisputably, unquestionably, absolutely, without doubt,
    without a doubt, beyond doubt, no doubt, inevitably, inevitable, impossible, unavoidable, guaranteed, for certain,
    for sure, there is no question, it is obvious, it is clear, it's obvious, it's clear, obviously, of course`,
  open: `may, might, could, perhaps, maybe, probably, possibly, likely, unlikely, presumably, seem, seems, seemed,
    seemingly, appear to, appears to, appeared to, it appears, it appeared, apparently, potentially, conceivably,
    it is possible, it's possible, it is likely, it is probable, there is a chance, cannot be ruled out,
    can't be ruled out, can not be ruled out, cannot be excluded, can't be excluded, cannot rule out, can't rule out,
    not ruled out, as if, supposedly, hypothetically, in theory, tend to, tends to, doubtful, uncertain, unclear,
    remains to be seen`,
  view: `i think, i believe, i guess, i suppose, i assume, i suspect, i doubt, i would say, i'd say, we think,
    we believe, we assume, we suspect, in my opinion, in my view, in our opinion, in our view, as i see it, to my mind,
    as far as i know, as far as we know, as far as i can tell, it seems to me, it appears to me, arguably`,
  hearsay: `reportedly, allegedly, it is said, it's said, they say, people say, it is rumoured, it is rumored, rumour has it,
    rumor has it, it is reported, it was reported, it is believed, it is thought, is said to, are said to, is believed to,
    are believed to, sources say, according to sources, some say`,
  extent: `largely, mostly, mainly, partly, partially, somewhat, to some extent, to a certain extent, to a large extent,
    more or less, in part, for the most part, relatively, almost never, almost always,
    hardly ever, nearly always`,
  frequency: `most of the time, often, sometimes, usually, generally, typically, frequently, occasionally, rarely, seldom, in general,
    as a rule, some time, sometime, soon, at some point, sooner or later, in the near future, from time to time, recently,
    one day soon, some day, someday`,
  share: `almost all, nearly all, practically all, virtually all, almost everyone, nearly everyone, almost every,
    nearly every, almost none, half of, half the, half a, fifty - fifty`,
  majority: `most of, a majority, the majority, the vast majority, the great majority, the overwhelming majority`,
  ratio: `twice, thrice, doubled, doubling, tripled, tripling, trebled, quadrupled, halved, halving, double the, double what,
    triple the, half as many, half as much, twofold, threefold, fourfold, fivefold, sixfold, tenfold, hundredfold`,
  unmatched: `unprecedented, unique, uniquely, unparalleled, unrivalled, unrivaled, unequalled, unequaled, unheard of,
    never before, second to none, record high, record low, all - time high, all - time low, of all time,
    in living memory, without precedent, without equal`,
  relative: `yesterday, today, tomorrow, tonight, the day before yesterday, the day after tomorrow, nowadays, a year ago,
    a month ago, a week ago, a day ago, an hour ago, a decade ago, a century ago`,
  duration: `half an hour, a day and a half, a year and a half, overnight, for decades, for years, for centuries,
    for months, for weeks`,
};

/** A phrase by its words, and the rule that marks it; null where it is passed over. */
export interface Phrase {
  readonly words: readonly string[];
  readonly rule: WordRuleId | null;
}

/** The phrases by their first word, the longest first. */
export const PHRASES_BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirstWord();

function phrasesByFirstWord(): Map<string, Phrase[]> {
  const result = new Map<string, Phrase[]>();
  for (const [rule, list] of Object.entries(PHRASES)) {
    for (const phrase of list.split(',')) {
      const words = phrase.trim().split(/\s+/);
      const first = result.get(words[0]!) ?? [];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
      first.push({ words, rule: rule === 'none' ? null : (rule as WordRuleId) });
      result.set(words[0]!, first);
    }
  }
  for (const list of result.values()) list.sort((a, b) => b.words.length - a.words.length);
  return result;
}
