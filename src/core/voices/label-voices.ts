import type { Label } from './labels.ts';
import type { Mention } from './mentions.ts';
import { initialsOf } from './names.ts';
import { addForm, personNamed, type People, type Person } from './people.ts';

/** The people whom labels name, and the short forms that labels give them. */
export interface LabelVoices {
  /** By the index of the labelled block; null for a label that names nobody (`Q:`). */
  readonly people: ReadonlyMap<number, Person | null>;
  readonly shorts: ReadonlyMap<Person, string>;
}

const LETTERS = /^\p{Lu}{1,5}$/u;

/**
 * Finds whom each label means. A label may give an abbreviation for later ("Name (AB)"), be one, be the initials of
 * somebody named elsewhere, or a part of a name; a label that fits nobody makes a new person.
 */
export function voicesOfLabels(labels: ReadonlyMap<number, Label>, people: People): LabelVoices {
  const shorts = new Map<string, Person>();
  const found = new Map<number, Person | null>();
  const spelledOut = [...labels].filter(([, label]) => !LETTERS.test(label.name));
  for (const [index, label] of spelledOut) found.set(index, personSpelledOut(label, people, shorts));
  const labelled = [...new Set(found.values())].filter((person) => person !== null);
  const named = people.all
    .filter((person) => person.kind === 'named')
    .toSorted((a, b) => b.mentions - a.mentions);
  for (const [index, label] of labels) {
    if (!LETTERS.test(label.name)) continue;
    const known = shorts.get(label.name) ?? null;
    const person =
      known ?? (label.kind === 'name' ? personAbbreviated(label, people, { labelled, named }) : null);
    if (person !== null) shorts.set(label.name, person);
    found.set(index, person);
  }
  return { people: found, shorts: new Map([...shorts].map(([short, person]) => [person, short])) };
}

function personSpelledOut(label: Label, people: People, shorts: Map<string, Person>): Person | null {
  if (label.kind !== 'name') return null;
  const abbreviated = label.note !== null && LETTERS.test(label.note);
  const role = abbreviated ? null : label.note;
  const person = personNamed(people, mentionOf(label, inCase(label.name), role));
  if (abbreviated && label.note !== null) shorts.set(label.note, person);
  return person;
}

/** "AHOLA" as "Ahola". */
function inCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}

/** Whose initials or letters a label is; somebody new where they are nobody's. */
function personAbbreviated(
  label: Label,
  people: People,
  among: { labelled: readonly Person[]; named: readonly Person[] },
): Person {
  const { labelled, named } = among;
  const letters = label.name;
  const person =
    labelled.find((candidate) => initialsOf(candidate.name) === letters) ??
    named.find((candidate) => initialsOf(candidate.name) === letters) ??
    labelled.find((candidate) => isLettersOf(candidate, letters)) ??
    onlyOne(labelled.filter((candidate) => candidate.name[0] === letters[0])) ??
    named.find((candidate) => isLettersOf(candidate, letters));
  if (person === undefined) return personNamed(people, mentionOf(label, letters));
  addForm(people, person, letters);
  return person;
}

function mentionOf({ start, end }: Label, words: string, role: string | null = null): Mention {
  return { start, end, kind: 'name', words, role };
}

function onlyOne(people: readonly Person[]): Person | undefined {
  return people.length === 1 ? people[0] : undefined;
}

/** "WN" of "Wikinews": the letters of a name of one word, in order, from its first. */
function isLettersOf(person: Person, letters: string): boolean {
  return [...person.forms].some((form) => holdsLetters(form.toUpperCase(), letters));
}

function holdsLetters(word: string, letters: string): boolean {
  if (word.includes(' ') || letters.length < 2 || word.length < 6 || word[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
