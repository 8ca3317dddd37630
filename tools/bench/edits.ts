import type { Located } from '../../src/core/anchor/locate.ts';
import type { Span } from '../../src/core/text/span.ts';

/** A text after edits, and for each of its characters where it stood before: -1 for one that is new. */
export interface Edited {
  readonly text: string;
  readonly origins: Int32Array;
}

interface Unit extends Span {
  readonly words: string;
}

/** One edit of a draft at a random place. */
export type Edit = (draft: Draft) => void;

/** Edits that an editor makes to what is published, each as likely as the others. */
export const EDITS: readonly Edit[] = [
  misspell,
  misspell,
  dropWord,
  addWord,
  replaceWord,
  dropSentence,
  addSentence,
  dropParagraph,
  addParagraph,
];

/** Edits that put what was said in another order, and often into another's mouth. */
export const REWRITES: readonly Edit[] = [swapSentences, moveSentence, moveParagraph];

/** Makes a number of edits at random places, keeping the origin of every character. */
export function editText(
  text: string,
  { count, random, edits }: { count: number; random: () => number; edits: readonly Edit[] },
): Edited {
  const draft = new Draft(text, random);
  for (let made = 0; made < count; made += 1) draft.pick(edits)(draft);
  return { text: draft.text, origins: Int32Array.from(draft.origins) };
}

class Draft {
  text: string;
  origins: number[];
  readonly random: () => number;

  constructor(text: string, random: () => number) {
    this.text = text;
    this.origins = Array.from({ length: text.length }, (_, at) => at);
    this.random = random;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  /** Replaces a stretch; what replaces it stands for it, character by character, as far as it goes. */
  put(words: string, { start, end }: Span): void {
    const old = this.origins.slice(start, end);
    const origins = Array.from(words, (_, at) =>
      old.length === 0 ? -1 : old[Math.min(at, old.length - 1)]!,
    );
    this.splice(words.split(''), origins, { start, end });
  }

  /** Takes a stretch out and gives it back with its origins. */
  take({ start, end }: Span): { words: string; origins: number[] } {
    const taken = { words: this.text.slice(start, end), origins: this.origins.slice(start, end) };
    this.splice([], [], { start, end });
    return taken;
  }

  insert({ words, origins }: { words: string; origins: number[] }, at: number): void {
    this.splice(words.split(''), origins, { start: at, end: at });
  }

  units(pattern: RegExp): Unit[] {
    return [...this.text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
    }));
  }

  words = (): Unit[] => this.units(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);
  sentences = (): Unit[] => this.units(/[^\s.!?][^.!?\n]{20,}[.!?]+[”"’)]*(?=\s|$)/gu);
  paragraphs = (): Unit[] => this.units(/[^\n]+/g);

  private splice(characters: string[], origins: number[], { start, end }: Span): void {
    this.text = this.text.slice(0, start) + characters.join('') + this.text.slice(end);
    this.origins = [...this.origins.slice(0, start), ...origins, ...this.origins.slice(end)];
  }
}

function misspell(draft: Draft): void {
  const words = draft.words().filter(({ words: word }) => word.length >= 4);
  if (words.length === 0) return;
  const word = draft.pick(words);
  const at = word.start + 1 + Math.floor(draft.random() * (word.words.length - 2));
  const kind = Math.floor(draft.random() * 4);
  const [one, two] = [draft.text[at]!, draft.text[at + 1]!];
  if (kind === 0) draft.put(two + one, { start: at, end: at + 2 });
  else if (kind === 1) draft.put('', { start: at, end: at + 1 });
  else if (kind === 2) draft.put(draft.pick('etaoinsr'.split('')), { start: at, end: at + 1 });
  else draft.put(one + one, { start: at, end: at + 1 });
}

function dropWord(draft: Draft): void {
  const word = draft.pick(draft.words());
  draft.put('', { start: word.start, end: word.end + (draft.text[word.end] === ' ' ? 1 : 0) });
}

function addWord(draft: Draft): void {
  const words = draft.words();
  draft.put(`${draft.pick(words).words} `, emptyAt(draft.pick(words).start));
}

function replaceWord(draft: Draft): void {
  const words = draft.words();
  draft.put(draft.pick(words).words, draft.pick(words));
}

function dropSentence(draft: Draft): void {
  const sentences = draft.sentences();
  if (sentences.length > 1) draft.take(draft.pick(sentences));
}

/** A new sentence is made of the text's own words, half of them one after the other: a look-alike. */
function newSentence(draft: Draft): string {
  const words = draft.words();
  const from = Math.floor(draft.random() * Math.max(1, words.length - 8));
  const copied = words.slice(from, from + 6).map(({ words: word }) => word);
  const others = Array.from({ length: 6 }, () => draft.pick(words).words);
  return `${[...others, ...copied].join(' ')}.`;
}

function addSentence(draft: Draft): void {
  const sentences = draft.sentences();
  if (sentences.length > 0) draft.put(`${newSentence(draft)} `, emptyAt(draft.pick(sentences).start));
}

function swapSentences(draft: Draft): void {
  const sentences = draft.sentences();
  if (sentences.length < 2) return;
  const first = Math.floor(draft.random() * (sentences.length - 1));
  const [one, two] = [sentences[first]!, sentences[first + 1]!];
  const later = draft.take(two);
  draft.insert(draft.take(one), two.start - (one.end - one.start));
  draft.insert(later, one.start);
}

function moveSentence(draft: Draft): void {
  const sentences = draft.sentences();
  if (sentences.length < 2) return;
  const taken = draft.take(draft.pick(sentences));
  const to = draft.pick(draft.sentences()).start;
  draft.insert({ words: `${taken.words} `, origins: [...taken.origins, -1] }, to);
}

function dropParagraph(draft: Draft): void {
  const paragraphs = draft.paragraphs();
  // Half of the paragraphs that are chosen stay: a text would soon be gone.
  if (paragraphs.length > 2 && draft.random() < 0.5) draft.take(draft.pick(paragraphs));
}

function addParagraph(draft: Draft): void {
  const words = Array.from({ length: 4 }, () => newSentence(draft)).join(' ');
  draft.put(`${words}\n\n`, emptyAt(draft.pick(draft.paragraphs()).start));
}

function moveParagraph(draft: Draft): void {
  const paragraphs = draft.paragraphs();
  if (paragraphs.length < 3) return;
  const taken = draft.take(draft.pick(paragraphs));
  const to = draft.pick(draft.paragraphs()).start;
  draft.insert({ words: `${taken.words}\n\n`, origins: [...taken.origins, -1, -1] }, to);
}

const emptyAt = (at: number): Span => ({ start: at, end: at });

/** Where the characters of a span are after the edits: from the first to the last one, and how many are left. */
export function traceOf({ origins }: Edited, span: Span): { span: Span; left: number } | null {
  let start = -1;
  let end = -1;
  let left = 0;
  for (const [at, origin] of origins.entries()) {
    if (origin < span.start || origin >= span.end) continue;
    if (start < 0) start = at;
    end = at + 1;
    left += 1;
  }
  return start < 0 ? null : { span: { start, end }, left: left / (span.end - span.start) };
}

/** What is left of a span's letters and digits: where each of them is now, in order. */
export function survivorsOf({ text, origins }: Edited, span: Span): number[] {
  return [...origins.keys()].filter((at) => {
    const origin = origins[at]!;
    return origin >= span.start && origin < span.end && /[\p{L}\p{N}]/u.test(text[at]!);
  });
}

/** What came of a note: on its words, on a part of them, on others, or said not to be placed. */
export type Grade = 'right' | 'partly' | 'wrong' | 'said';

/**
 * A placed note is right if most of its own words are marked, with what now stands between them: words that were torn
 * apart can be marked in part. It is wrong if half of what it marks is outside of its words.
 */
export function gradeOf(edited: Edited, span: Span, located: Located): Grade {
  if (!('span' in located)) return 'said';
  const isOwn = (at: number): boolean => edited.origins[at]! >= span.start && edited.origins[at]! < span.end;
  let { start, end } = located.span;
  const length = end - start;
  while (start < end && !isOwn(start)) start += 1;
  while (start < end && !isOwn(end - 1)) end -= 1;
  if ((end - start) * 2 <= length) return 'wrong';
  let common = 0;
  let left = 0;
  for (const at of edited.origins.keys()) {
    if (!isOwn(at)) continue;
    left += 1;
    if (at >= start && at < end) common += 1;
  }
  return common >= 0.6 * left ? 'right' : 'partly';
}
