import { JSON_LENGTH } from '../../core/limits.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { StoreFailure, type NoteStore } from '../../storage/note-store.ts';
import { PIECE, restore } from '../../storage/restore.ts';
import { useKeeping } from '../keeping.ts';
import { useReading } from '../reading.ts';
import { useSay } from '../status-line.tsx';
import type { Preview } from './preview.ts';
import type { Notebook } from './notebook.ts';
import { openTransfer, type Transfer } from './transfer.ts';
import { notesInWords, tellFailedImport } from './transfer-words.ts';

/** How far an import is. Nothing is stored before `storing`. */
export type ImportState =
  | { readonly step: 'choose'; readonly refused: Refused | null }
  | { readonly step: 'reading'; readonly name: string; readonly done: number }
  | {
      readonly step: 'preview';
      readonly name: string;
      readonly preview: Preview;
      /** Why storing it did not work, where it was tried. */
      readonly failure: string | null;
    }
  | { readonly step: 'storing'; readonly name: string; readonly preview: Preview; readonly done: number };

/** A file that is not taken: which one, why, and its faults in words. */
export interface Refused {
  readonly name: string;
  readonly refusal: string;
  readonly faults: readonly string[];
}

/** Importing one file, from choosing it to the notes in the store. */
export interface Import {
  readonly state: ImportState;
  /** Whether notes are kept once they are imported; not in a private window, for example. */
  readonly isKept: boolean;
  /** Takes the one file that was chosen or dropped. */
  readonly take: (files: readonly File[]) => void;
  readonly store: () => void;
  /** Stops what is going on and goes back to the beginning. */
  readonly cancel: () => void;
}

const START: ImportState = { step: 'choose', refused: null };

export function useImport(notebook: Notebook, onDone: () => void): Import {
  const { store, library, state: kept, now, newId, lost, acceptLoss } = useKeeping();
  const { article, published } = useReading();
  const say = useSay();
  const [state, setState] = useState<ImportState>(START);
  /** The file that is being worked on; another one, or none, where that was stopped. */
  const held = useRef<Transfer | null>(null);
  const storing = useRef<AbortController | null>(null);
  const letGo = useCallback((): void => {
    storing.current?.abort();
    held.current?.stop();
    held.current = null;
  }, []);
  // Synchronises with the worker: it ends with the dialog.
  useEffect(() => letGo, [letGo]);

  const begin = (): void => {
    letGo();
    setState(START);
  };
  const refuse = (name: string, refusal: string, faults: readonly string[] = []): void => {
    letGo();
    setState({ step: 'choose', refused: { name, refusal, faults } });
  };
  const read = async (file: File, from: NoteStore): Promise<void> => {
    const { name } = file;
    const transfer = openTransfer((done) =>
      setState((before) => (before.step === 'reading' ? { ...before, done } : before)),
    );
    held.current = transfer;
    setState({ step: 'reading', name, done: 0 });
    try {
      const context = { article, articleId: published.slug, now: now() };
      const refused = await transfer.ask('read', { file, context, published: published.notes });
      if (held.current !== transfer) return;
      if (refused) return refuse(name, refused.refusal, refused.faults);
      const { notes, ...rest } = await from.everything();
      await transfer.hold(notes);
      const preview = await transfer.ask('merge', { rest });
      if (held.current === transfer) setState({ step: 'preview', name, preview, failure: null });
    } catch (error) {
      if (held.current !== transfer) return;
      const why = error instanceof StoreFailure ? tellFailedImport(error, 0) : UNREAD;
      refuse(name, why);
    }
  };
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (!file || state.step === 'storing') return;
    letGo();
    if (files.length > 1) refuse(`${files.length} files`, 'One file at a time. Nothing was imported.');
    else if (file.size > JSON_LENGTH) refuse(file.name, TOO_LARGE);
    else if (store) void read(file, store);
    else refuse(file.name, 'Your notes are still being opened. Try again in a moment.');
  };
  const keep = async (into: NoteStore): Promise<void> => {
    const transfer = held.current;
    if (!transfer || state.step !== 'preview') return;
    const { name, preview } = state;
    const stop = new AbortController();
    storing.current = stop;
    setState({ step: 'storing', name, preview, done: 0 });
    const all = Math.max(1, preview.saves);
    const result = await restore(into, {
      piece: (from) => transfer.ask('piece', { from, most: PIECE }),
      rest: preview.rest,
      newId,
      ...(library && { library }),
      progress: (notes) => setState({ step: 'storing', name, preview, done: notes / all }),
      signal: stop.signal,
    });
    if (!result.ok) {
      const failure = tellFailedImport(result.cause, result.left);
      if (stop.signal.aborted && result.left === 0) {
        say({ text: 'Stopped. Nothing was imported.' });
        begin();
      } else if (held.current === transfer) setState({ step: 'preview', name, preview, failure });
      else say({ text: failure, error: true });
      return;
    }
    const what = doneInWords(preview);
    const { undo, redo } = result;
    notebook.history.done({ what, undo, redo });
    if (lost && preview.format === 'backup') acceptLoss();
    say({
      text: `${what}.`,
      action: { label: 'Undo', act: () => void notebook.ready().then((notes) => notes.undo()) },
    });
    onDone();
  };
  return {
    state,
    isKept: kept === 'kept',
    take,
    store: () => void (store && keep(store)),
    cancel: () => {
      // What is stored already is taken out again first.
      if (state.step === 'storing') storing.current?.abort();
      else begin();
    },
  };
}

function doneInWords({ format, saves, rest }: Preview): string {
  if (saves === 0)
    return rest.articles?.length ? 'Your articles restored' : 'Corrections and drafts restored';
  return `${notesInWords(saves)} ${format === 'backup' ? 'restored' : 'imported'}`;
}

const TOO_LARGE = 'This file is larger than 50 MB. Nothing was imported. Export fewer notes at a time.';
const UNREAD =
  'The file could not be read. Nothing was imported. Check that it is still there, then choose it again.';
