import {
  FEMALE_NOUNS,
  MALE_NOUNS,
  PERSON_NOUNS,
  ROLE_ADJECTIVES,
  ROLE_NOUNS,
  TITLES,
} from './lexicon/people.ts';
import { GROUPS, NAMESAKE_NOUNS, NAMESAKE_PLACES, PLACES } from './lexicon/places.ts';
import { courtesyOf, givenSexOf, nameWords } from './names.ts';
import type { Person } from './people.ts';

const HUMAN_NOUNS = [MALE_NOUNS, FEMALE_NOUNS, PERSON_NOUNS, ROLE_NOUNS, TITLES];

/** Whether the text or the name tells "he" or "she" of a person; null where neither does. */
export function sexOf(person: Person): 'he' | 'she' | null {
  const words = nameWords(person.name);
  const noun =
    person.kind === 'named'
      ? (words[0] ?? '')
      : (words.find((word) => MALE_NOUNS.has(word) || FEMALE_NOUNS.has(word)) ?? '');
  if (MALE_NOUNS.has(noun)) return 'he';
  if (FEMALE_NOUNS.has(noun)) return 'she';
  const told = person.he === person.she ? null : person.he > person.she ? 'he' : 'she';
  return told !== null && person.he + person.she > 1 ? told : (givenSexOf(words) ?? told);
}

/**
 * Whether "he" or "she" can mean this person: anybody named who is no group, and whoever is described by a human noun;
 * the author is "I".
 */
export function isHuman(person: Person): boolean {
  if (person.kind === 'author') return false;
  if (person.kind === 'described') return isHumanNoun(person.name);
  return !isGroup(person) && (person.acts > 0 || person.titles.size > 0 || hasGivenName(person));
}

/** True for a name that begins with a known given name or a form of address. */
export function hasGivenName(person: Person): boolean {
  const words = nameWords(person.name);
  return courtesyOf(words) !== null || givenSexOf(words) !== null;
}

/** Whether the name is that of a place or a body of people, which "he" and "she" never mean. */
export function isGroup(person: Person): boolean {
  if (person.titles.size > 0 || person.kind === 'author') return false;
  if (person.kind === 'described' && isPlural(person.name)) return true;
  const words = nameWords(person.name);
  if (person.kind === 'named' && courtesyOf(words) !== null) return false;
  if (words.length === 1 && NAMESAKE_PLACES.has(words[0]!)) return true;
  if (words.some((word) => (GROUPS.has(word) || PLACES.has(word)) && !NAMESAKE_NOUNS.has(word))) return true;
  const surname = words.length === 1 || givenSexOf(words) !== null;
  return (!surname && words.some((word) => NAMESAKE_NOUNS.has(word))) || /^\p{Lu}{2,}$/u.test(person.name);
}

/** Whether the name is that of a place; "they" does not mean a place. */
export function isPlace(person: Person): boolean {
  if (person.kind !== 'named') return false;
  return nameWords(person.name).every((word) => PLACES.has(word) || NAMESAKE_PLACES.has(word));
}

/** True for a description of one human being ("the old man", "head of the police"). */
export function isHumanNoun(description: string): boolean {
  const head = headOf(description);
  if (ROLE_ADJECTIVES.has(head)) return false;
  return HUMAN_NOUNS.some((nouns) => nouns.has(head)) || /(?:(?:wo)?man|-year-old)$/.test(head);
}

/** True for a description of several human beings ("foreign ministers"). */
function isPlural(description: string): boolean {
  const head = headOf(description);
  if (/^(?:people|men|women|children|police|others)$/.test(head)) return true;
  const one = head.endsWith('ies') ? `${head.slice(0, -3)}y` : head.slice(0, -1);
  return head.endsWith('s') && (GROUPS.has(one) || HUMAN_NOUNS.some((nouns) => nouns.has(one)));
}

/** True for a description that a pronoun could mean: of human beings or of a body of people. */
export function mayBeMeant(description: string): boolean {
  return (
    isHumanNoun(description) ||
    isPlural(description) ||
    nameWords(description).some((word) => GROUPS.has(word))
  );
}

/** The noun that a description is about: the last word before any "of". */
function headOf(description: string): string {
  const words = nameWords(description);
  const of = words.indexOf('of');
  return words[of > 0 ? of - 1 : words.length - 1] ?? '';
}
