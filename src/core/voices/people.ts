import {
  FEMALE_NAMES,
  FEMALE_NOUNS,
  MALE_NAMES,
  MALE_NOUNS,
  PERSON_NOUNS,
  ROLE_NOUNS,
  TITLES,
} from './lexicon/people.ts';
import { GROUPS, NAMESAKE_PLACES, PLACES } from './lexicon/places.ts';
import type { Mention } from './mentions.ts';

/** Somebody whom the text names or describes, and every form in which it does so. */
export interface Person {
  /** The fullest form of the name, without titles; for somebody without a name the description. */
  name: string;
  /** What the text says that the person is. */
  role: string | null;
  readonly forms: Set<string>;
  /** The titles that stand beside the name, in lower case: "vice president". */
  readonly titles: Set<string>;
  readonly named: boolean;
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
  const person = known ?? addPerson(people, mention.words, true);
  note(people, person, mention);
  people.byForm.set(mention.words, person);
  person.mentions++;
  person.met = ++people.mentions;
  return person;
}

/** The words of a name in lower case, without stops. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
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
      (own.length === 2 && courtesyOf(own) !== null && suits(words, own[0]))
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

/** "mr" of "mr pett"; null for a name without a form of address. */
function courtesyOf(words: readonly string[]): 'he' | 'she' | null {
  const first = words[0] ?? '';
  if (words.length < 2) return null;
  return MALE_NOUNS.has(first) ? 'he' : FEMALE_NOUNS.has(first) ? 'she' : null;
}

function suitsTitle(person: Person, title: 'he' | 'she'): boolean {
  const own = nameWords(person.name);
  const sex = sexOf(person);
  return own.length === 1
    ? sex === null || sex === title
    : sex === title || (sex === null && courtesyOf(own) === null);
}

function suits(words: readonly string[], title: string | undefined): boolean {
  const first = words[0] ?? '';
  if (MALE_NAMES.has(first)) return MALE_NOUNS.has(title ?? '');
  return FEMALE_NAMES.has(first) ? FEMALE_NOUNS.has(title ?? '') : true;
}

function addPerson(people: People, name: string, named: boolean): Person {
  const person: Person = {
    name,
    role: null,
    forms: new Set(),
    titles: new Set(),
    named,
    he: 0,
    mentions: 0,
    she: 0,
    acts: 0,
    met: 0,
  };
  people.all.push(person);
  return person;
}

/** Remembers a further form, title or role of a person; the longest form becomes the name. */
function note(people: People, person: Person, mention: Mention): void {
  if (!person.forms.has(mention.words)) {
    if (person.named && fuller(mention.words, person.name)) person.name = mention.words;
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

/** The words of a role that are titles: "vice president" of "U.S. Vice President". */
function titleIn(role: string): string {
  return nameWords(role)
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
  const bearers = people.byTitle.get(title) ?? [];
  const bearer = bearers.reduce<Person | null>(
    (last, person) => (last === null || person.met > last.met ? person : last),
    null,
  );
  if (bearer !== null) return bearer;
  const words = mention.words.toLowerCase();
  const person = people.byDescription.get(words) ?? addPerson(people, mention.words, false);
  people.byDescription.set(words, person);
  person.forms.add(mention.words);
  return person;
}

/** Whether the text or the name tells "he" or "she" of a person; null where neither does. */
export function sexOf(person: Person): 'he' | 'she' | null {
  const words = nameWords(person.name);
  const marked = person.named
    ? (words[0] ?? '')
    : (words.find((word) => MALE_NOUNS.has(word) || FEMALE_NOUNS.has(word)) ?? '');
  if (MALE_NOUNS.has(marked)) return 'he';
  if (FEMALE_NOUNS.has(marked)) return 'she';
  if (person.he !== person.she && person.he + person.she > 1) return person.he > person.she ? 'he' : 'she';
  if (MALE_NAMES.has(marked)) return 'he';
  if (FEMALE_NAMES.has(marked)) return 'she';
  return person.he === person.she ? null : person.he > person.she ? 'he' : 'she';
}

/** True for a description that a pronoun could mean: of a human being or of a body of people. */
export function mayBeMeant(description: string): boolean {
  return (
    isHumanNoun(description) ||
    isPlural(description) ||
    nameWords(description).some((word) => GROUPS.has(word))
  );
}

/** True for a description of several human beings ("foreign ministers"). */
export function isPlural(description: string): boolean {
  const words = nameWords(description);
  const of = words.indexOf('of');
  const head = words[of > 0 ? of - 1 : words.length - 1] ?? '';
  if (/^(?:people|men|women|children|police|others)$/.test(head)) return true;
  return head.endsWith('s') && HUMAN_NOUNS.some((nouns) => nouns.has(head.slice(0, -1)));
}

/** Whether the name is that of a place or a body of people, which "he" and "she" never mean. */
export function isGroup(person: Person): boolean {
  if (person.titles.size > 0) return false;
  const words = nameWords(person.name);
  if (person.named && courtesyOf(words) !== null) return false;
  if (words.length === 1 && NAMESAKE_PLACES.has(words[0] ?? '')) return true;
  if (!person.named && isPlural(person.name)) return true;
  return words.some((word) => GROUPS.has(word) || PLACES.has(word)) || /^\p{Lu}{2,}$/u.test(person.name);
}

/** Whether "he" or "she" can mean this person: anybody named who is no group, and whoever is described by a human noun. */
export function isHuman(person: Person): boolean {
  if (!person.named) return isHumanNoun(person.name);
  return !isGroup(person) && (person.acts > 0 || person.titles.size > 0 || hasGivenName(person));
}

/** True for a description of one human being ("the old man", "head of the police"). */
export function isHumanNoun(description: string): boolean {
  const words = nameWords(description);
  const of = words.indexOf('of');
  const head = words[of > 0 ? of - 1 : words.length - 1] ?? '';
  return HUMAN_NOUNS.some((nouns) => nouns.has(head)) || /(?:wo)?man$/.test(head);
}

const HUMAN_NOUNS = [MALE_NOUNS, FEMALE_NOUNS, PERSON_NOUNS, ROLE_NOUNS, TITLES];

/** True for a name that begins with a known given name or a form of address. */
export function hasGivenName(person: Person): boolean {
  const words = nameWords(person.name);
  const first = words[0] ?? '';
  return courtesyOf(words) !== null || MALE_NAMES.has(first) || FEMALE_NAMES.has(first);
}

/** Whether the name is that of a place; "they" does not mean a place. */
export function isPlace(person: Person): boolean {
  return (
    person.named && nameWords(person.name).every((word) => PLACES.has(word) || NAMESAKE_PLACES.has(word))
  );
}
