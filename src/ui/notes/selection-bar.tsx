import { autoUpdate, computePosition, flip, inline, offset, shift } from '@floating-ui/dom';
import { useEffect, useRef } from 'react';
import { COLOURS, type Colour } from '../../core/notes/note.ts';
import styles from './selection-bar.module.css';

/** What can be done with selected words. */
export interface SelectionActions {
  readonly highlight: (colour: Colour) => void;
  readonly note: () => void;
  readonly claim: () => void;
  readonly copyLink: () => void;
  readonly copyQuote: () => void;
  readonly share: () => void;
  readonly correctSpeaker: () => void;
}

/**
 * What can be done with the words that are selected, beside them; on touch at the bottom, clear of the handles. It takes
 * no focus and clears nothing: pressing a button leaves the selection and Ctrl+C as they are. `words` says how many
 * words are selected, for those who listen.
 */
export function SelectionBar({ words, actions }: { words: number; actions: SelectionActions }) {
  const bar = useRef<HTMLDivElement>(null);
  // Whoever selects may write next, and types at once: the editor is there by then.
  useEffect(() => void import('./note-editor.tsx'), []);

  // Synchronises the bar's place with the selection's, while the page scrolls and the window changes.
  useEffect(() => {
    const element = bar.current;
    const range = document.getSelection()?.getRangeAt(0);
    if (!element || !range || matchMedia('(pointer: coarse)').matches) return undefined;
    const anchor = {
      contextElement: document.body,
      getBoundingClientRect: () => range.getBoundingClientRect(),
      getClientRects: () => range.getClientRects(),
    };
    return autoUpdate(anchor, element, async () => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement: 'top',
        middleware: [inline(), offset(10), flip({ padding: 72 }), shift({ padding: 8 })],
      });
      element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      element.dataset['placed'] = '';
    });
  }, []);

  return (
    <section aria-label="Selection">
      <div
        aria-label="Selected words"
        className={styles['bar']}
        ref={bar}
        role="toolbar"
        tabIndex={-1}
        // A press must neither take the focus nor end the selection.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        <span className={styles['colours']}>
          {COLOURS.map((colour) => (
            <button
              aria-label={`Highlight in ${colour}`}
              className={styles['colour']}
              data-colour={colour}
              key={colour}
              tabIndex={-1}
              title={`Highlight in ${colour}${colour === 'yellow' ? ' (H)' : ''}`}
              type="button"
              onClick={() => actions.highlight(colour)}
            />
          ))}
        </span>
        <BarButton label="Note" hint="N" onPress={actions.note} />
        <BarButton label="Claim" hint="C" onPress={actions.claim} />
        <BarButton label="Copy link" hint="L" onPress={actions.copyLink} />
        <BarButton label="Copy quote" hint="Y" onPress={actions.copyQuote} />
        <BarButton label="Share…" hint="S" onPress={actions.share} />
        <BarButton label="Speaker…" onPress={actions.correctSpeaker} />
      </div>
      <p className="visually-hidden" role="status">
        {words === 1 ? 'One word' : `${words} words`} selected. H highlights, N writes a note, C marks a
        claim, L copies a link, Y copies the quote.
      </p>
    </section>
  );
}

function BarButton({ label, hint, onPress }: { label: string; hint?: string; onPress: () => void }) {
  return (
    <button
      className={styles['action']}
      tabIndex={-1}
      title={hint && `${label} (${hint})`}
      type="button"
      onClick={onPress}
    >
      {label}
    </button>
  );
}
