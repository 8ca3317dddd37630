import { findQuote, formatQuoteLink, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { publishAll } from '../articles.ts';
import { EDITS, editText, survivorsOf } from './edits.ts';
import { interviewOf, seeded } from './texts.ts';

/** What became of links to a text that was changed after they were made. */
export interface Drift {
  readonly links: number;
  /** On the words that are left of the quote. */
  readonly right: number;
  /** On other words, and not said. */
  readonly wrong: number;
  /** Not on the words, and said: on the passage, or nowhere. */
  readonly told: number;
  /** Of those, quotes of which nothing or little is left: no link could do better. */
  readonly deleted: number;
}

/** Edits to a text of 3,000 words. */
const PER_3000 = 20;

/** A link is on the right words if it covers so much of what is left of them, and so much of it lies between them. */
const MOST_OF_THEM = 0.5;

/** Makes links to spans of up to `most` words, changes the text, and follows them. The same for a seed. */
export function followLinks(article: Article, seed: number, { count = 400, most = 12 } = {}): Drift {
  const random = seeded(seed);
  const edits = Math.max(1, Math.round((article.text.split(/\s+/).length * PER_3000) / 3000));
  const edited = editText(article.text, { count: edits, random, edits: EDITS });
  const now = readArticle(edited.text, { lang: article.lang, previous: article });
  const words = wordsOf(article.text);
  const drift = { links: 0, right: 0, wrong: 0, told: 0, deleted: 0 };
  for (let made = 0; made < count; made += 1) {
    const length = 1 + Math.floor(random() * most);
    const first = Math.floor(random() * (words.length - length));
    const span = { start: words[first]!.start, end: words[first + length - 1]!.end };
    const { span: found, outcome } = findQuote(now, parseQuoteLink(formatQuoteLink(article, span))!);
    const left = survivorsOf(edited, span);
    drift.links += 1;
    if (outcome === 'found' || outcome === 'reworded') drift[isOn(found!, left) ? 'right' : 'wrong'] += 1;
    else {
      drift.told += 1;
      if (left.length * 2 < lettersOf(article.text, span)) drift.deleted += 1;
    }
  }
  return drift;
}

function isOn({ start, end }: Span, left: readonly number[]): boolean {
  const covered = left.filter((at) => at >= start && at < end).length;
  const between = Math.min(end, left.at(-1)! + 1) - Math.max(start, left[0]!);
  return covered > MOST_OF_THEM * left.length && between > MOST_OF_THEM * (end - start);
}

const lettersOf = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** From the first to the last letter or digit of every word. */
function wordsOf(text: string): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

const SEEDS = 100;
/** Of the links to words that are still there, so many must be on them; so few may be on others. In per cent. */
const LEAST_RIGHT = 97;
const MOST_WRONG = 0.3;
/** Of longer quotes many are torn by the edits themselves, and have no one right place: told, and not limited. */
const LIMITED = 12;
/** A link is made in this time, ms, in a text of 100,000 words. */
const LIMIT = 5;

/** `npm run bench links`: where links lead after edits, how long locators are, and how long it takes to make and follow one. */
export async function benchLinks(): Promise<boolean> {
  const articles = publishAll();
  let isGood = true;
  for (const { slug, article } of articles) {
    for (const most of [3, 12, 40]) {
      const sum = { links: 0, right: 0, wrong: 0, told: 0, deleted: 0 };
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const drift = followLinks(article, seed, { most });
        for (const key of ['links', 'right', 'wrong', 'told', 'deleted'] as const) sum[key] += drift[key];
      }
      const right = (100 * sum.right) / (sum.links - sum.deleted);
      const ofAll = (100 * sum.right) / sum.links;
      const wrong = (100 * sum.wrong) / sum.links;
      const isMet = right >= LEAST_RIGHT && wrong <= MOST_WRONG;
      isGood &&= isMet || most > LIMITED;
      console.log(
        `${isMet ? 'ok  ' : most > LIMITED ? '    ' : 'BAD '} ${slug}, ${SEEDS} texts edited, ${sum.links} links of up to ${most} words: ` +
          `${right.toFixed(2)} % of those whose words are left are on them (${ofAll.toFixed(2)} % of all), ` +
          `${wrong.toFixed(3)} % on others; ` +
          `${sum.told} told (${sum.deleted} deleted)`,
      );
    }
  }
  return timeLinks() && isGood;
}

function timeLinks(): boolean {
  const article = readArticle(interviewOf(100_000, 1));
  const words = wordsOf(article.text);
  const random = seeded(3);
  const [made, followed]: [number[], number[]] = [[], []];
  for (let link = 0; link < 400; link += 1) {
    const length = 1 + Math.floor(random() * (link % 4 === 0 ? 400 : 12));
    const first = Math.floor(random() * (words.length - length));
    const begin = performance.now();
    const text = formatQuoteLink(article, {
      start: words[first]!.start,
      end: words[first + length - 1]!.end,
    });
    const between = performance.now();
    findQuote(article, parseQuoteLink(text)!);
    made.push(between - begin);
    followed.push(performance.now() - between);
  }
  const first = made[0]!;
  const tell = (times: number[]): string => {
    const sorted = times.toSorted((a, b) => a - b);
    return `${sorted[200]!.toFixed(2)} ms, at most ${sorted.at(-8)!.toFixed(2)} ms for 98 of 100`;
  };
  console.log(
    `100,000 words: the first link takes ${first.toFixed(0)} ms, the others ${tell(made.slice(1))}`,
  );
  console.log(`100,000 words: following one takes ${tell(followed)}`);
  return made.slice(1).toSorted((a, b) => a - b)[200]! <= LIMIT;
}
