import type { Placed, PublishedNote } from '../../core/notes/note.ts';
import { withoutLastWord } from '../../core/text/clip.ts';
import { oneLine } from '../../core/text/one-line.ts';
import { voiceOf, type Reading } from '../reading.ts';

const LONGEST_QUESTION = 280;

/** The words that are claimed, on one line. */
export function wordsOfClaim({ article }: Reading, { span }: Placed<PublishedNote>): string {
  return oneLine(article.text.slice(span.start, span.end));
}

/** The question that a claim was said in answer to, and who asked; null where the text has none. */
export function questionBefore(
  reading: Reading,
  { span }: Placed<PublishedNote>,
): { asker: string; words: string } | null {
  const { text, turns } = reading.article;
  const turn = turns.find(({ start, end }) => start <= span.start && span.start < end);
  const question = turn && turns.find(({ id }) => id === turn.answers);
  if (!question) return null;
  const words = oneLine(text.slice(question.label?.end ?? question.start, question.end));
  return { asker: voiceOf(reading, question.speaker).name, words: shorten(words, LONGEST_QUESTION) };
}

/** Words up to a length in characters, with an ellipsis where some are left out. */
export function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${withoutLastWord(words.slice(0, most - 1))}…`;
}
