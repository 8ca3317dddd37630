import type { ReaderNote } from '../core/notes/note.ts';
import type { Saved } from './note-store.ts';

/** The records of one transaction: what the rules of saving need of a database, whatever it is made of. */
export interface NoteRecords {
  get: (id: string) => Promise<ReaderNote | undefined>;
  put: (note: ReaderNote) => Promise<unknown>;
  delete: (id: string) => Promise<unknown>;
  /** The last revision of a note that was deleted, 0 where none of that id was. */
  lastRevision: (id: string) => Promise<number>;
  keepLastRevision: (id: string, revision: number) => Promise<unknown>;
}

/** What `NoteStore.save` is given. */
export interface Saving {
  readonly note: ReaderNote;
  readonly basedOn: number;
  readonly otherId: string;
}

/**
 * Saves one note as `NoteStore.save` promises. It rests on this: an id and a revision together stand for one text and
 * for no other, ever. So a note that comes back after a deletion counts on from the revision that was deleted; if it
 * began anew, an editor that had the deleted text open could take a later one for it and write over it.
 */
export async function saveNote(
  records: NoteRecords,
  { note, basedOn, otherId }: Saving,
): Promise<{ saved: Saved; written: ReaderNote[] }> {
  const stored = await records.get(note.id);
  if (stored && stored.revision !== basedOn) {
    if (saysTheSame(stored, note)) return { saved: { note: stored }, written: [] };
    const { kept, written } = await putBeside(records, note, otherId);
    return { saved: { note: kept, other: stored }, written };
  }
  const before = stored?.revision ?? Math.max(basedOn, await records.lastRevision(note.id));
  const kept = { ...note, revision: before + 1 };
  await records.put(kept);
  return { saved: { note: kept }, written: [kept] };
}

/** Saves many notes as `NoteStore.saveAll` promises: the notes as they now stand, and those that were written. */
export async function saveNotes(
  records: NoteRecords,
  notes: readonly ReaderNote[],
  newId: () => string,
): Promise<{ standing: ReaderNote[]; written: ReaderNote[] }> {
  const standing: ReaderNote[] = [];
  const written: ReaderNote[] = [];
  for (const note of notes) {
    // One after the other, because a list may name an id twice.
    // oxlint-disable-next-line no-await-in-loop
    const result = await saveAsItIs(records, note, newId);
    standing.push(result.kept);
    written.push(...result.written);
  }
  return { standing, written };
}

/** Deletes notes as `NoteStore.remove` promises, remembering of each only its id and how far it had counted. */
export async function removeNotes(records: NoteRecords, ids: readonly string[]): Promise<ReaderNote[]> {
  const found = await Promise.all([...new Set(ids)].map(records.get));
  const notes = found.filter((note) => note !== undefined);
  await Promise.all(
    notes.flatMap(({ id, revision }) => [records.delete(id), records.keepLastRevision(id, revision)]),
  );
  return notes;
}

interface Kept {
  readonly kept: ReaderNote;
  readonly written: ReaderNote[];
}

async function saveAsItIs(records: NoteRecords, note: ReaderNote, newId: () => string): Promise<Kept> {
  const stored = await records.get(note.id);
  if (stored && saysTheSame(stored, note)) return { kept: stored, written: [] };
  if (stored) return putBeside(records, note, newId());
  const last = await records.lastRevision(note.id);
  const kept = last === 0 ? note : { ...note, revision: Math.max(note.revision, last + 1) };
  await records.put(kept);
  return { kept, written: [kept] };
}

/** Puts a note under another id, as split from the one whose place is taken. */
async function putBeside(records: NoteRecords, note: ReaderNote, otherId: string): Promise<Kept> {
  const taken = await records.get(otherId);
  // The same once more: the answer to the first time did not arrive.
  if (taken && saysTheSame(taken, note)) return { kept: taken, written: [] };
  if (taken) throw new Error(`note ${note.id} can't be split off as ${otherId}: that id is taken`);
  const revision = (await records.lastRevision(otherId)) + 1;
  const kept = { ...note, id: otherId, revision, splitFrom: note.id };
  await records.put(kept);
  return { kept, written: [kept] };
}

/** Whether two notes hold the same work of the reader's, whatever they are called and whenever they were saved. */
function saysTheSame(a: ReaderNote, b: ReaderNote): boolean {
  const work = ({ article, kind, selectors, body, tags, colour, claim, source }: ReaderNote): unknown => [
    article,
    kind,
    selectors,
    body,
    tags,
    colour,
    claim,
    source,
  ];
  return isEqual(work(a), work(b));
}

/** Equality of JSON values; a field that is undefined counts as absent, and the order of fields does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left: Record<string, unknown> = { ...a };
  const right: Record<string, unknown> = { ...b };
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    isEqual(left[key], right[key]),
  );
}
