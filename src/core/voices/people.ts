import { HE, SHE } from './lexicon/grammar.ts';
import { COURTESY_TITLES, TITLES } from './lexicon/people.ts';
import { GROUPS, PLACES } from './lexicon/places.ts';
import type { Mention } from './mentions.ts';

/** Somebody whom the text names or describes, and every form in which it does so. */
export interface Person {
  /** The fullest form of the name, without titles; for somebody without a name the description. */
  name: string;
  /** What the text says that the person is. */
  role: string | null;
  readonly forms: Set<string>;
  /** The words of titles and roles that stand beside the name, in lower case. */
  readonly titles: Set<string>;
  readonly named: boolean;
}

/** The people of an article, in the order in which it first mentions them. */
export interface People {
  readonly all: Person[];
  readonly byWord: Map<string, Person[]>;
}

/** An empty cast, to be filled with `personNamed`. */
export function noPeople(): People {
  return { all: [], byWord: new Map() };
}

/**
 * The person whom a name means: one of the same name, or the one met last whose name ends, or else begins, with it.
 * A name that fits nobody makes a new person.
 */
export function personNamed(people: People, mention: Mention): Person {
  const words = nameWords(mention.words);
  const known = findNamed(people, words);
  const person = known ?? addPerson(people, mention.words, true);
  note(people, person, mention);
  return person;
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
}

function findNamed(people: People, words: readonly string[]): Person | undefined {
  const last = words.at(-1) ?? '';
  const first = words[0] ?? '';
  const sharing = people.byWord.get(last) ?? [];
  if (words.length === 1)
    return (
      sharing.findLast((person) => nameWords(person.name).at(-1) === last) ??
      sharing.findLast((person) => nameWords(person.name)[0] === last)
    );
  const fitting = (person: Person): boolean => {
    const own = nameWords(person.name);
    return own.at(-1) === last && (own.length === 1 || own[0] === first || own[0]?.[0] === first);
  };
  return sharing.findLast(fitting);
}

function addPerson(people: People, name: string, named: boolean): Person {
  const person: Person = { name, role: null, forms: new Set(), titles: new Set(), named };
  people.all.push(person);
  return person;
}

/** Remembers a further form, title or role of a person; the longest form becomes the name. */
function note(people: People, person: Person, mention: Mention): void {
  if (!person.forms.has(mention.words)) {
    person.forms.add(mention.words);
    if (mention.words.split(' ').length > person.name.split(' ').length && person.named)
      person.name = mention.words;
    for (const word of new Set(nameWords(mention.words))) {
      const list = people.byWord.get(word) ?? [];
      if (!list.includes(person)) list.push(person);
      people.byWord.set(word, list);
    }
  }
  if (mention.role === null) return;
  if (person.role === null) person.role = mention.role;
  for (const word of mention.role.toLowerCase().split(/[^\p{L}-]+/u))
    if (TITLES.has(word)) person.titles.add(word);
}

/** Whom a description means: the person met last who bears all its titles, else somebody without a name. */
export function personDescribed(people: People, mention: Mention): Person {
  const words = nameWords(mention.words).filter((word) => TITLES.has(word));
  const titled =
    words.length === 0
      ? undefined
      : people.all.findLast((person) => person.named && words.every((word) => person.titles.has(word)));
  if (titled !== undefined) return titled;
  const same = people.all.find(
    (person) => !person.named && person.name.toLowerCase() === mention.words.toLowerCase(),
  );
  const person = same ?? addPerson(people, mention.words, false);
  person.forms.add(mention.words);
  return person;
}

/** Whether a pronoun can stand for one person. */
export function isPersonal(pronoun: string): boolean {
  return HE.has(pronoun) || SHE.has(pronoun);
}

/** Whether "he" or "she" may mean this person: not where the name is that of a place or of a body of people. */
export function isSomebody(person: Person): boolean {
  if (person.titles.size > 0) return true;
  const words = nameWords(person.name);
  if (COURTESY_TITLES.has(words[0] ?? '')) return true;
  return !words.some((word) => GROUPS.has(word) || PLACES.has(word));
}
