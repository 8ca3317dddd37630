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

/** What `NoteStore.saveAll` is given. */
export interface SavingAll {
  readonly notes: readonly ReaderNote[];
  readonly newId: () => string;
  readonly replacing?: ReadonlyMap<string, number> | undefined;
}

/** Saves many notes as `NoteStore.saveAll` promises: the notes as they now stand, and those that were written. */
export async function saveNotes(
  records: NoteRecords,
  { notes, ...how }: SavingAll,
): Promise<{ standing: ReaderNote[]; written: ReaderNote[] }> {
  const standing: ReaderNote[] = [];
  const written: ReaderNote[] = [];
  await inGroups(notes, async (group) => {
    const saved = await saveGroup(records, { notes: group, ...how });
    standing.push(...saved.standing);
    written.push(...saved.written);
  });
  return { standing, written };
}

/** Deletes notes as `NoteStore.remove` promises, remembering of each only its id and how far it had counted. */
export async function removeNotes(records: NoteRecords, ids: readonly string[]): Promise<ReaderNote[]> {
  const removed: ReaderNote[] = [];
  await inGroups([...new Set(ids)], async (group) => {
    const found = await Promise.all(group.map(records.get));
    const notes = found.filter((note) => note !== undefined);
    removed.push(...notes);
    await Promise.all(
      notes.flatMap(({ id, revision }) => [records.delete(id), records.keepLastRevision(id, revision)]),
    );
  });
  return removed;
}

/**
 * Records asked for at once. One by one, waiting for the answers takes most of the time; all at once, asking keeps the
 * page from its reader: a hundred take about 5 ms.
 */
const GROUP = 50;

async function inGroups<T>(all: readonly T[], work: (group: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += GROUP) {
    // oxlint-disable-next-line no-await-in-loop -- one group after the other is the point
    await work(all.slice(from, from + GROUP));
  }
}

async function saveGroup(
  records: NoteRecords,
  { notes, newId, replacing }: SavingAll,
): Promise<{ standing: ReaderNote[]; written: ReaderNote[] }> {
  const standing: ReaderNote[] = [];
  const written: ReaderNote[] = [];
  const ids = [...new Set(notes.map(({ id }) => id))];
  const found = await Promise.all(
    ids.map(async (id) => {
      const note = await records.get(id);
      return { id, note, last: note ? 0 : await records.lastRevision(id) };
    }),
  );
  const last = new Map(found.map((one) => [one.id, one.last]));
  // As it stands after each note, because a list may name an id twice.
  const stored = new Map(found.map(({ id, note }) => [id, note]));
  const puts: Promise<unknown>[] = [];
  const put = (note: ReaderNote): ReaderNote => {
    stored.set(note.id, note);
    written.push(note);
    const done = records.put(note);
    // It is waited for below; until then its failure is nobody's.
    done.catch(() => undefined);
    puts.push(done);
    return note;
  };
  for (const note of notes) {
    const { id } = note;
    const there = stored.get(id);
    if (!there) {
      const before = last.get(id) ?? 0;
      standing.push(put(before === 0 ? note : { ...note, revision: Math.max(note.revision, before + 1) }));
    } else if (there.revision === replacing?.get(id)) {
      standing.push(put({ ...note, revision: there.revision + 1 }));
    } else if (saysTheSame(there, note)) standing.push(there);
    else {
      // oxlint-disable-next-line no-await-in-loop -- two notes may be given one other id
      const beside = await putBeside(records, note, newId());
      written.push(...beside.written);
      standing.push(beside.kept);
    }
  }
  await Promise.all(puts);
  return { standing, written };
}

interface Kept {
  readonly kept: ReaderNote;
  readonly written: ReaderNote[];
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
