import type { Cue } from './cues.ts';
import { cuesBetween, REACH, type Passage } from './passages.ts';

/** The cue earlier in the sentence that governs a quotation: the nearest, or the one whose report it belongs to. */
export function cueBefore(passage: Passage, at: number): Cue | null {
  const start = passage.sentenceOf[at] ?? 0;
  const earlier = cuesBetween(passage, start, at).filter(
    (cue) => cue.first >= start && cue.last < at && !isAside(passage, cue, at),
  );
  const [nearest, outer] = [earlier.at(-1), earlier.at(-2)];
  if (nearest === undefined || outer === undefined || isBeside(passage, nearest, at)) return nearest ?? null;
  // "X said that Y insists on guarantees, '…'": what a comma sets off belongs to the report, not to the clause inside it.
  const setOff = passage.chunks[at - 1]?.kind === 'comma';
  const reported = passage.chunks.slice(outer.last, nearest.first).some((chunk) => chunk.lower === 'that');
  return setOff && reported ? outer : nearest;
}

/** True for a cue between two dashes or brackets that close before the quotation: "he said — as X reported — '…'". */
function isAside({ chunks }: Passage, cue: Cue, at: number): boolean {
  const kind = (index: number): string => chunks[index]?.kind ?? 'stop';
  let [before, after] = [cue.first - 1, cue.last + 1];
  while (before > cue.first - REACH && !['dash', 'open', 'stop', 'quote'].includes(kind(before))) before--;
  while (after < at && !['dash', 'close', 'stop', 'quote'].includes(kind(after))) after++;
  if (after >= at) return false;
  return (
    (kind(before) === 'dash' && kind(after) === 'dash') ||
    (kind(before) === 'open' && kind(after) === 'close')
  );
}

/** True where no other verb comes between the cue and the quotation behind it. */
export function isBeside({ chunks }: Passage, cue: Cue, at: number): boolean {
  const between = chunks.slice(Math.max(cue.at, cue.last) + 1, at);
  return !between.some(
    (chunk) => chunk.kind === 'verb' || (chunk.kind === 'auxiliary' && chunk.lower !== 'to'),
  );
}

/** The cue in the clause that follows a quotation: "…," said X; also across a second one: "…" and "…," X said. */
export function cueAfter(passage: Passage, at: number): Cue | null {
  for (const [next, cue] of cuesAfter(passage, at)) {
    const skipped = new Set([
      'comma',
      'dash',
      'adverb',
      'conjunction',
      'quote',
      cue.kind === 'inverted' ? 'auxiliary' : '',
    ]);
    const between = passage.chunks.slice(at + 1, Math.min(cue.first, next));
    return between.every((chunk) => skipped.has(chunk.kind)) ? cue : null;
  }
  return null;
}

/** "The border is the '…' between them, he added.": a cue that ends the sentence behind a comma is for the whole of it. */
export function trailingCue(passage: Passage, at: number): Cue | null {
  const { chunks } = passage;
  for (const [, cue] of cuesAfter(passage, at)) {
    if (cue.kind === 'passive' || chunks[cue.first - 1]?.kind !== 'comma') continue;
    const after = chunks[cue.last + 1]?.kind ?? 'stop';
    if (after === 'stop' || after === 'break') return cue;
  }
  return null;
}

/** The cues behind a quotation in its sentence, in order, each with the chunk that it is found at. */
function* cuesAfter(passage: Passage, at: number): Generator<[number, Cue]> {
  const { cues, sentenceOf } = passage;
  for (let next = at + 1; next < at + REACH && sentenceOf[next] === sentenceOf[at]; next++) {
    const cue = cues.get(next);
    if (cue !== undefined && cue.first > at) yield [next, cue];
  }
}
