import type { ReaderNote } from '../core/notes/note.ts';

/** Notes read at once: the browser makes objects of a page in one go, in which nobody can type. */
const PAGE = 400;

/** Shows all notes in the order of their ids, some at a time, inside one transaction: a state that there was. */
export async function eachNote(
  page: (after: IDBKeyRange | null, most: number) => Promise<readonly ReaderNote[]>,
  seen: (note: ReaderNote) => void,
): Promise<void> {
  let last: ReaderNote | undefined;
  for (;;) {
    // Each page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const more = await page(last ? IDBKeyRange.lowerBound(last.id, true) : null, PAGE);
    more.forEach(seen);
    if (more.length < PAGE) return;
    last = more.at(-1);
  }
}

/** The keys of all drafts on an article, which begin with it: an array sorts after all that is not one. */
export function draftsOn(article: string): IDBKeyRange {
  return IDBKeyRange.bound([article], [article, []]);
}
