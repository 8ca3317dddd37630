import { useEffect, useState } from 'react';
import { blockAt } from '../../core/anchor/describe.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { createNotesByBlock, type NotesByBlock } from '../notes/paragraph-notes.tsx';
import { useReading } from '../reading.ts';

/** Which of these notes begin in which paragraph; a change draws only the paragraphs that it is about. */
export function useNotesByBlock(notes: readonly Placed<ReaderNote>[]): NotesByBlock {
  const { article } = useReading();
  const [byBlock] = useState(createNotesByBlock);
  useEffect(() => {
    const lists = new Map<string, Placed<ReaderNote>[]>();
    for (const note of notes) {
      const block = blockAt(article, note.span.start)?.id ?? '';
      const list = lists.get(block);
      if (list) list.push(note);
      else lists.set(block, [note]);
    }
    byBlock.set(lists);
  }, [article, byBlock, notes]);
  return byBlock;
}
