import { describe, textHash } from '../../core/anchor/describe.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import { revise, type NoteChange } from '../../core/notes/note-state.ts';
import type { Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import {
  attempt,
  bareOf,
  changeOf,
  contentOf,
  nounOf,
  removeNotes,
  step,
  storedOf,
  type Bench,
  type NoteFields,
} from './note-steps.ts';

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
export interface Workplace extends Bench {
  readonly article: Article;
  readonly id: string;
}

export function createActions(place: Workplace): NoteActions {
  const { store, article, history } = place;
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
        change: changeOf(fields),
        what: `${nounOf(note)} changed`,
      }),
    attach: (note, span) =>
      replace(place, storedOf(place, note), {
        change: { selectors: describe(article, span) },
        what: `${nounOf(note)} attached`,
      }),
    remove: (notes) => removeNotes(place, notes),
    undo: () => step(place, 'undo'),
    redo: () => step(place, 'redo'),
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
