import { FEMALE_NAMES, FEMALE_NOUNS, MALE_NAMES, MALE_NOUNS } from './lexicon/people.ts';

/** The words of a name in lower case, without stops. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
}

/** The sex that a form of address tells ("mr pett"); null for a name without one. */
export function courtesyOf(words: readonly string[]): 'he' | 'she' | null {
  const first = words[0] ?? '';
  if (words.length < 2) return null;
  return MALE_NOUNS.has(first) ? 'he' : FEMALE_NOUNS.has(first) ? 'she' : null;
}

/** The sex that a given name tells; null for a name that is in neither list. */
export function givenSexOf(words: readonly string[]): 'he' | 'she' | null {
  const first = words[0] ?? '';
  return MALE_NAMES.has(first) ? 'he' : FEMALE_NAMES.has(first) ? 'she' : null;
}

/** "JOT" of "Jeremy Olmsted-Thompson"; empty for a single word. */
export function initialsOf(name: string): string {
  const words = nameWords(name).flatMap((word) => word.split('-'));
  return words.length < 2 ? '' : words.map((word) => word[0]?.toUpperCase() ?? '').join('');
}
