import type { Span } from '../text/span.ts';
import type { Article } from './read-article.ts';

/** A stretch of the text in one voice. `speaker` is null where it is somebody's words and the text does not settle whose. */
export interface Stretch extends Span {
  readonly speaker: string | null;
}

const remembered = new WeakMap<Article, Stretch[]>();

/**
 * Who is speaking, word for word: the article's body cut into stretches, in order. Quoted words are their speaker's;
 * in a turn that is printed with quotation marks, what stands outside of them is the author's ("said the minister");
 * a turn without marks is its speaker's. Scare quotes and quotations inside quotations change no voice. Front and
 * back matter, which no turn covers, have no stretch.
 */
export function stretches(article: Article): readonly Stretch[] {
  let result = remembered.get(article);
  if (!result) {
    result = cut(article);
    remembered.set(article, result);
  }
  return result;
}

function cut(article: Article): Stretch[] {
  const author = article.speakers.find((speaker) => speaker.part === 'author')?.id ?? null;
  const direct = article.quotations.filter((quotation) => quotation.kind === 'direct');
  const result: Stretch[] = [];
  let next = 0;
  for (const turn of article.turns) {
    while (next < direct.length && direct[next]!.end <= turn.start) next += 1;
    const inside: Span[] = [];
    let last = next;
    while (last < direct.length && direct[last]!.start < turn.end) {
      inside.push(direct[last]!);
      last += 1;
    }
    const marked = direct.slice(next, last).some((quotation) => quotation.speaker === turn.speaker);
    const outside = marked ? author : turn.speaker;
    let at = turn.start;
    for (const quotation of direct.slice(next, last)) {
      push(result, { start: at, end: quotation.start, speaker: outside });
      push(result, { start: Math.max(at, quotation.start), end: quotation.end, speaker: quotation.speaker });
      at = Math.max(at, quotation.end);
    }
    push(result, { start: at, end: turn.end, speaker: outside });
  }
  return result;
}

function push(to: Stretch[], stretch: Stretch): void {
  if (stretch.start >= stretch.end) return;
  const before = to.at(-1);
  if (before && before.speaker === stretch.speaker && before.end >= stretch.start) {
    to[to.length - 1] = { ...before, end: stretch.end };
  } else to.push(stretch);
}

/** A voice's part of the words in an article's body. `of` is the count of all words there, so that a share has its denominator. */
export interface Share {
  readonly speaker: string | null;
  readonly words: number;
  readonly of: number;
}

/**
 * How many of the body's words each voice has, most first. A word is a run of letters and digits with its inner
 * apostrophes and hyphens; a Han, Hiragana or Katakana character counts by itself.
 */
export function shares(article: Article): Share[] {
  const words = new Map<string | null, number>();
  let of = 0;
  for (const stretch of stretches(article)) {
    const count = countWords(article.text, stretch);
    words.set(stretch.speaker, (words.get(stretch.speaker) ?? 0) + count);
    of += count;
  }
  return [...words]
    .map(([speaker, count]) => ({ speaker, words: count, of }))
    .toSorted((a, b) => b.words - a.words);
}

const WORD = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** The words of a span; see `shares` for what a word is. */
export function countWords(text: string, span: Span): number {
  return text.slice(span.start, span.end).match(WORD)?.length ?? 0;
}
