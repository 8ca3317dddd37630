import { writingBackup } from '../core/notes/backup.ts';
import { download } from '../dom/download.ts';
import type { NoteStore } from '../storage/note-store.ts';

/**
 * Hands a backup of everything to the reader, and says its name; null where there is nothing to back up. `time` is now
 * (ISO 8601, UTC). Rejects with StoreFailure where the store can't be read.
 */
export async function backUp(store: NoteStore, time: string): Promise<string | null> {
  const contents = await store.everything();
  const { notes, corrections, drafts, articles = [] } = contents;
  if (notes.length + corrections.length + drafts.length + articles.length === 0) return null;
  const work = writingBackup(contents, time);
  for (;;) {
    const step = work.next();
    if (step.done) {
      const name = `sidegloss-backup-${time.slice(0, 10)}.json`;
      download(name, new Blob(step.value, { type: 'application/json' }));
      return name;
    }
    // Between the slices the page may draw.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve));
  }
}
