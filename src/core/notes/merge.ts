import type { Correction } from '../voices/read-article.ts';
import type { KeptArticle } from './kept-article.ts';
import type { ReaderNote } from './note.ts';
import { contentOf, isLater, isRecordedPast, relate } from './note-state.ts';
import { hashText } from '../text/hash.ts';
import { runSlices, type Slices } from '../text/slices.ts';

/** All that a reader has made, as a note store gives it for a backup and a backup gives it back. */
export interface Contents {
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly { readonly article: string; readonly corrections: readonly Correction[] }[];
  readonly texts: readonly { readonly hash: string; readonly text: string }[];
  readonly drafts: readonly {
    readonly article: string;
    readonly key: string;
    readonly fields: string;
    readonly modified: string;
  }[];
  /** Own articles; absent where there are none, as in what comes from elsewhere. */
  readonly articles?: readonly KeptArticle[];
}

/** What a merge saves and why. */
export interface Merge {
  /** What the store has to save, and nothing that it has already. */
  readonly save: Contents;
  /** How many notes are new; newer than those there; there already or older; and kept beside one that differs. */
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly split: number;
}

/** Notes merged in a slice. */
const SLICE = 200;

/** As `mergingBackup`, all at once. */
export function mergeBackup(existing: Contents, backup: Contents, newId: () => string): Merge {
  return runSlices(mergingBackup(existing, backup, newId));
}

/**
 * What to save so that a store has what it had and what a backup (or an import) has. The newer state of a note wins;
 * where a note was changed in two ways since a common state, both are kept: the later one has the id, the other one
 * becomes a note of its own, split from it, under a new id.
 *
 * - Twice gives the same as once: a state that is there, or was there before a change, is not added again.
 * - No text is lost, except one that is the past of one that stays, as `relate` says.
 * - The order of merges does not matter to which states there are, only to which ids split notes have.
 *
 * Notes that were deleted since the backup come back. Corrections that are missing go before those there, which
 * therefore have the last word. A draft comes back only where none is being typed. An own article that is there stays
 * as it is; where its text or what it was made of differs in the backup, that comes as another article beside it.
 */
export function* mergingBackup(existing: Contents, backup: Contents, newId: () => string): Slices<Merge> {
  const roots = rootsOf([...backup.notes, ...existing.notes]);
  const rootOf = ({ id }: ReaderNote): string => roots.get(id) ?? id;
  const families = new Map<string, readonly ReaderNote[]>();
  for (const [index, note] of existing.notes.entries()) {
    if (index % SLICE === 0) yield (index / existing.notes.length) * 0.2;
    families.set(rootOf(note), [...(families.get(rootOf(note)) ?? []), note]);
  }
  const save = new Map<string, ReaderNote>();
  const counts = { added: 0, updated: 0, unchanged: 0, split: 0 };
  for (const [index, note] of backup.notes.entries()) {
    if (index % SLICE === 0) yield 0.2 + (index / backup.notes.length) * 0.8;
    const family = families.get(rootOf(note)) ?? [];
    const { count, changed } = mergeNote(family, note, newId);
    counts[count] += 1;
    for (const one of changed) save.set(one.id, one);
    families.set(rootOf(note), [
      ...family.filter(({ id }) => !changed.some((one) => one.id === id)),
      ...changed,
    ]);
  }
  const articles = mergeArticles(existing.articles ?? [], backup.articles ?? []);
  const contents: Contents = {
    notes: [...save.values()],
    corrections: mergeCorrections(existing, backup),
    texts: missing(existing.texts, backup.texts, ({ hash }) => hash),
    drafts: missing(existing.drafts, backup.drafts, ({ article, key }) => JSON.stringify([article, key])),
    ...(articles.length > 0 && { articles }),
  };
  return { save: contents, ...counts };
}

/** What a note changes among the notes that go back to the same one. */
function mergeNote(
  family: readonly ReaderNote[],
  note: ReaderNote,
  newId: () => string,
): { count: 'added' | 'updated' | 'unchanged' | 'split'; changed: ReaderNote[] } {
  const same = family.find(({ id }) => id === note.id);
  const relation = same && relate(same, note);
  if (relation === 'same' || relation === 'a is newer') return { count: 'unchanged', changed: [] };
  if (same && relation === 'b is newer') return { count: 'updated', changed: [inPlaceOf(same, note)] };
  // The state may be there under another id, where it was split off before.
  if (family.some((one) => contentOf(one) === contentOf(note) || isRecordedPast(note, one))) {
    return { count: 'unchanged', changed: [] };
  }
  const past = family.find((one) => isRecordedPast(one, note));
  if (past) return { count: 'updated', changed: [inPlaceOf(past, note)] };
  if (!same) return { count: 'added', changed: [note] };
  const [later, other] = isLater(note, same) ? [note, same] : [same, note];
  const split: ReaderNote = { ...other, id: newId(), splitFrom: note.id };
  return { count: 'split', changed: later === note ? [inPlaceOf(same, note), split] : [split] };
}

/** A note's state under another note's id, with a revision by which open pages see that it changed. */
function inPlaceOf(there: ReaderNote, note: ReaderNote): ReaderNote {
  const { splitFrom: _, ...rest } = note;
  const { id, splitFrom } = there;
  const revision = Math.max(note.revision, there.revision + 1);
  return { ...rest, id, revision, ...(splitFrom !== undefined && { splitFrom }) };
}

/** The note that each split note goes back to over those between; of two entries for one id the last one counts. */
function rootsOf(notes: readonly ReaderNote[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const { id, splitFrom } of notes) if (splitFrom !== undefined) parents.set(id, splitFrom);
  const roots = new Map<string, string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let id = start;
    // A file from elsewhere may lead round in a circle.
    while (!path.has(id) && !roots.has(id)) {
      path.add(id);
      id = parents.get(id) ?? id;
    }
    const root = roots.get(id) ?? id;
    for (const one of path) roots.set(one, root);
  }
  return roots;
}

function mergeCorrections(existing: Contents, backup: Contents): Contents['corrections'] {
  const merged = new Map(existing.corrections.map((one) => [one.article, one.corrections]));
  const changed = new Set<string>();
  for (const { article, corrections } of backup.corrections) {
    const there = merged.get(article) ?? [];
    const nameOf = ({ start, end, speaker, kind }: Correction): string =>
      JSON.stringify([start, end, speaker, kind]);
    const more = missing(there, corrections, nameOf);
    if (more.length === 0) continue;
    merged.set(article, [...more, ...there]);
    changed.add(article);
  }
  return [...changed].map((article) => ({ article, corrections: merged.get(article)! }));
}

/** The articles that are not there as they are. Named after what it holds, a second version comes only once. */
function mergeArticles(there: readonly KeptArticle[], given: readonly KeptArticle[]): KeptArticle[] {
  const byId = new Map(there.map((one) => [one.id, one]));
  return given.flatMap((one) => {
    const same = byId.get(one.id);
    if (same?.packed === one.packed) return [];
    const id = same ? `${one.id}x${hashText(one.packed).replaceAll(/[^A-Za-z0-9]/g, '')}` : one.id;
    if (byId.has(id)) return [];
    const added = same ? { ...one, id, title: `${one.title} (from a backup)` } : one;
    byId.set(id, added);
    return [added];
  });
}

/** Those of `given` whose name none of `there` has, each name once. */
function missing<T>(there: readonly T[], given: readonly T[], nameOf: (one: T) => string): T[] {
  const names = new Set(there.map(nameOf));
  return given.filter((one) => {
    const name = nameOf(one);
    return !names.has(name) && names.add(name);
  });
}
