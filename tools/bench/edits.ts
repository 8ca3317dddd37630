import type { Span } from '../../src/core/text/span.ts';

/** A text and where each of its UTF-16 units came from in the text that it was made of; -1 for what was added. */
interface Edited {
  readonly text: string;
  readonly origins: readonly number[];
}

type Random = () => number;
type Edit = (text: Edited, random: Random) => Edited;

/** The first that is not white space and all up to the next that is. */
const WORD = /\S+/g;
const SENTENCE = /[^\s.!?][^.!?\n]*[.!?]+["”’']*/g;
const PARAGRAPH = /[^\n](?:[^\n]|\n(?!\n))*/g;
const ALPHABET = 'etaoinshrdlucmfwypvbgkjqxz';

/** Changes a text at random, so many times for each 3,000 words: typos, words, sentences and paragraphs alike. */
export function edit(text: string, random: Random, per3000 = 20): Edited {
  const count = Math.max(1, Math.round((text.split(/\s+/).length * per3000) / 3000));
  let edited: Edited = { text, origins: Array.from({ length: text.length }, (_, index) => index) };
  for (let done = 0; done < count; done += 1) edited = pick(pick(KINDS, random), random)(edited, random);
  return edited;
}

/** What is left of a span's letters and digits: where each of them is now, in order. */
export function survivorsOf({ text, origins }: Edited, span: Span): number[] {
  return [...origins.keys()].filter((index) => {
    const origin = origins[index]!;
    return origin >= span.start && origin < span.end && /[\p{L}\p{N}]/u.test(text[index]!);
  });
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!;

function anyOf({ text }: Edited, pattern: RegExp, random: Random): Span {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return { start: 0, end: 0 };
  const match = pick(all, random);
  return { start: match.index, end: match.index + match[0].length };
}

function replace({ text, origins }: Edited, { start, end }: Span, by: string): Edited {
  return {
    text: text.slice(0, start) + by + text.slice(end),
    origins: [...origins.slice(0, start), ...Array.from(by, () => -1), ...origins.slice(end)],
  };
}

/** Two neighbouring spans change places; what is between stays. */
function swap({ text, origins }: Edited, a: Span, b: Span): Edited {
  const order: Span[] = [
    { start: 0, end: a.start },
    b,
    { start: a.end, end: b.start },
    a,
    { start: b.end, end: text.length },
  ];
  return {
    text: order.map(({ start, end }) => text.slice(start, end)).join(''),
    origins: order.flatMap(({ start, end }) => origins.slice(start, end)),
  };
}

/** Some span of a kind and the one after it change places. */
function swapNeighbours(pattern: RegExp): Edit {
  return (text, random) => {
    const a = anyOf(text, pattern, random);
    const next = [...text.text.matchAll(pattern)].find(({ index }) => index >= a.end);
    return next ? swap(text, a, { start: next.index, end: next.index + next[0].length }) : text;
  };
}

/** Takes a span of a kind away, with the white space behind it. */
function drop(pattern: RegExp): Edit {
  return (text, random) => {
    const { start, end } = anyOf(text, pattern, random);
    const space = /^\s*/.exec(text.text.slice(end))![0].length;
    return replace(text, { start, end: end + space }, '');
  };
}

const letterIn = (text: Edited, random: Random): number => {
  const { start, end } = anyOf(text, /[\p{L}\p{N}]{2,}/gu, random);
  return start + Math.floor(random() * (end - start - 1));
};
const someWord = (text: Edited, random: Random): string => {
  const { start, end } = anyOf(text, /\p{L}+/gu, random);
  return text.text.slice(start, end).toLowerCase();
};
const someSentence = (text: Edited, random: Random): string => {
  const words = Array.from({ length: 6 + Math.floor(random() * 16) }, () => someWord(text, random)).join(' ');
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
};

const TYPOS: readonly Edit[] = [
  (text, random) => {
    const at = letterIn(text, random);
    return swap(text, { start: at, end: at + 1 }, { start: at + 1, end: at + 2 });
  },
  (text, random) => {
    const at = letterIn(text, random);
    return replace(text, { start: at, end: at + 1 }, '');
  },
  (text, random) => {
    const at = letterIn(text, random);
    return replace(text, { start: at, end: at }, text.text[at]!);
  },
  (text, random) => {
    const at = letterIn(text, random);
    return replace(text, { start: at, end: at + 1 }, pick([...ALPHABET], random));
  },
];
const WORDS: readonly Edit[] = [
  drop(WORD),
  (text, random) => {
    const { start } = anyOf(text, WORD, random);
    return replace(text, { start, end: start }, `${someWord(text, random)} `);
  },
  (text, random) => replace(text, anyOf(text, /\p{L}+/gu, random), someWord(text, random)),
];
const SENTENCES: readonly Edit[] = [
  drop(SENTENCE),
  (text, random) => {
    const { end } = anyOf(text, SENTENCE, random);
    return replace(text, { start: end, end }, ` ${someSentence(text, random)}`);
  },
  swapNeighbours(SENTENCE),
];
const PARAGRAPHS: readonly Edit[] = [
  drop(PARAGRAPH),
  (text, random) => {
    const { start } = anyOf(text, PARAGRAPH, random);
    const added = Array.from({ length: 3 }, () => someSentence(text, random)).join(' ');
    return replace(text, { start, end: start }, `${added}\n\n`);
  },
  swapNeighbours(PARAGRAPH),
  // One becomes two, behind a sentence; two become one.
  (text, random) => {
    const { end } = anyOf(text, SENTENCE, random);
    return text.text[end] === ' ' ? replace(text, { start: end, end: end + 1 }, '\n\n') : text;
  },
  (text, random) => replace(text, anyOf(text, /\n\n+/g, random), ' '),
];
const KINDS = [TYPOS, WORDS, SENTENCES, PARAGRAPHS];
