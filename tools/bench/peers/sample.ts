import { describe } from '../../../src/core/anchor/describe.ts';
import type { Selectors } from '../../../src/core/anchor/selectors.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { interviewOf, seeded } from '../texts.ts';

/** From this word on stand the notes of the first screen. */
const TOP = 20;

/** What happened to a text after notes were written on it. */
export const VERSIONS = ['saved', 'paragraph', 'edited-1', 'edited-5'] as const;
export type VersionName = (typeof VERSIONS)[number];

/** A later text, and where each word of the first one stands in it, by the word's number; -1 for one that is gone. */
export interface Version {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A note as every contestant gets it. */
export interface BenchNote extends Span {
  readonly id: string;
  readonly selectors: Selectors;
  /** Whether the noted words stand once in the text: some describe such words without what stands around them. */
  readonly isUnique: boolean;
}

/** A note, and the numbers of the first and the last word that it is on. */
export interface SampleNote extends BenchNote {
  readonly first: number;
  readonly last: number;
}

/** One text in all its versions, with notes on random words of it. */
export interface Sample {
  readonly words: number;
  readonly versions: Readonly<Record<VersionName, Version>>;
  readonly notes: readonly SampleNote[];
}

/** What a page is sent of a sample. */
export interface PageSample {
  readonly texts: Readonly<Record<VersionName, string>>;
  readonly notes: readonly BenchNote[];
}

/**
 * An interview of about so many words, what becomes of it, and so many notes of 4 to 30 words each; `spare` more, the last
 * ones, are on its first screen, where somebody would write them. The same for a seed.
 */
export function sampleOf(words: number, notes: number, seed: number, spare = 0): Sample {
  const random = seeded(seed);
  const article = readArticle(interviewOf(words, seed));
  const { text } = article;
  const saved = wordsOf(text);
  const count = saved.starts.length;
  return {
    words: count,
    versions: {
      saved,
      paragraph: addParagraph(saved, interviewOf(40, seed + 1).split('\n\n')[1]!),
      'edited-1': editWords(saved, 0.01, random),
      'edited-5': editWords(saved, 0.05, random),
    },
    notes: Array.from({ length: notes + spare }, (_, index): SampleNote => {
      const first = index < notes ? Math.floor(random() * (count - 40)) : TOP + 20 * (index - notes);
      const last = first + 3 + Math.floor(random() * 27);
      const span = { start: saved.starts[first]!, end: saved.ends[last]! };
      const exact = text.slice(span.start, span.end);
      const isUnique = !text.includes(exact, text.indexOf(exact) + 1);
      return { id: `n${index}`, ...span, selectors: describe(article, span), isUnique, first, last };
    }),
  };
}

/** A text as its own first version. */
export function wordsOf(text: string): Version {
  const words = [...text.matchAll(/\S+/g)];
  return {
    text,
    starts: Int32Array.from(words, ({ index }) => index),
    ends: Int32Array.from(words, ({ index, 0: word }) => index + word.length),
  };
}

/** A paragraph is put before the second one. */
export function addParagraph({ text, starts, ends }: Version, paragraph: string): Version {
  const at = text.indexOf('\n\n') + 2;
  const by = paragraph.length + 2;
  const move = (offset: number): number => (offset > at ? offset + by : offset);
  return {
    text: `${text.slice(0, at)}${paragraph}\n\n${text.slice(at)}`,
    starts: starts.map((start) => (start >= at ? start + by : start)),
    ends: ends.map(move),
  };
}

/**
 * That share of the words that begin small is dropped, doubled, misspelt or replaced; what stands in a word's place counts
 * as the word. Names stay, those of speakers too: where one changes, its words are another's, and Sidegloss asks.
 */
export function editWords({ text, starts, ends }: Version, share: number, random: () => number): Version {
  const parts: string[] = [];
  const now = { starts: starts.slice(), ends: ends.slice() };
  let length = 0;
  const put = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (let index = 0; index < starts.length; index += 1) {
    const word = text.slice(starts[index], ends[index]);
    const between = text.slice(ends[index], starts[index + 1] ?? text.length);
    const isName = /^\P{Ll}/u.test(word);
    const kind = !isName && random() < share ? Math.floor(random() * 4) : -1;
    const isDropped = kind === 0 && between === ' ';
    now.starts[index] = isDropped ? -1 : length;
    if (isDropped) now.ends[index] = -1;
    else {
      put(kind === 2 ? misspelt(word) : kind === 3 ? 'somewhat' : word);
      now.ends[index] = length;
      put(kind === 1 ? ` ${word}${between}` : between);
    }
  }
  return { text: parts.join(''), ...now };
}

const misspelt = (word: string): string => `${word.slice(0, -1)}x`;

/** A sample as it is sent to a page. */
export function toPage({ versions, notes }: Sample): PageSample {
  return {
    texts: {
      saved: versions.saved.text,
      paragraph: versions.paragraph.text,
      'edited-1': versions['edited-1'].text,
      'edited-5': versions['edited-5'].text,
    },
    notes: notes.map(({ id, start, end, selectors, isUnique }) => ({ id, start, end, selectors, isUnique })),
  };
}
