import { useMemo } from 'react';
import type { Span } from '../../core/text/span.ts';
import { useSay } from '../status-line.tsx';
import type { Notebook } from './notebook.ts';

/**
 * Keeps a text that somebody else wrote as a note of the reader's, in which none of it is markup. Resolves with whether
 * it is kept. Null while nothing can be.
 */
export function useKeepNote({ actions }: Notebook): ((span: Span, text: string) => Promise<boolean>) | null {
  const say = useSay();
  return useMemo(() => {
    if (!actions) return null;
    return async (span, text) => {
      const { plainToMarkdown } = await import('../../core/notes/markdown-text.ts');
      const body = plainToMarkdown(text);
      const kept = await actions.add(span, { kind: 'comment', body, tags: [], colour: 'yellow' });
      if (kept) say({ text: 'Kept among your notes.' });
      return kept !== null;
    };
  }, [actions, say]);
}
