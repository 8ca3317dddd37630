import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { describe, speakerOf } from '../../core/anchor/describe.ts';
import { locateVerbatim } from '../../core/anchor/verbatim.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import type { ActiveNote } from '../active-note.ts';
import { useKeeping } from '../keeping.ts';
import type { Reading } from '../reading.ts';
import { useSay } from '../status-line.tsx';
import { draftOf, emptyDraft, fieldsOf, type DraftFields } from './draft-fields.ts';
import type { Notebook } from './notebook.ts';
import { useDrafts, type KeptDraft } from './use-drafts.ts';

/** The id under which the editor of a note that is not saved yet stands in the margin. */
export const NEW_NOTE = 'new-note';

/** What is being written: `key` names its draft; `note` is null where the words have no note yet. */
export interface Writing {
  readonly key: string;
  readonly note: ReaderNote | null;
  readonly span: Span;
  readonly draft: DraftFields;
}

export interface WritingControl {
  readonly writing: Writing | null;
  /** Drafts that wait: of this visit or an earlier one. */
  readonly drafts: readonly KeptDraft[];
  readonly begin: (span: Span, kind: DraftFields['kind']) => void;
  readonly edit: (note: ReaderNote, span: Span) => void;
  readonly resume: (draft: KeptDraft) => Promise<void>;
  readonly discard: (draft: KeptDraft) => void;
  readonly update: (draft: DraftFields) => void;
  readonly save: () => Promise<boolean>;
  readonly cancel: () => void;
}

/** Writing a note, one at a time: every change is kept as a draft, and a draft of the last visit is taken up again. */
export function useWriting(reading: Reading, notebook: Notebook, active: ActiveNote): WritingControl {
  const { newId } = useKeeping();
  const say = useSay();
  const { drafts, keep, drop } = useDrafts(reading.published.slug);
  const [writing, setWriting] = useState<Writing | null>(null);
  const { article } = reading;

  const start = useCallback(
    (next: Writing): void => {
      setWriting(next);
      active.open(next.note?.id ?? NEW_NOTE);
    },
    [active],
  );
  const begin = useCallback(
    (span: Span, kind: DraftFields['kind']): void =>
      start({ key: newId(), note: null, span, draft: emptyDraft(kind, speakerOf(article, span) ?? '') }),
    [article, newId, start],
  );
  const edit = useCallback(
    (note: ReaderNote, span: Span): void => {
      // A reading of a question is changed on its own page: here it would become a comment.
      if (note.kind === 'question') return;
      start({ key: note.id, note, span, draft: draftOf(note, speakerOf(article, span)) });
    },
    [article, start],
  );
  const resume = useCallback(
    async ({ key, note: id, selectors, fields }: KeptDraft): Promise<void> => {
      const note = notebook.placed.find((each) => each.id === id);
      const located =
        selectors &&
        (locateVerbatim(article, selectors) ??
          (await import('../../core/anchor/locate.ts')).locate(article, selectors));
      const span = note?.span ?? (located && 'span' in located ? located.span : null);
      if (span) start({ key, note: note ?? null, span, draft: fields });
      else
        say({ text: 'The words of this draft are no longer in the text. Its text is in the notes panel.' });
    },
    [article, notebook.placed, say, start],
  );
  useResumedOnce(drafts, notebook, resume);

  const update = useCallback(
    (draft: DraftFields): void => {
      if (!writing) return;
      setWriting({ ...writing, draft });
      keep({
        key: writing.key,
        fields: draft,
        note: writing.note?.id ?? null,
        selectors: writing.note ? null : describe(article, writing.span),
      });
    },
    [article, keep, writing],
  );
  const save = useCallback(async (): Promise<boolean> => {
    if (!writing) return false;
    const notes = await notebook.ready();
    const fields = fieldsOf(writing.draft);
    const saved = writing.note
      ? await notes.change(writing.note, fields)
      : await notes.add(writing.span, fields);
    // Where it could not be saved, the editor stays with what was typed.
    if (!saved) return false;
    setWriting(null);
    active.open(saved.id);
    say({ text: 'Saved.' });
    await drop(writing.key);
    return true;
  }, [active, drop, notebook, say, writing]);

  const discard = useCallback((draft: KeptDraft): void => void drop(draft.key), [drop]);
  const cancel = useCallback((): void => {
    if (!writing) return;
    setWriting(null);
    active.open(null);
    if (!hasText(writing, article)) void drop(writing.key);
    else say({ text: 'Draft kept.', action: { label: 'Discard', act: () => void drop(writing.key) } });
  }, [active, article, drop, say, writing]);

  return useMemo(
    () => ({ writing, drafts, begin, edit, resume, discard, update, save, cancel }),
    [begin, cancel, discard, drafts, edit, resume, save, update, writing],
  );
}

/** Takes up the draft that was open when the page went, once, when notes and drafts are there. */
function useResumedOnce(
  drafts: readonly KeptDraft[],
  notebook: Notebook,
  resume: (draft: KeptDraft) => Promise<void>,
): void {
  const done = useRef(false);
  useEffect(() => {
    const last = drafts.at(-1);
    if (done.current || !last || !notebook.actions) return;
    done.current = true;
    void resume(last);
  }, [drafts, notebook.actions, resume]);
}

/** Whether leaving would lose something that was typed. */
function hasText({ draft, note, span }: Writing, article: Article): boolean {
  if (note) return JSON.stringify(draft) !== JSON.stringify(draftOf(note, speakerOf(article, span)));
  return draft.body.trim() !== '' || draft.tags.length > 0 || draft.claim.sources.length > 0;
}
