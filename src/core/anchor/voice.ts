import { overlaps, type Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { stretchesIn } from './describe.ts';

/**
 * Whose the words of a span are, as seen by the speaker that they had: most of them the speaker's (`own`: all; `partly`:
 * some are another's), nobody's who is known, or most of them another's. `unsettled`: another's, by a name that is nearly
 * the speaker's, or by a rule that guesses from afar, so that an edit elsewhere may have turned it.
 */
export type Voice = 'own' | 'partly' | 'unknown' | 'unsettled' | 'other';

/** An attribution that is trusted this far is told by a label or by a name beside the words. */
const FIRM = 0.9;

/** See `Voice`. Null is nobody known: then all words are as good as the speaker's own. */
export function voiceAt(article: Article, span: Span, speaker: string | null): Voice {
  if (speaker === null) return 'own';
  let own = 0;
  let other = 0;
  let isFirm = false;
  const isHere = article.speakers.some(({ id }) => id === speaker);
  for (const stretch of stretchesIn(article, span)) {
    const part = { start: Math.max(stretch.start, span.start), end: Math.min(stretch.end, span.end) };
    if (stretch.speaker === null) continue;
    const isName = isSameSpeaker(stretch.speaker, speaker);
    if (stretch.speaker === speaker || (isName && !isHere)) own += part.end - part.start;
    else {
      other += part.end - part.start;
      isFirm ||= !isName && confidenceAt(article, part, stretch.speaker) >= FIRM;
    }
  }
  if (other > own) return isFirm ? 'other' : 'unsettled';
  return other > 0 ? 'partly' : own > 0 ? 'own' : 'unknown';
}

/**
 * How far the text settles that a speaker says these words. An attribution without a figure was made by hand. What the
 * author says because nobody else does is no more than that marks are missing.
 */
function confidenceAt({ quotations, turns }: Article, span: Span, speaker: string): number {
  const says = (one: Span & { readonly speaker: string | null }): boolean =>
    one.speaker === speaker && overlaps(one, span);
  const told =
    quotations.find((one) => one.kind === 'direct' && says(one)) ??
    turns.find((one) => one.kind !== 'narration' && says(one));
  return told ? (told.confidence ?? 1) : 0;
}

/**
 * Ids are made of names, so a name in another spelling, or in short, is another id. Where the old one is gone, it is the
 * same person; where both are there, it may be.
 */
function isSameSpeaker(id: string, was: string): boolean {
  const [one, other] = [id.split('-'), was.split('-')];
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.every((name) => many.some((known) => isSameName(name, known)));
}

/** Equal but for one letter that was put in, left out or replaced, or two that changed places. */
function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const most = Math.min(a.length, b.length);
  if (most < 4 || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const left = Math.max(a.length, b.length) - head - tail;
  return left <= 1 || (left === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]);
}
