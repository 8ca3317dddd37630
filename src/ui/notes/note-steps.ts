import type { QueryClient } from '@tanstack/react-query';
import type { ReaderNote } from '../../core/notes/note.ts';
import type { NoteChange } from '../../core/notes/note-state.ts';
import type { NoteStore } from '../../storage/note-store.ts';
import type { Message } from '../status-line.tsx';
import type { History } from './history.ts';
import { notesKey } from './notes-key.ts';

/*
 * What everything that changes notes is made of, on whatever page: a note as it stands, steps that can be taken back,
 * and how a failure is said.
 */

/** What a reader gives a note: everything but its place and its times. */
export type NoteFields = Pick<ReaderNote, 'kind' | 'body' | 'tags' | 'colour' | 'claim' | 'question'>;

/** Where notes are worked on. */
export interface Bench {
  readonly store: NoteStore;
  readonly client: QueryClient;
  readonly history: History;
  readonly say: (message: Message) => void;
  readonly now: () => string;
  readonly newId: () => string;
}

/** Takes the last step back, or does it again, and says so. */
export async function step(bench: Pick<Bench, 'history' | 'say'>, how: 'undo' | 'redo'): Promise<void> {
  await attempt(bench, async () => {
    const done = await bench.history[how]();
    if (done) bench.say({ text: how === 'undo' ? `Undone: ${done.what}.` : `Done again: ${done.what}.` });
    else bench.say({ text: how === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.' });
  });
}

/** Deletes notes, which can be taken back; false where that failed, which is said. */
export async function removeNotes(bench: Bench, notes: readonly ReaderNote[]): Promise<boolean> {
  const { store, history, say, newId } = bench;
  const ids = notes.map((note) => note.id);
  const removed = await attempt(bench, () => store.remove(ids));
  if (!removed) return false;
  const what = notes.length === 1 ? `${nounOf(notes[0]!)} deleted` : `${notes.length} notes deleted`;
  history.done({
    what,
    undo: async () => void (await store.saveAll(removed, newId)),
    redo: async () => void (await store.remove(ids)),
  });
  say({ text: `${what}.`, action: { label: 'Undo', act: () => void step(bench, 'undo') } });
  return true;
}

/** The change that gives a note these fields. What is a claim no longer keeps nothing of it. */
export function changeOf(fields: Partial<NoteFields>): NoteChange {
  return { ...fields, ...(fields.kind !== undefined && { claim: fields.claim ?? null }) };
}

/** All that can be changed in a note, as it is in this one. */
export function contentOf({ selectors, body, kind, tags, colour, claim, question }: ReaderNote): NoteChange {
  return { selectors, body, kind, tags, colour, claim: claim ?? null, ...(question && { question }) };
}

/** A note as it is stored now. */
export function storedOf({ client }: Pick<Bench, 'client'>, note: ReaderNote): ReaderNote {
  const notes = client.getQueryData<ReaderNote[]>(notesKey(note.article));
  return notes?.find((one) => one.id === note.id) ?? bareOf(note);
}

/** A note without what the page has added to it: where it is placed. */
export function bareOf(note: ReaderNote): ReaderNote {
  const { span: _span, located: _located, ...bare } = { span: null, located: null, ...note };
  return bare;
}

/** Does some work; where it fails that is said, and the result is null. */
export async function attempt<T>({ say }: Pick<Bench, 'say'>, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    say({ text: tellFailure(error), error: true });
    return null;
  }
}

/** What a kind of note is called at the start of a sentence. */
export function nounOf(note: ReaderNote): string {
  return { highlight: 'Highlight', comment: 'Note', claim: 'Claim', question: 'Reading of a question' }[
    note.kind
  ];
}

/** What happened, what was kept and what to do next, for each way in which saving can fail. */
function tellFailure(error: unknown): string {
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  switch (reason) {
    case 'full':
      return 'Not saved: the disk or the browser’s storage is full. What you typed is still here. Free some space, or export your notes.';
    case 'blocked':
      return 'Not saved: this browser keeps nothing for this site. What you typed is still here; export your notes before you close the page.';
    case 'busy':
      return 'Not saved: another tab holds the notes. What you typed is still here; close the other tabs and save again.';
    case 'deleted':
      return 'Not saved: everything kept here was deleted. What you typed is still here; copy it, then reload this page.';
    case 'newer':
      return 'Not saved: a newer version of Sidegloss is open in another tab. What you typed is still here; copy it, then reload this page.';
    default:
      return 'Not saved: the browser’s database can’t be read. What you typed is still here; export your notes, then reload this page.';
  }
}
