import type { Article } from '../../../src/core/voices/read-article.ts';

/** An article of plain paragraphs; `«Name: words»` would need the rules, so voices are given by hand where they matter. */
export function articleOf(text: string, said: Readonly<Record<string, string>> = {}): Article {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match, index) => ({
    id: `p${index}`,
    start: match.index,
    end: match.index + match[0].length,
    kind: 'paragraph' as const,
  }));
  return {
    lang: 'en',
    text,
    blocks,
    speakers: [],
    quotations: [],
    turns: blocks.map(({ id, start, end }) => ({
      id: `t${id}`,
      start,
      end,
      kind: 'statement',
      speaker: said[id] ?? null,
    })),
    exchanges: [],
  };
}

/** The span of words in a text, the first time that they stand there or the nth. */
export function spanOf(text: string, words: string, nth = 1): { start: number; end: number } {
  let start = -1;
  for (let found = 0; found < nth; found += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the sample`);
  return { start, end: start + words.length };
}
