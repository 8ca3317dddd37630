import { sexOf } from './human.ts';
import { SPELLED_OUT, TITLES } from './lexicon/people.ts';
import type { Mention } from './mentions.ts';
import { courtesyOf, givenSexOf, nameWords } from './names.ts';

/** Somebody whom the text names or describes, and every form in which it does so. */
export interface Person {
  /** The fullest form of the name, without titles; for somebody without a name the description. */
  name: string;
  /** What the text says that the person is. */
  role: string | null;
  readonly forms: Set<string>;
  /** The titles that stand beside the name, in lower case: "vice president". */
  readonly titles: Set<string>;
  /** Named, only described ("the waggoner"), or the author, who is "I". */
  readonly kind: 'named' | 'described' | 'author';
  /** How often the text goes on with "he" and with "she" after naming the person. */
  he: number;
  she: number;
  /** How often the name was the subject of a verb. */
  acts: number;
  /** How often the text names the person. */
  mentions: number;
  /** When the person was met last: a count that goes up with each mention. */
  met: number;
}

/** The people of an article, in the order in which it first mentions them, and by the words of their names. */
export interface People {
  /** Who writes the article; in none of the other lists. */
  readonly author: Person;
  readonly all: Person[];
  readonly byWord: Map<string, Person[]>;
  /** Whom a form of a name meant last; emptied when a new name or form turns up. */
  readonly byForm: Map<string, Person>;
  readonly byTitle: Map<string, Person[]>;
  readonly byDescription: Map<string, Person>;
  mentions: number;
}

/** How many people of one name are told apart: those entered last. */
const MOST_NAMESAKES = 20;

/** Nobody yet; filled by `personNamed` and `personDescribed`. */
export function noPeople(): People {
  return {
    author: newPerson('Author', 'author'),
    all: [],
    byWord: new Map(),
    byForm: new Map(),
    byTitle: new Map(),
    byDescription: new Map(),
    mentions: 0,
  };
}

/**
 * The person whom a name means: one of the same name, or the one met last whose name ends, or else begins, with it.
 * A name that fits nobody makes a new person.
 */
export function personNamed(people: People, mention: Mention): Person {
  const known = people.byForm.get(mention.words) ?? findNamed(people, nameWords(mention.words));
  const person = known ?? addPerson(people, mention.words, 'named');
  note(people, person, mention);
  people.byForm.set(mention.words, person);
  person.mentions++;
  person.met = ++people.mentions;
  return person;
}

function findNamed(people: People, words: readonly string[]): Person | undefined {
  const last = words.at(-1) ?? '';
  const sharing = (people.byWord.get(last) ?? []).slice(-MOST_NAMESAKES);
  if (words.length === 1) {
    return (
      sharing.findLast((person) => nameWords(person.name).at(-1) === last) ??
      sharing.findLast((person) => nameWords(person.name)[0] === last || isShortForm(person, last))
    );
  }
  const title = courtesyOf(words);
  if (title !== null)
    return sharing.findLast((person) => nameWords(person.name).at(-1) === last && suitsTitle(person, title));
  return sharing.findLast((person) => {
    const own = nameWords(person.name);
    if (own.at(-1) !== last)
      return own.length === words.length && own.every((word, index) => word === words[index]);
    return (
      own.length === 1 ||
      own[0] === words[0] ||
      isInitialOf(own[0], words[0]) ||
      (own.length === 2 && courtesyOf(own) !== null && suits(words, own))
    );
  });
}

function isShortForm(person: Person, letters: string): boolean {
  for (const form of person.forms) if (form.toLowerCase() === letters) return true;
  return false;
}

function isInitialOf(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

function suitsTitle(person: Person, title: 'he' | 'she'): boolean {
  const own = nameWords(person.name);
  const sex = sexOf(person);
  return own.length === 1
    ? sex === null || sex === title
    : sex === title || (sex === null && courtesyOf(own) === null);
}

/** True where a given name and a form of address can be one person's. */
function suits(words: readonly string[], address: readonly string[]): boolean {
  const given = givenSexOf(words);
  return given === null || given === courtesyOf(address);
}

function addPerson(people: People, name: string, kind: Person['kind']): Person {
  const person = newPerson(name, kind);
  people.all.push(person);
  return person;
}

function newPerson(name: string, kind: Person['kind']): Person {
  return {
    name,
    role: null,
    forms: new Set(),
    titles: new Set(),
    kind,
    he: 0,
    mentions: 0,
    she: 0,
    acts: 0,
    met: 0,
  };
}

/** Remembers a further form, title or role of a person; the longest form becomes the name. */
function note(people: People, person: Person, mention: Mention): void {
  if (!person.forms.has(mention.words)) {
    if (person.kind === 'named' && fuller(mention.words, person.name)) person.name = mention.words;
    addForm(people, person, mention.words);
  }
  if (mention.role === null) return;
  if (person.role === null) person.role = mention.role;
  const title = titleIn(mention.role);
  if (title === '' || person.titles.has(title)) return;
  person.titles.add(title);
  people.byTitle.set(title, [...(people.byTitle.get(title) ?? []).slice(-MOST_NAMESAKES), person]);
}

/** Enters a further form of a person's name, so that it finds the person. */
export function addForm(people: People, person: Person, form: string): void {
  person.forms.add(form);
  people.byForm.clear();
  for (const word of new Set(nameWords(form))) {
    const list = people.byWord.get(word) ?? [];
    if (!list.slice(-MOST_NAMESAKES).includes(person)) list.push(person);
    people.byWord.set(word, list);
  }
}

/** The words of a role that are titles, spelled out: "vice president" of "U.S. Vice President". */
function titleIn(role: string): string {
  return nameWords(role)
    .map((word) => SPELLED_OUT.get(word) ?? word)
    .filter((word) => TITLES.has(word))
    .join(' ');
}

/** A name with a given name is fuller than one with a form of address, and more words are fuller than fewer. */
function fuller(form: string, name: string): boolean {
  const [a, b] = [nameWords(form), nameWords(name)];
  if (courtesyOf(b) !== null && courtesyOf(a) === null) return a.length > 1;
  return a.length > b.length && !(courtesyOf(a) !== null && b.length > 1);
}

/** Whom a description means: the person met last who bears its title, else somebody without a name. */
export function personDescribed(people: People, mention: Mention): Person {
  const title = TITLES.has(nameWords(mention.words).at(-1) ?? '') ? titleIn(mention.words) : '';
  const bearers = (people.byTitle.get(title) ?? []).filter((person) => bears(person, mention.words));
  const bearer = bearers.toSorted((a, b) => b.met - a.met)[0];
  if (bearer !== undefined) return bearer;
  const words = mention.words.toLowerCase();
  const person = people.byDescription.get(words) ?? addPerson(people, mention.words, 'described');
  people.byDescription.set(words, person);
  person.forms.add(mention.words);
  return person;
}

/** "The health minister" is no minister of another field: all words of the description stand in the person's role. */
function bears(person: Person, description: string): boolean {
  const role = nameWords(person.role ?? '');
  return nameWords(description).every((word) => TITLES.has(word) || role.includes(word));
}
