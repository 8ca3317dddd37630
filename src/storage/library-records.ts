import { selectorOf } from '../core/anchor/selectors.ts';
import { hashText } from '../core/text/hash.ts';
import type { KeptArticle } from '../core/notes/kept-article.ts';
import type { ReaderNote } from '../core/notes/note.ts';
import type { Original } from '../core/text/brought.ts';
import type { Correction } from '../core/voices/read-article.ts';
import { countWords, shares } from '../core/voices/stretches.ts';
import type {
  OwnListing,
  Removed,
  RemovedEntry,
  StoredArticle,
  StoredListing,
  StoredOriginal,
} from './library-store.ts';
import { removeNotes, saveNotes, type NoteRecords } from './note-records.ts';
import type { Draft } from './note-store.ts';
import { ownSlug, type OwnArticle } from './own-article.ts';

/** Records of one kind in one transaction. */
export interface Records<Value> {
  get: (key: string) => Promise<Value | undefined>;
  put: (value: Value) => Promise<unknown>;
  delete: (key: string) => Promise<unknown>;
}

/** What the rules of the library need of a database, whatever it is made of, in one transaction. */
export interface LibraryRecords {
  readonly listings: Records<StoredListing> & { all: () => Promise<StoredListing[]> };
  readonly articles: Records<StoredArticle>;
  readonly originals: Records<StoredOriginal>;
  readonly notes: NoteRecords & { on: (slug: string) => Promise<ReaderNote[]>; each: EachNote };
  readonly corrections: Records<{ readonly article: string; readonly corrections: readonly Correction[] }>;
  readonly texts: Records<{ readonly hash: string; readonly text: string }>;
  readonly drafts: {
    on: (slug: string) => Promise<Draft[]>;
    put: (draft: Draft) => Promise<unknown>;
    delete: (slug: string, key: string) => Promise<unknown>;
  };
}

/** Shows every note there is, some at a time. */
type EachNote = (seen: (note: ReaderNote) => void) => Promise<void>;

/** An article as `LibraryStore.put` keeps it. Made before the transaction begins, because it takes time. */
export interface Packed {
  readonly listing: StoredListing;
  readonly article: StoredArticle;
  readonly original: StoredOriginal | null;
}

export function packArticle(own: OwnArticle, original: Original | null): Packed {
  const { id, title, article, created, opened } = own;
  const { lang, text } = article;
  const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker.name]));
  const voices = own.isPlain
    ? []
    : shares(article).flatMap(({ speaker }) => (speaker === null ? [] : (names.get(speaker) ?? [])));
  const words = countWords(text, { start: 0, end: text.length });
  return {
    listing: { id, title, lang, voices, words, created, opened, text: hashText(text) },
    article: { id, packed: JSON.stringify(own) },
    original: original && { id, original },
  };
}

/** What is shown of a listing as it is stored. */
export function listingFrom(stored: StoredListing, notes: number): OwnListing {
  const { id, title, lang, voices, words, created, opened } = stored;
  return { id, title, lang, voices, words, notes, created, opened };
}

/** An article as a backup carries it. */
export function keptFrom(
  { id, title, opened }: StoredListing,
  { packed }: StoredArticle,
  original: StoredOriginal | undefined,
): KeptArticle {
  return { id, title, opened, packed, original: original?.original ?? null };
}

/** What a backup carried, as an article under the id that it is to have. */
export function articleFromKept({ id, title, opened, packed }: KeptArticle): OwnArticle {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked where the backup was read
  return { ...(JSON.parse(packed) as OwnArticle), id, title, opened };
}

/** An article that was packed, with what its listing says by now. */
export function unpackArticle(packed: string, { title, opened }: StoredListing): OwnArticle {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `packArticle` and by nothing else
  const own = JSON.parse(packed) as OwnArticle;
  return { ...own, title, opened };
}

export async function putArticle(records: LibraryRecords, packed: Packed): Promise<void> {
  const { listing, article, original } = packed;
  await records.articles.put(article);
  await (original ? records.originals.put(original) : records.originals.delete(listing.id));
  await records.listings.put(listing);
}

/** Changes fields of a listing; false where there is none, or where it says the same already. */
export async function changeListing(
  { listings }: Pick<LibraryRecords, 'listings'>,
  id: string,
  fields: Partial<Pick<StoredListing, 'title' | 'opened'>>,
): Promise<boolean> {
  const before = await listings.get(id);
  if (!before) return false;
  const after = { ...before, ...fields };
  if (after.title === before.title && after.opened === before.opened) return false;
  await listings.put(after);
  return true;
}

export async function removeArticles(records: LibraryRecords, ids: readonly string[]): Promise<Removed> {
  const entries: RemovedEntry[] = [];
  for (const id of new Set(ids)) {
    // oxlint-disable-next-line no-await-in-loop -- few, and each with many records
    const entry = await removeArticle(records, id);
    if (entry) entries.push(entry);
  }
  return { entries, texts: await removeTexts(records, entries) };
}

async function removeArticle(records: LibraryRecords, id: string): Promise<RemovedEntry | null> {
  const { listings, articles, originals, corrections, drafts } = records;
  const slug = ownSlug(id);
  const [listing, article] = [await listings.get(id), await articles.get(id)];
  if (!listing || !article) return null;
  const entry: RemovedEntry = {
    listing,
    article,
    original: (await originals.get(id)) ?? null,
    corrections: (await corrections.get(slug))?.corrections ?? [],
    drafts: await drafts.on(slug),
    notes: await removeNotes(
      records.notes,
      (await records.notes.on(slug)).map((note) => note.id),
    ),
  };
  await Promise.all([
    ...[listings, articles, originals].map((each) => each.delete(id)),
    corrections.delete(slug),
    ...entry.drafts.map(({ key }) => drafts.delete(slug, key)),
  ]);
  return entry;
}

/** Deletes the texts that were kept for removed articles, except those that anything else refers to. */
async function removeTexts(
  { listings, notes, texts }: LibraryRecords,
  entries: readonly RemovedEntry[],
): Promise<Removed['texts']> {
  const unused = new Set(
    entries.flatMap((entry) => [entry.listing.text, ...entry.notes.flatMap(textOfNote)]),
  );
  if (unused.size === 0) return [];
  for (const { text } of await listings.all()) unused.delete(text);
  await notes.each((note) => textOfNote(note).forEach((hash) => unused.delete(hash)));
  const kept = await Promise.all([...unused].map(texts.get));
  const gone = kept.filter((text) => text !== undefined);
  await Promise.all(gone.map(({ hash }) => texts.delete(hash)));
  return gone;
}

function textOfNote({ selectors }: ReaderNote): string[] {
  const hash = selectorOf(selectors, 'ArticleSelector')?.text;
  return hash === undefined ? [] : [hash];
}

export async function restoreArticles(
  records: LibraryRecords,
  { entries, texts }: Removed,
  newId: () => string,
): Promise<void> {
  for (const entry of entries) {
    // oxlint-disable-next-line no-await-in-loop -- few, and each with many records
    await restoreArticle(records, entry, newId);
  }
  await Promise.all(
    texts.map(async (text) => {
      if (!(await records.texts.get(text.hash))) await records.texts.put(text);
    }),
  );
}

async function restoreArticle(
  records: LibraryRecords,
  entry: RemovedEntry,
  newId: () => string,
): Promise<void> {
  const { listings, notes, corrections, drafts } = records;
  const slug = ownSlug(entry.listing.id);
  if (!(await listings.get(entry.listing.id))) await putArticle(records, entry);
  await saveNotes(notes, { notes: entry.notes, newId });
  if (entry.corrections.length > 0) {
    const since = (await corrections.get(slug))?.corrections ?? [];
    await corrections.put({ article: slug, corrections: [...entry.corrections, ...since] });
  }
  const typed = new Set((await drafts.on(slug)).map(({ key }) => key));
  await Promise.all(entry.drafts.filter(({ key }) => !typed.has(key)).map(drafts.put));
}
