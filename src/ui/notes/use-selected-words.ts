import { useEffect, useState } from 'react';
import type { Span } from '../../core/text/span.ts';
import { selectedSpan } from '../../dom/selection.ts';
import { useReading } from '../reading.ts';

/** What is selected in the article now; a press on a button here leaves the selection as it is. */
export function useSelectedWords(): Span | null {
  const { article } = useReading();
  const [selected, setSelected] = useState<Span | null>(null);
  useEffect(() => {
    const look = (): void => {
      const element = document.querySelector('article[lang]');
      setSelected(element ? selectedSpan(element, article.text) : null);
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [article.text]);
  return selected;
}
