import type { ReaderNote } from '../../core/notes/note.ts';
import { correctArticle } from '../../core/voices/correct-article.ts';
import type { Correction } from '../../core/voices/read-article.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { readPublished } from '../../storage/published-door.ts';
import { createSearchIndex, type Found, type Searchable } from './search-index.ts';

/** An article for the worker that searches, in the form in which it is handed over fastest. */
export interface Handed {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  /** An own article as the library has packed it, or the address of one that is published. */
  readonly source: { readonly packed: string } | { readonly address: string };
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly Correction[];
}

/** What the page asks of the worker. */
export type Asked = { readonly put: Handed } | { readonly drop: string } | { readonly search: string };

/** Answers one question after the other; a search with what was found, all else with null. */
export function createDesk(): (asked: Asked) => Promise<Found | null> {
  const index = createSearchIndex();
  let before: Promise<unknown> = Promise.resolve();
  const answer = async (asked: Asked): Promise<Found | null> => {
    if ('search' in asked) return index.search(asked.search);
    if ('drop' in asked) index.drop(asked.drop);
    else index.put(await searchableOf(asked.put));
    return null;
  };
  return (asked) => {
    const turn = before.then(() => answer(asked));
    before = turn.catch(() => undefined);
    return turn;
  };
}

async function searchableOf({ source, corrections, ...rest }: Handed): Promise<Searchable> {
  if ('packed' in source) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the library and by nothing else
    const { article, isPlain } = JSON.parse(source.packed) as OwnArticle;
    return { ...rest, isPlain, article: correctArticle(article, corrections), published: [] };
  }
  const response = await fetch(source.address);
  if (!response.ok) throw new Error(`${source.address}: the server answered ${response.status}`);
  const { article, notes: published } = readPublished(await response.json());
  return { ...rest, isPlain: false, article: correctArticle(article, corrections), published };
}
