import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import type { Colour, ReaderNote } from '../../core/notes/note.ts';
import type { Span } from '../../core/text/span.ts';
import { watchSelection } from '../../dom/selection.ts';
import type { ActiveNote } from '../active-note.ts';
import type { Notebook } from '../notes/notebook.ts';
import type { SelectionActions } from '../notes/selection-bar.tsx';
import type { WritingControl } from '../notes/use-writing.ts';
import type { Reading } from '../reading.ts';
import { useSay } from '../status-line.tsx';
import type { Place } from './use-place.ts';

export interface Annotating {
  /** The words that are selected and quiet; null while nothing is. */
  readonly selected: Span | null;
  readonly actions: SelectionActions;
  readonly remove: (note: ReaderNote) => void;
  readonly copyQuote: (span: Span) => void;
  readonly toggleCursor: () => void;
  /** The words whose speaker is being corrected; null while none are. */
  readonly correcting: Span | null;
  readonly correct: (span: Span | null) => void;
  /** The words that are being shared; null while none are. */
  readonly sharing: Span | null;
  readonly share: (span: Span | null) => void;
}

interface Given {
  readonly article: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly notebook: Notebook;
  readonly writing: WritingControl;
  readonly active: ActiveNote;
  readonly place: Place;
}

/** What can be done with words: those that are selected, else those of the turn that has the focus. */
export function useAnnotating({ article, reading, notebook, writing, active, place }: Given): Annotating {
  const say = useSay();
  const [selected, setSelected] = useState<Span | null>(null);
  const [correcting, setCorrecting] = useState<Span | null>(null);
  const [sharing, setSharing] = useState<Span | null>(null);
  const { text } = reading.article;
  const { ready } = notebook;

  // Synchronises with the document's selection.
  useEffect(
    () => (article.current ? watchSelection(article.current, text, setSelected) : undefined),
    [article, text],
  );

  const withWords = useCallback(
    (act: (span: Span) => void) => (): void => {
      const span = selected ?? focusedTurn(reading);
      if (span) act(span);
      else say({ text: 'Select the words first, or go to a turn with J and K.' });
    },
    [reading, say, selected],
  );
  const passOn = useCallback(
    async (span: Span, what: 'link' | 'quote'): Promise<void> => {
      const passing = await import('./pass-on.ts');
      return passing.passOn(reading, { span, what, say });
    },
    [reading, say],
  );
  const highlight = useCallback(
    (colour: Colour) => {
      const add = async (span: Span): Promise<void> => {
        const notes = await ready();
        document.getSelection()?.removeAllRanges();
        const note = await notes.add(span, { kind: 'highlight', body: '', tags: [], colour });
        if (note) say({ text: 'Highlighted.', action: { label: 'Undo', act: () => void notes.undo() } });
      };
      withWords((span) => void add(span))();
    },
    [ready, say, withWords],
  );
  const copyQuote = useCallback((span: Span): void => void passOn(span, 'quote'), [passOn]);
  const actions = useMemo(
    (): SelectionActions => ({
      highlight,
      note: withWords((span) => writing.begin(span, 'comment')),
      claim: withWords((span) => writing.begin(span, 'claim')),
      copyLink: withWords((span) => void passOn(span, 'link')),
      copyQuote: withWords(copyQuote),
      share: withWords(setSharing),
      correctSpeaker: withWords(setCorrecting),
    }),
    [copyQuote, highlight, passOn, withWords, writing],
  );
  const remove = useCallback(
    (note: ReaderNote): void => {
      active.open(null);
      void ready().then((notes) => notes.remove([note]));
    },
    [active, ready],
  );
  const toggleCursor = useTextCursor(article, place);
  return {
    selected,
    actions,
    remove,
    copyQuote,
    toggleCursor,
    correcting,
    correct: setCorrecting,
    sharing,
    share: setSharing,
  };
}

const loadTextCursor = () => import('../../dom/text-cursor.ts');

/** Starts the text cursor at the place on screen, and ends it where it is on already. */
function useTextCursor(article: RefObject<HTMLElement | null>, place: Place): () => void {
  const say = useSay();
  const [cursor, setCursor] = useState<{ stop: () => void } | null>(null);
  useEffect(() => () => cursor?.stop(), [cursor]);
  // Fetched once the page has nothing else to do, so that the first key after `i` finds a cursor.
  useEffect(() => {
    const idle = window.requestIdleCallback?.(() => void loadTextCursor().catch(() => undefined));
    return () => window.cancelIdleCallback?.(idle);
  }, []);
  const start = useCallback(async (): Promise<void> => {
    if (cursor) return cursor.stop();
    const before = document.activeElement;
    const { cursorOffset, startTextCursor } = await loadTextCursor();
    if (!article.current) return undefined;
    const at = cursorOffset(article.current) ?? place.get();
    const started = startTextCursor(article.current, at, () => {
      setCursor(null);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    });
    setCursor(started);
    return say({ text: 'Text cursor: arrows move it, Shift selects, Escape ends it.' });
  }, [article, cursor, place, say]);
  return useCallback((): void => void start(), [start]);
}

/** The words of the turn that has the focus: a person who goes from turn to turn can mark one without selecting. */
function focusedTurn({ article }: Reading): Span | null {
  const id = document.activeElement?.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
  const turn = article.turns.find((each) => each.id === id);
  if (!turn) return null;
  const start = turn.label?.end ?? turn.start;
  const space = /^\s*/.exec(article.text.slice(start, turn.end))![0].length;
  return { start: start + space, end: turn.end };
}
