import { readFileSync } from 'node:fs';
import { describe } from '../../src/core/anchor/describe.ts';
import { locateAll } from '../../src/core/anchor/locate.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { editText, gradeOf, traceOf, EDITS, REWRITES, type Edit, type Grade } from './edits.ts';
import { seeded } from './texts.ts';

const PUBLISHED = 'public/articles/vance-peace-talks/article.txt';
/** Edits for each word of the text. */
const RATE = 20 / 3_000;

/** How many notes came where. `gone`: of those said not to be placed, whose words, more than half, are no longer there. */
export type Tally = Record<Grade | 'gone' | 'all', number>;

/** Edits a text at random, again and again, and grades where notes on random words come to be. */
export function tallyOf(
  text: string,
  { seeds, edits, known }: { seeds: number; edits: readonly Edit[]; known: boolean },
): Tally {
  const tally: Tally = { right: 0, partly: 0, wrong: 0, said: 0, gone: 0, all: 0 };
  const old = readArticle(text);
  const units = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)];
  const count = Math.max(1, Math.round(text.split(/\s+/).length * RATE));
  for (let seed = 1; seed <= seeds; seed += 1) {
    const random = seeded(seed);
    const edited = editText(text, { count, random, edits });
    const spans = Array.from({ length: 100 }, () => {
      const first = Math.floor(random() * units.length);
      const last = Math.min(units.length - 1, first + Math.floor(random() ** 2 * 40));
      return { start: units[first]!.index, end: units[last]!.index + units[last]![0].length };
    });
    const article = readArticle(edited.text, { previous: old });
    const placed = locateAll(
      article,
      spans.map((span) => describe(old, span)),
      known ? old : undefined,
    );
    for (const [index, located] of placed.entries()) {
      const grade = gradeOf(edited, spans[index]!, located);
      tally[grade] += 1;
      tally.all += 1;
      if (grade === 'said' && (traceOf(edited, spans[index]!)?.left ?? 0) < 0.5) tally.gone += 1;
    }
  }
  return tally;
}

/** The measure of the published text, printed: in place 97 % of the notes whose words are left, at most 0.3 % elsewhere. */
export function measureEdits(): boolean {
  const text = readFileSync(PUBLISHED, 'utf8');
  console.log('\n20 edits per 3,000 words    right    partly     wrong  said so: gone    others');
  let ok = true;
  for (const [what, edits, isPromised] of [
    ['edited', EDITS, true],
    ['and moved about', [...EDITS, ...REWRITES], false],
  ] as const) {
    for (const known of [false, true]) {
      const tally = tallyOf(text, { seeds: 40, edits, known });
      const share = (count: number): string => `${((100 * count) / tally.all).toFixed(2)} %`.padStart(10);
      const cells = [tally.right, tally.partly, tally.wrong, tally.gone, tally.said - tally.gone].map(share);
      console.log(`${`${what}${known ? ', old text known' : ''}`.padEnd(32)}${cells.join('')}`);
      const isMet = tally.right >= 0.97 * (tally.all - tally.gone) && tally.wrong <= 0.003 * tally.all;
      if (isPromised) ok &&= isMet;
    }
  }
  return ok;
}
