import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { textHash } from '../../core/anchor/describe.ts';
import type { Contents } from '../../core/notes/merge.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import type { Article, Correction } from '../../core/voices/read-article.ts';
import { download } from '../../dom/download.ts';
import { useKeeping } from '../keeping.ts';
import { useReading } from '../reading.ts';
import type { Exported } from './export-file.ts';
import { fileName, type Format } from './formats.ts';
import type { Notebook } from './notebook.ts';
import { NO_REST, openTransfer } from './transfer.ts';
import { notesInWords } from './transfer-words.ts';

/** What is said of an export beside its button. */
interface Told {
  readonly text: string;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** Writes a file of notes and hands it to the reader, whatever has become of the store. */
export function useExport(notebook: Notebook): { write: (format: Format) => Promise<void>; told: Told } {
  const { store, state, now, backedUp } = useKeeping();
  const { article, published } = useReading();
  const client = useQueryClient();
  const [told, setTold] = useState<Told>({ text: '', busy: false, failed: false });

  /**
   * Everything in the store; of one that can't be read, what this page still holds. A store that stands in for a
   * database that can't be opened has not all either.
   */
  const everything = async (): Promise<{ contents: Contents; isAll: boolean }> => {
    try {
      if (store) {
        const isAll = state === 'kept' || state === 'blocked';
        return { contents: await store.everything(), isAll };
      }
    } catch {
      // It is said below that this is not all.
    }
    return { contents: onPage(client, article), isAll: false };
  };
  const write = async (format: Format): Promise<void> => {
    setTold({ text: 'Writing…', busy: true, failed: false });
    const transfer = openTransfer(() => undefined);
    try {
      const time = now();
      const { contents, isAll } =
        format === 'backup' ? await everything() : { contents: NOTHING, isAll: true };
      const { notes: all, ...rest } = contents;
      const notes: Exported['notes'] = format === 'backup' ? all : [...notebook.placed, ...notebook.unplaced];
      const others = rest.corrections.length + rest.drafts.length + (rest.articles?.length ?? 0);
      if (notes.length + others === 0) {
        const text = isAll
          ? 'There is nothing to back up yet.'
          : 'Your notes can’t be read now, and this page holds none: nothing was written.';
        return setTold({ text, busy: false, failed: !isAll });
      }
      await transfer.hold(notes);
      const { slug, title } = published;
      const source = new URL(location.pathname, location.href).href;
      const context = { article, articleId: slug, source, title, now: time };
      const name = fileName(format, slug, time);
      download(name, await transfer.ask('write', { format, rest, context }));
      if (format === 'backup' && isAll) backedUp();
      const short = isAll
        ? ''
        : ' Your browser’s database can’t be read: this is what the page holds, not all that you have.';
      return setTold({
        text: `${notesInWords(notes.length)} written to ${name}.${short}`,
        busy: false,
        failed: !isAll,
      });
    } catch {
      return setTold({ text: 'The file could not be written. Try again.', busy: false, failed: true });
    } finally {
      transfer.stop();
    }
  };
  return { write, told };
}

const NOTHING: Contents = { notes: [], ...NO_REST };

/** What the page holds of notes and corrections. */
function onPage(client: QueryClient, article: Article): Contents {
  const notes = client
    .getQueriesData<readonly ReaderNote[]>({ queryKey: ['notes'] })
    .flatMap(([, found]) => found ?? []);
  const corrections = client
    .getQueriesData<readonly Correction[]>({ queryKey: ['corrections'] })
    .filter(([, found]) => found && found.length > 0)
    .map(([[, id], found]) => ({ article: String(id), corrections: found ?? [] }));
  const texts = notes.length > 0 ? [{ hash: textHash(article), text: article.text }] : [];
  return { notes, corrections, texts, drafts: [] };
}
