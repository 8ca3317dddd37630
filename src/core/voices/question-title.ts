import { withoutLastWord } from '../text/clip.ts';
import type { Article } from './read-article.ts';
import type { Exchange, Turn } from './turns.ts';

const MOST = 84;

/**
 * A short name for an exchange: the first sentence of its questions that asks something, else how they begin; at most
 * 84 code units, cut between words with an ellipsis. Words of the article, never a paraphrase.
 */
export function questionTitle(article: Article, exchange: Exchange): string {
  const turns = turnsById(article);
  const questions = exchange.questions.flatMap((id) => turns.get(id) ?? []);
  const words = questions
    .map((turn) => article.text.slice(turn.label?.end ?? turn.start, turn.end).trim())
    .join(' ')
    .replace(/[*_#\s]+/g, ' ')
    .trim();
  const mark = words.search(/[?？]/);
  const asked = mark < 0 ? words : words.slice(sentenceStart(words, mark), mark + 1);
  if (asked.length <= MOST) return asked;
  return `${withoutLastWord(asked.slice(0, MOST - 1))}…`;
}

const byId = new WeakMap<Article, ReadonlyMap<string, Turn>>();

function turnsById(article: Article): ReadonlyMap<string, Turn> {
  const known = byId.get(article) ?? new Map(article.turns.map((turn) => [turn.id, turn]));
  byId.set(article, known);
  return known;
}

/** Where the sentence around `at` begins: after the last end mark that a space and no small letter follow, or a full-width one. */
function sentenceStart(words: string, at: number): number {
  let start = 0;
  for (const end of words.slice(0, at).matchAll(/[.!…]["'”’)]*\s+(?!\p{Ll})|[。！][”’」]*/gu)) {
    start = end.index + end[0].length;
  }
  return start;
}
