import { counted } from '../../core/text/counted.ts';
import { StoreFailure } from '../../storage/note-store.ts';

/** “1 note”, “1,200 notes”. */
export function notesInWords(count: number): string {
  return counted(count, 'note');
}

const WHY = {
  full: ['the disk or the browser’s storage is full', 'Free some space, then try again.'],
  blocked: ['this browser keeps nothing for this site', 'Allow it to store data, then try again.'],
  busy: ['another tab holds the notes', 'Close the other tabs of this site, then try again.'],
  broken: ['the browser’s database can’t be read', 'Reload this page, then try again.'],
  deleted: ['everything that this site had kept was deleted', 'Reload this page, then try again.'],
  newer: ['a newer version of Sidegloss is open in another tab', 'Reload this page, then try again.'],
} as const;

/** Why an import did not work, what was kept and what to do next; `left` counts notes that could not be taken out. */
export function tellFailedImport(cause: unknown, left: number): string {
  const [why, todo] =
    cause instanceof StoreFailure ? WHY[cause.reason] : ['something went wrong', 'Try again.'];
  const kept =
    left === 0
      ? 'Nothing of the file was stored.'
      : `Up to ${notesInWords(left)} of the file could not be taken out again; importing it once more gives no duplicates.`;
  return `Not imported: ${why}. ${kept} ${todo}`;
}
