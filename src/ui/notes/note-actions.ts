import type { QueryClient } from '@tanstack/react-query';
import { describe, textHash } from '../../core/anchor/describe.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import { revise, type NoteChange } from '../../core/notes/note-state.ts';
import type { Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { NoteStore } from '../../storage/note-store.ts';
import type { Message } from '../status-line.tsx';
import type { History } from './history.ts';

/** What a reader gives a note: everything but its place and its times. */
export type NoteFields = Pick<ReaderNote, 'kind' | 'body' | 'tags' | 'colour' | 'claim' | 'question'>;

/** What can be done with notes. Each resolves when it is on disk; failures are said, and resolve with null or false. */
export interface NoteActions {
  readonly add: (span: Span, fields: NoteFields) => Promise<ReaderNote | null>;
  readonly change: (note: ReaderNote, fields: Partial<NoteFields>) => Promise<ReaderNote | null>;
  /** Puts a note on other words: a lost one, or one that was placed wrongly. */
  readonly attach: (note: ReaderNote, span: Span) => Promise<ReaderNote | null>;
  readonly remove: (notes: readonly ReaderNote[]) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** What the actions need; `id` is the article's. */
export interface Workplace {
  readonly store: NoteStore;
  readonly client: QueryClient;
  readonly article: Article;
  readonly id: string;
  readonly history: History;
  readonly say: (message: Message) => void;
  readonly now: () => string;
  readonly newId: () => string;
}

/** How an article's notes are named in the cache. */
export const notesKey = (article: string): readonly string[] => ['notes', article];

export function createActions(place: Workplace): NoteActions {
  const { store, article, history, say } = place;
  const step = async (how: 'undo' | 'redo'): Promise<void> => {
    await attempt(place, async () => {
      const done = await history[how]();
      if (done) say({ text: how === 'undo' ? `Undone: ${done.what}.` : `Done again: ${done.what}.` });
      else say({ text: how === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.' });
    });
  };
  return {
    add: (span, fields) =>
      attempt(place, async () => {
        const time = place.now();
        const note: ReaderNote = {
          ...fields,
          id: place.newId(),
          article: place.id,
          selectors: describe(article, span),
          created: time,
          modified: time,
          revision: 1,
        };
        await store.keepText(textHash(article), article.text);
        const saved = await save(place, note, 0);
        history.done({
          what: `${nounOf(note)} added`,
          undo: async () => void (await store.remove([note.id])),
          redo: async () => void (await store.saveAll([saved], place.newId)),
        });
        return saved;
      }),
    // Based on the note as it was given: what another tab has made of it meanwhile must not be overwritten.
    change: (note, fields) =>
      replace(place, bareOf(note), {
        // What is a claim no longer keeps nothing of it.
        change: { ...fields, ...(fields.kind !== undefined && { claim: fields.claim ?? null }) },
        what: `${nounOf(note)} changed`,
      }),
    attach: (note, span) =>
      replace(place, storedOf(place, note), {
        change: { selectors: describe(article, span) },
        what: `${nounOf(note)} attached`,
      }),
    remove: async (notes) => {
      const ids = notes.map((note) => note.id);
      const removed = await attempt(place, () => store.remove(ids));
      if (!removed) return false;
      const what = notes.length === 1 ? `${nounOf(notes[0]!)} deleted` : `${notes.length} notes deleted`;
      history.done({
        what,
        undo: async () => void (await store.saveAll(removed, place.newId)),
        redo: async () => void (await store.remove(ids)),
      });
      say({ text: `${what}.`, action: { label: 'Undo', act: () => void step('undo') } });
      return true;
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
}

async function save(
  { store, newId, say }: Workplace,
  note: ReaderNote,
  basedOn: number,
): Promise<ReaderNote> {
  const saved = await store.save(note, basedOn, newId());
  if (saved.other) say({ text: 'This note was changed in another tab as well. Both texts are kept.' });
  return saved.note;
}

async function replace(
  place: Workplace,
  before: ReaderNote,
  { change, what }: { readonly change: NoteChange; readonly what: string },
): Promise<ReaderNote | null> {
  return attempt(place, async () => {
    const saved = await save(place, revise(before, change, place.now()), before.revision);
    // Undoing is one more change: it grows the revision, and overwrites nobody's later one.
    const restore = (old: ReaderNote) => async (): Promise<void> => {
      const stored = storedOf(place, old);
      await save(place, revise(stored, contentOf(old), place.now()), stored.revision);
    };
    place.history.done({ what, undo: restore(before), redo: restore(saved) });
    return saved;
  });
}

/** All that can be changed in a note, as it is in this one. */
function contentOf({ selectors, body, kind, tags, colour, claim, question }: ReaderNote): NoteChange {
  return { selectors, body, kind, tags, colour, claim: claim ?? null, ...(question && { question }) };
}

/** A note as it is stored now. */
function storedOf({ client, id }: Workplace, note: ReaderNote): ReaderNote {
  return client.getQueryData<ReaderNote[]>(notesKey(id))?.find((one) => one.id === note.id) ?? bareOf(note);
}

/** A note without what the page has added to it: where it is placed. */
function bareOf(note: ReaderNote): ReaderNote {
  const { span: _span, located: _located, ...bare } = { span: null, located: null, ...note };
  return bare;
}

async function attempt<T>({ say }: Workplace, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    say({ text: tellFailure(error), error: true });
    return null;
  }
}

function nounOf(note: ReaderNote): string {
  return { highlight: 'Highlight', comment: 'Note', claim: 'Claim', question: 'Question' }[note.kind];
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
