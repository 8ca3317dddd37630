import type { Label } from './labels.ts';
import { addForm, nameWords, personNamed, type People, type Person } from './people.ts';

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
  const labelled = new Set([...found.values()].filter((person) => person !== null));
  for (const [index, label] of labels) {
    if (!LETTERS.test(label.name)) continue;
    const person = label.kind === 'name' ? personAbbreviated(label, people, { shorts, labelled }) : null;
    if (person !== null) shorts.set(label.name, person);
    found.set(index, person);
  }
  return { people: found, shorts: new Map([...shorts].map(([short, person]) => [person, short])) };
}

function personSpelledOut(label: Label, people: People, shorts: Map<string, Person>): Person | null {
  if (label.kind !== 'name') return null;
  const abbreviated = label.note !== null && LETTERS.test(label.note);
  const role = abbreviated ? null : label.note;
  const person = personNamed(people, {
    start: label.start,
    end: label.end,
    kind: 'name',
    words: inCase(label.name),
    role,
  });
  if (abbreviated && label.note !== null) shorts.set(label.note, person);
  return person;
}

/** "AHOLA" as "Ahola". */
function inCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}

function personAbbreviated(
  label: Label,
  people: People,
  known: { shorts: Map<string, Person>; labelled: Set<Person> },
): Person {
  const letters = label.name;
  const labelled = [...known.labelled];
  const named = people.all.filter((person) => person.named).toSorted((a, b) => b.mentions - a.mentions);
  const person =
    known.shorts.get(letters) ??
    labelled.find((candidate) => initialsOf(candidate.name) === letters) ??
    named.find((candidate) => initialsOf(candidate.name) === letters) ??
    labelled.find((candidate) => isLettersOf(candidate.name, letters)) ??
    onlyOne(labelled.filter((candidate) => candidate.name[0] === letters[0])) ??
    named.find((candidate) => isLettersOf(candidate.name, letters));
  if (person === undefined)
    return personNamed(people, {
      start: label.start,
      end: label.end,
      kind: 'name',
      words: letters,
      role: null,
    });
  addForm(people, person, letters);
  return person;
}

function onlyOne(people: readonly Person[]): Person | undefined {
  return people.length === 1 ? people[0] : undefined;
}

/** "JOT" of "Jeremy Olmsted-Thompson". */
function initialsOf(name: string): string {
  const words = nameWords(name).flatMap((word) => word.split('-'));
  return words.length < 2 ? '' : words.map((word) => word[0]?.toUpperCase() ?? '').join('');
}

/** "WN" of "Wikinews": the letters of a one-word name, in order, from its first. */
function isLettersOf(name: string, letters: string): boolean {
  const word = name.toUpperCase();
  if (word.includes(' ') || letters.length < 2 || word.length < 6 || word[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
