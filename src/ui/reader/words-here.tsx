import { useCallback, useRef, type RefObject } from 'react';
import type { Span } from '../../core/text/span.ts';
import { jumpToOffset } from '../../dom/jump.ts';
import { outline } from '../../dom/outline.ts';
import { pieceAt } from '../../dom/position.ts';
import { showSpan, spanIsFolded } from '../../dom/show-span.ts';
import WordsPanel from '../words/words-panel.tsx';

/** How long the words that the list leads to are outlined, ms. */
const OUTLINED = 2000;

/**
 * The list of checkable words over the open article. An entry shows its words and keeps the focus, so that one can go on
 * through the list; who closes it is at the paragraph of the last words. On a phone the list gives way to the words.
 */
export default function WordsHere(props: { article: RefObject<HTMLElement | null>; onClose: () => void }) {
  const { article, onClose } = props;
  const last = useRef<Span | null>(null);
  const stop = useRef<() => void>(null);
  const close = useCallback((): void => {
    onClose();
    const piece = last.current && article.current && pieceAt(article.current, last.current.start);
    const block = piece?.closest<HTMLElement>('[data-block]');
    if (!block) return;
    if (!block.hasAttribute('tabindex')) block.tabIndex = -1;
    block.focus({ preventScroll: true });
  }, [article, onClose]);
  const go = useCallback(
    (span: Span): void => {
      const element = article.current;
      if (!element) return;
      last.current = span;
      if (spanIsFolded(element, span)) jumpToOffset(element, span.start);
      showSpan(element, span);
      stop.current?.();
      const end = outline(element, span);
      const timer = setTimeout(end, OUTLINED);
      stop.current = () => {
        clearTimeout(timer);
        end();
      };
      if (matchMedia('(width < 47.5rem)').matches) close();
    },
    [article, close],
  );
  return <WordsPanel onClose={close} onGo={go} />;
}
