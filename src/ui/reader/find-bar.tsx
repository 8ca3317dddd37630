import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { findWords } from '../../core/text/find.ts';
import type { Span } from '../../core/text/span.ts';
import { jumpToOffset } from '../../dom/jump.ts';
import { paint } from '../../dom/paint.ts';
import { piecesOf, rangeOf } from '../../dom/position.ts';
import { Icon } from '../icon.tsx';
import { useReading } from '../reading.ts';
import type { BegunSearch } from './begun-search.tsx';
import type { Place } from './use-place.ts';
import styles from './find-bar.module.css';

/**
 * Finds words in the article, in both views: case, accents and kinds of quotation marks don't matter. Hits are
 * painted; the current one is brought into view, and unfolded where the view leaves it out.
 */
export default function FindBar(props: {
  article: RefObject<HTMLElement | null>;
  /** The first hit shown is the first from here on. */
  place: Place;
  /** What was typed while the bar was on its way. */
  begun: BegunSearch;
  onClose: () => void;
}) {
  const { article, place, begun, onClose } = props;
  const reading = useReading();
  const [words, setWords] = useState(begun.words);
  const [from] = useState(place.get);
  const [chosen, setChosen] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const hits = useMemo(() => findWords(reading.article, words), [reading.article, words]);
  const current =
    chosen ??
    Math.max(
      0,
      hits.findIndex((hit) => hit.end > from),
    );

  useEffect(() => {
    before.current = begun.focused() ?? document.activeElement;
    begun.put('', null);
    input.current?.focus();
  }, [begun]);

  // Synchronises what is painted and shown with the hits.
  useEffect(() => {
    if (!article.current) return undefined;
    const hit = hits[current];
    if (hit) jumpToOffset(article.current, hit.start);
    const pieces = piecesOf(article.current);
    const others = hits.filter((_, index) => index !== current);
    const rangesOf = (spans: readonly Span[]): Range[] =>
      spans.flatMap((span) => rangeOf(pieces, span) ?? []);
    paint('hit', rangesOf(others));
    paint('hit-current', rangesOf(hit ? [hit] : []));
    return () => {
      paint('hit', []);
      paint('hit-current', []);
    };
  }, [article, current, hits]);

  const step = (by: number): void => {
    if (hits.length > 0) setChosen((current + by + hits.length) % hits.length);
  };
  const close = (): void => {
    onClose();
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  };
  return (
    <search className={styles['find']}>
      <label className="visually-hidden" htmlFor="find-words">
        Find in the article
      </label>
      <input
        autoComplete="off"
        id="find-words"
        placeholder="Find in the article"
        ref={input}
        spellCheck={false}
        type="search"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
        }}
      />
      <span className={styles['count']} role="status">
        {tellCount(words, hits.length, current)}
      </span>
      <button aria-label="Previous hit" disabled={hits.length === 0} type="button" onClick={() => step(-1)}>
        <Icon name="up" />
      </button>
      <button aria-label="Next hit" disabled={hits.length === 0} type="button" onClick={() => step(1)}>
        <Icon name="down" />
      </button>
      <button aria-label="Close search" type="button" onClick={close}>
        <Icon name="close" />
      </button>
    </search>
  );
}

function tellCount(words: string, hits: number, current: number): string {
  if (words.trim() === '') return '';
  return hits === 0 ? 'not found' : `${current + 1} of ${hits}`;
}
