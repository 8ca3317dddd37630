import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { locateVerbatim } from '../../core/anchor/verbatim.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import type { QuestionReading } from '../../core/notes/question.ts';
import { readingsOf, type Asked } from '../../core/questions/answer-audit.ts';
import type { Span } from '../../core/text/span.ts';
import { useKeeping } from '../keeping.ts';
import { emptyDraft, fieldsOf } from '../notes/draft-fields.ts';
import type { Notebook } from '../notes/notebook.ts';
import { useReading } from '../reading.ts';
import { useSay } from '../status-line.tsx';

/** What a reader makes of a question, and writes on it. */
export interface Judgement {
  readonly question: QuestionReading;
  readonly remark: string;
}

/** How a judgement is changed; given the one that is stored, so that no quick second change loses the first. */
export type Edit = (before: Judgement) => Judgement;

export interface Judging {
  /** False while the store is being opened: what is pressed then does nothing. */
  readonly isReady: boolean;
  /** Resolves with whether it is on disk. A judgement that says nothing any more has no note. */
  readonly judge: (asked: Asked, edit: Edit) => Promise<boolean>;
  /** Makes words a claim of a speaker, once; an empty speaker is one that is not known. */
  readonly claim: (span: Span, speaker: string) => Promise<boolean>;
  /** Take back, and do again: after all that is still being stored. */
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** What is made of a question before anything is. */
export const NOTHING: Judgement = { question: { replies: [] }, remark: '' };

/** What a note says of its question. */
export function judgementOf(note: ReaderNote | undefined): Judgement {
  return note ? { question: note.question ?? NOTHING.question, remark: note.body } : NOTHING;
}

/**
 * Keeps what the reader makes of questions: one note for each. Changes stand in a line, and each looks first at what is
 * stored, so that two quick ones make one note, and one made in another tab is gone on with.
 */
export function useJudging(notebook: Notebook, all: readonly Asked[]): Judging {
  const { store } = useKeeping();
  const { article, published } = useReading();
  const say = useSay();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(notebook);
  useLayoutEffect(() => {
    latest.current = notebook;
  });

  const inLine = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = line.current.then(work);
    line.current = done.catch(() => undefined);
    return done;
  }, []);
  const stored = useCallback(async (): Promise<Placed<ReaderNote>[]> => {
    const here = new Map(latest.current.placed.map((note) => [note.id, note.span]));
    const notes = (await store?.notes(published.slug)) ?? [];
    return notes.flatMap((note) => {
      const located = here.has(note.id) ? null : locateVerbatim(article, note.selectors);
      const span = here.get(note.id) ?? (located && 'span' in located ? located.span : null);
      return span ? [{ ...note, span }] : [];
    });
  }, [article, published.slug, store]);

  const judge = useCallback(
    (asked: Asked, edit: Edit): Promise<boolean> =>
      inLine(async () => {
        const { actions } = latest.current;
        if (!actions) return false;
        const note = readingsOf(all, await stored()).byTurn.get(asked.turn.id);
        const { question, remark } = edit(judgementOf(note));
        const says = question.forms !== undefined || question.replies.length > 0 || remark !== '';
        if (!says) return note ? actions.remove([note]) : true;
        const fields = { question, body: remark };
        const saved = note
          ? await actions.change(note, fields)
          : await actions.add(asked.span, { kind: 'question', tags: [], colour: 'yellow', ...fields });
        return saved !== null;
      }),
    [all, inLine, stored],
  );
  const claim = useCallback(
    (span: Span, speaker: string): Promise<boolean> =>
      inLine(async () => {
        const { actions } = latest.current;
        if (!actions) return false;
        const notes = await stored();
        if (notes.some((note) => note.kind === 'claim' && isSame(note.span, span))) return true;
        const saved = await actions.add(span, fieldsOf(emptyDraft('claim', speaker)));
        if (!saved) return false;
        say({ text: 'Claim added.', action: { label: 'Undo', act: () => void actions.undo() } });
        return true;
      }),
    [inLine, say, stored],
  );
  const isReady = notebook.actions !== null;
  return useMemo(
    () => ({
      isReady,
      judge,
      claim,
      undo: () => inLine(async () => latest.current.actions?.undo()),
      redo: () => inLine(async () => latest.current.actions?.redo()),
    }),
    [claim, inLine, isReady, judge],
  );
}

/** Whether two spans are the same words. */
export function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
