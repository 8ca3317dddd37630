import MiniSearch from 'minisearch';
import { locate } from '../../core/anchor/locate.ts';
import { formatQuoteLocator } from '../../core/link/quote-link.ts';
import type { Note, PublishedNote, ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { termsOf } from '../../core/text/terms.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { stretches } from '../../core/voices/stretches.ts';
import { excerptOf, type Piece } from './excerpt.ts';

/** An article to search through, and what lies on it. */
export interface Searchable {
  readonly slug: string;
  readonly title: string;
  /** Its address, without a fragment. */
  readonly href: string;
  /** Shown as one text of nobody in particular. */
  readonly isPlain: boolean;
  /** As the reader has corrected it. */
  readonly article: Article;
  readonly notes: readonly ReaderNote[];
  readonly published: readonly PublishedNote[];
}

/** What was found, by article, the best first; and how much in all. */
export interface Found {
  readonly words: string;
  readonly hits: number;
  readonly groups: readonly FoundIn[];
}

/** What was found in one article: how much, and the best of it. */
export interface FoundIn extends Pick<Searchable, 'slug' | 'title' | 'href'> {
  readonly lang: string;
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** One place that was found. */
export interface Hit {
  readonly id: number;
  /** Who said or wrote it: “Ada Byrne”, “Your note”, “Claim 3”. Empty where nobody did (a title). */
  readonly who: string;
  /** The words around what was found, cut where that begins and ends. */
  readonly pieces: readonly Piece[];
  /** The address of the words in their article; of the article where they have no place. */
  readonly href: string;
}

/** An index over articles, to be used where it keeps nobody waiting: half a second goes by for 100,000 words. */
export interface SearchIndex {
  /** Adds an article, or takes it again as it is now. */
  readonly put: (searchable: Searchable) => void;
  readonly drop: (slug: string) => void;
  /** Words that occur are looked for as they are and as beginnings; those that don't, with typos forgiven. */
  readonly search: (words: string) => Found;
}

/** A text that is searched: a paragraph, a note's, or a title that stands in no paragraph. */
interface Entry {
  readonly of: Searchable;
  readonly text: string;
  /** Where the text stands in the article; null where it does not. */
  readonly at: Span | null;
  readonly note: { readonly who: string; readonly note: Note } | null;
}

/** So many places are shown of an article, and of all. */
const MOST_IN_ARTICLE = 20;
const MOST = 200;

export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
  const entries = new Map<number, Entry>();
  const byArticle = new Map<string, number[]>();
  let last = 0;

  const drop = (slug: string): void => {
    const ids = byArticle.get(slug) ?? [];
    index.discardAll(ids);
    for (const id of ids) entries.delete(id);
    byArticle.delete(slug);
  };
  const put = (searchable: Searchable): void => {
    drop(searchable.slug);
    const ids: number[] = [];
    for (const entry of entriesOf(searchable)) {
      last += 1;
      ids.push(last);
      entries.set(last, entry);
      index.add({ id: last, text: entry.text });
    }
    byArticle.set(searchable.slug, ids);
  };
  const search = (words: string): Found => {
    const occurs = (term: string): boolean => index.search(term, { prefix: isPrefix }).length > 0;
    const typos = new Set(termsOf(words).filter((term) => !occurs(term)));
    const results = index.search(words, {
      combineWith: 'AND',
      prefix: isPrefix,
      fuzzy: (term) => (typos.has(term) ? typosIn(term) : false),
    });
    const groups = new Map<string, { of: Searchable; count: number; hits: Hit[] }>();
    let shown = 0;
    for (const { id, terms } of results) {
      const entry = entries.get(Number(id));
      if (!entry) continue;
      const { of } = entry;
      const group = groups.get(of.slug) ?? { of, count: 0, hits: [] };
      groups.set(of.slug, group);
      group.count += 1;
      if (group.hits.length >= MOST_IN_ARTICLE || shown >= MOST) continue;
      shown += 1;
      group.hits.push(hitOf(Number(id), entry, new Set(terms)));
    }
    return {
      words,
      hits: results.length,
      groups: [...groups.values()].map(({ of, count, hits }) => ({
        slug: of.slug,
        title: of.title,
        href: of.href,
        lang: of.article.lang,
        count,
        hits,
      })),
    };
  };
  return { put, drop, search };
}

/** The beginning of a word is enough, but one letter says nothing. */
const isPrefix = (term: string): boolean => term.length > 1;

/** How many letters may be wrong, missing or too many. Two neighbours that changed places are two. */
function typosIn(term: string): number {
  if (term.length >= 5) return 2;
  return term.length === 4 ? 1 : 0;
}

function* entriesOf(of: Searchable): Generator<Entry> {
  const { article, title, notes, published } = of;
  const titles = new Set<string>();
  // Who speaks is said with each place; a printed name would be found with every turn.
  const labels = new Map(article.turns.map(({ start, label }) => [start, label?.end ?? start]));
  for (const block of article.blocks) {
    const { end, kind } = block;
    const start = of.isPlain
      ? block.start
      : withoutSpace(article.text, labels.get(block.start) ?? block.start);
    const text = article.text.slice(start, end);
    if (kind === 'title') titles.add(text);
    yield { of, text, at: { start, end }, note: null };
  }
  if (!titles.has(title)) yield { of, text: title, at: null, note: null };
  for (const note of published) {
    yield { of, text: note.body, at: null, note: { who: tellPublished(article, note), note } };
  }
  for (const note of notes) {
    const tags = note.tags.map((tag) => `#${tag}`).join(' ');
    const text = [note.body, tags].filter((part) => part !== '').join('\n');
    const who = WHOSE[note.kind];
    // A bare highlight says nothing but the words that it is on.
    if (text !== '') yield { of, text, at: null, note: { who, note } };
  }
}

const WHOSE = {
  highlight: 'Your note',
  comment: 'Your note',
  claim: 'Your claim',
  question: 'Your reading of a question',
} as const;

/** The offset of the first character from `at` on that is no white space. */
function withoutSpace(text: string, at: number): number {
  let start = at;
  while (start < text.length && /\s/.test(text[start]!)) start += 1;
  return start;
}

function tellPublished({ speakers }: Article, { claim, label }: PublishedNote): string {
  if (!claim) return `Note ${label}`;
  const speaker = speakers.find(({ id }) => id === claim.voice.speaker);
  return speaker ? `Claim ${label} · ${speaker.name}` : `Claim ${label}`;
}

function hitOf(id: number, { of, text, at, note }: Entry, terms: ReadonlySet<string>): Hit {
  const { pieces, marked } = excerptOf(text, terms);
  if (note) return { id, who: note.who, pieces, href: hrefOfNote(of, note.note) };
  if (!at || !marked) return { id, who: '', pieces, href: of.href };
  const span = { start: at.start + marked.start, end: at.start + marked.end };
  const href = of.href + formatQuoteLocator(of.article, span);
  return { id, who: of.isPlain ? '' : speakerAt(of.article, span), pieces, href };
}

function hrefOfNote({ article, href }: Searchable, { selectors }: Note): string {
  const located = locate(article, selectors);
  return 'span' in located ? href + formatQuoteLocator(article, located.span) : href;
}

/** Who says the words; empty outside of the article's body. */
function speakerAt(article: Article, { start }: Span): string {
  const stretch = stretches(article).find((one) => one.start <= start && start < one.end);
  if (!stretch) return '';
  return article.speakers.find(({ id }) => id === stretch.speaker)?.name ?? 'Unknown voice';
}
