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
  /(?:interview(?:s|ed|ing)?(?: with)?|talk(?:s|ed|ing)? (?:to|with)|sp(?:eaks|oke|eaking) (?:to|with)|chat(?:s|ted) with|conversation with|caught up with|sat down with|questions (?:for|to)|q&a with|meet|met with|asked)\s?:?\s(?:[\p{L}\p{N}.,'’-]+\s){0,6}$/iu;
/** How much of an introduction is read. */
const READ = 4000;

/**
 * Who is interviewed and who asks, from the words before the first question: whom the title or the introduction says
 * somebody talks with, who introduces themselves in the first answer, or whose name the title is. Null where this does
 * not single out one person.
 */
export function sidesOf(
  text: string,
  blocks: readonly Block[],
  people: People,
  questions: ReadonlySet<number>,
): Sides {
  const first = blocks.findIndex((_, index) => questions.has(index));
  if (first < 0) return { interviewer: null, interviewee: null };
  const intro = wordsOf(text, blocks.slice(0, Math.min(first, 30))).slice(0, READ);
  const reply = wordsOf(text, blocks.slice(first + 1, first + 3)).slice(0, 400);
  const interviewer = named(people, /interviewed by ([^.\n]{3,40})/i.exec(intro)?.[1]);
  const scores = new Map<Person, number>();
  for (const person of people.all) {
    if (person.kind !== 'named' || person === interviewer || isGroup(person) || !isPersonalName(person.name))
      continue;
    const score = scoreOf(person, intro, reply);
    if (score > 0) scores.set(person, score);
  }
  const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  const interviewee = best !== undefined && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : null;
  return { interviewer, interviewee };
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

/** False for single letters and for names with an abbreviation in them ("SIG Apps"). */
function isPersonalName(name: string): boolean {
  return name.length > 2 && !/(?:^|\s)\p{Lu}{2,}(?:\s|$)/u.test(name);
}

/** How much the text points to somebody as the one who answers. */
function scoreOf(person: Person, intro: string, reply: string): number {
  let score = 0;
  for (const form of person.forms) {
    for (let at = intro.indexOf(form); at >= 0; at = intro.indexOf(form, at + form.length)) {
      score += 1;
      if (INTRODUCES.test(intro.slice(Math.max(0, at - 80), at))) score += 3;
    }
    if (intro.split('\n', 1)[0] === form) score += 4;
    const said = reply.indexOf(form);
    if (
      said >= 0 &&
      /\b(?:I am|I['’]m|[Mm]y name(?: is|['’]s)) $/.test(reply.slice(Math.max(0, said - 16), said))
    )
      score += 5;
  }
  if (score === 0 || !(person.name.includes(' ') || isHuman(person))) return 0;
  return score + (hasGivenName(person) ? 3 : 1);
}
