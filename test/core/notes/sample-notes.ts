import { describe } from '../../../src/core/anchor/describe.ts';
import { locate } from '../../../src/core/anchor/locate.ts';
import { placeNotes, type ReaderNote } from '../../../src/core/notes/note.ts';
import type { PlacedNotes } from '../../../src/core/notes/listing.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { sampleArticle } from '../voices/sample.ts';

/** A short interview with pairs of surrogates, combining marks and words that stand twice. */
export const INTERVIEW: Article = sampleArticle([
  'front: The harbour 🚢 will stay',
  'question ask: Will the harbour be rebuilt?',
  'answer mayor: It will be rebuilt by spring. Costs fell by 3 %, and the union agrees.',
  'question ask: And the cafe\u0301 😀 on the quay?',
  'answer union: The harbour comes first. Costs fell by 3 %? They doubled!',
]);

/** The span of words in an article, at their n-th place. Throws where they are not there. */
export function spanOf(article: Article, words: string, nth = 1): { start: number; end: number } {
  let start = -1;
  for (let found = 0; found < nth; found += 1) start = article.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not in the sample`);
  return { start, end: start + words.length };
}

/** A reader's note on words of the sample. */
export function sampleNote(words: string, some: Partial<ReaderNote> = {}): ReaderNote {
  return {
    id: '5f0c2f0e-7a3b-4b52-9d8a-0d5f7c1f9a01',
    article: 'harbour',
    kind: 'comment',
    selectors: describe(INTERVIEW, spanOf(INTERVIEW, words)),
    body: 'Which year?',
    tags: [],
    colour: 'yellow',
    created: '2025-03-01T10:00:00.000Z',
    modified: '2025-03-01T10:00:00.000Z',
    revision: 1,
    ...some,
  };
}

/** Notes found in the sample, as the lists for people take them. */
export function placed(...notes: ReaderNote[]): PlacedNotes {
  return placeNotes(INTERVIEW, notes, locate);
}
