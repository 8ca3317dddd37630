import type { Block } from './blocks.ts';
import { withoutMarkup } from './markup.ts';
import { hasGivenName, isGroup, isHuman } from './human.ts';
import { nameWords } from './names.ts';
import type { People, Person } from './people.ts';

/** What an interview says of the two sides that its labels leave out. */
export interface Sides {
  readonly interviewer: Person | null;
  readonly interviewee: Person | null;
}

/** Words that lead up to the name of who is interviewed, with what may stand between them and the name. */
const INTRODUCES =
  /(?:interview(?:s|ed|ing)?(?: with)?|talk(?:s|ed|ing)? (?:to|with)|sp(?:eaks|oke|eaking) (?:to|with)|chat(?:s|ted) with|conversation with|caught up with|sat down with|questions (?:for|to)|q&a with|meet|met with|asked|discuss(?:es|ed) [^.\n]{1,60} with)\s?:?\s(?:(?!(?:about|after|as|at|before|from|in|on|to|which|who)\s)[\p{L}\p{N}.,'’-]+\s){0,6}$/iu;
/** How much of an introduction is read. */
const READ = 4000;
/** A name that is met more often than this says no more for that. */
const MOST_MENTIONS = 3;
/** Fewer points than these single nobody out. */
const ENOUGH = 4;

/** What the two sides are read from. */
export interface Interview {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly people: People;
  /** Whom the labels name, by the index of their block; null where a label names nobody. */
  readonly labelled: ReadonlyMap<number, Person | null>;
  /** Indices of the blocks in which an interviewer without a label asks. */
  readonly questions: ReadonlySet<number>;
}

/**
 * Who is interviewed and who asks, from the words before the first question: whom the title or the introduction says
 * somebody talks with, who introduces themselves in the first answer, or whose name the title is. Null where this does
 * not single out one person, as where labels show that several answer.
 */
export function sidesOf({ text, blocks, people, labelled, questions }: Interview): Sides {
  const first = blocks.findIndex((_, index) => questions.has(index) || labelled.has(index));
  if (first < 0) return { interviewer: null, interviewee: null };
  const intro = wordsOf(text, blocks.slice(0, Math.min(first, 30))).slice(0, READ);
  const reply = wordsOf(text, blocks.slice(first + 1, first + 3)).slice(0, 400);
  const interviewer = named(people, /interviewed by ([^.\n]{3,40})/i.exec(intro)?.[1]);
  const answering = new Set(labelled.values()).size - (questions.size === 0 ? 1 : 0);
  if (answering > 1) return { interviewer, interviewee: null };
  const candidates = people.all.filter(
    (person) =>
      person.kind === 'named' && person !== interviewer && !isGroup(person) && isPersonalName(person.name),
  );
  const [best, second] = candidates
    .map((person) => ({ person, score: scoreOf(person, intro, reply) }))
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < ENOUGH || best.score === second?.score)
    return { interviewer, interviewee: null };
  return { interviewer, interviewee: best.person };
}

function wordsOf(text: string, blocks: readonly Block[]): string {
  return blocks
    .map((block) => withoutMarkup(text.slice(block.start, Math.min(block.end, block.start + READ))))
    .join('\n');
}

function named(people: People, words: string | undefined): Person | null {
  if (words === undefined) return null;
  const wanted = nameWords(words).join(' ');
  return (
    people.all.find(
      (person) => person.kind === 'named' && wanted.startsWith(nameWords(person.name).join(' ')),
    ) ?? null
  );
}

/** False for single letters and for names with an abbreviation or a sign in them ("SIG Apps"). */
function isPersonalName(name: string): boolean {
  return /^[\p{L}\p{M}\s.'’-]{3,}$/u.test(name) && !/(?:^|\s)\p{Lu}{2,}(?:\s|$)/u.test(name);
}

/** How much the text points to somebody as the one who answers. */
function scoreOf(person: Person, intro: string, reply: string): number {
  if (!person.name.includes(' ') && !isHuman(person)) return 0;
  const before = [...person.forms].flatMap((form) => wordsBefore(intro, form));
  const title = intro.split('\n', 1)[0]!;
  let score = Math.min(before.length, MOST_MENTIONS);
  if (before.some((words) => INTRODUCES.test(words))) score += 3;
  if (person.forms.has(title)) score += 4;
  else if ([...person.forms].some((form) => wordsBefore(title, form).length > 0)) score += 2;
  if ([...person.forms].some((form) => introducesThemselves(`${intro}\n${reply}`, form))) score += 5;
  return score === 0 ? 0 : score + (hasGivenName(person) ? 2 : 0);
}

function introducesThemselves(words: string, form: string): boolean {
  return wordsBefore(words, form).some((before) =>
    /\b(?:I am|I['’]m|[Mm]y name(?: is|['’]s)) $/.test(before),
  );
}

/** What leads up to each place where words hold a name. */
function wordsBefore(words: string, name: string): string[] {
  const found: string[] = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) {
    const whole = !isLetter(words[at - 1]) && !isLetter(words[at + name.length]);
    if (whole) found.push(words.slice(Math.max(0, at - 80), at));
  }
  return found;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}
