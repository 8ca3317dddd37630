import { useState } from 'react';
import type { Held } from '../../storage/keeping.ts';
import { useKeeping, type Keeping } from '../keeping.ts';
import { StandingNotice, type Offer } from '../standing-notice.tsx';

/** What a person is told of the way their notes are kept: what happened, what was kept, what to do next. */
const TOLD: Record<Exclude<Keeping['state'], 'opening' | 'kept'>, { what: string; retry: string | null }> = {
  full: {
    what: 'There is no room for notes: the disk or the browser’s storage is full. New notes stay only while this page is open. Free some space and try again, or export your notes.',
    retry: 'Try again',
  },
  blocked: {
    what: 'This browser keeps nothing for this site (a private window, or a setting). Notes stay only while this page is open: export them before you close it.',
    retry: null,
  },
  busy: {
    what: 'The notes can’t be opened: another tab seems to hold them. Close the other tabs of this site and try again. Until then new notes stay only on this page.',
    retry: 'Try again',
  },
  broken: {
    what: 'The database of your notes can’t be read. New notes stay only while this page is open. Try again, or restore a backup.',
    retry: 'Try again',
  },
  deleted: {
    what: 'Everything that this site had kept in this browser was deleted. What this page shows is not kept any more. Reload it to begin anew.',
    retry: null,
  },
  missing: {
    what: 'What keeps notes could not be fetched, so nothing can be noted on this page now. Notes that were kept before are safe. Reload the page when there is a network.',
    retry: 'Reload',
  },
  newer: {
    what: 'A newer version of Sidegloss is open in another tab. Reload this page to go on; what is saved is safe.',
    retry: null,
  },
};

/**
 * Says when notes are not kept, have gone, or should be backed up; nothing while all is well. Without `onExport` files are
 * not offered.
 */
export function KeepingNotice({ onExport }: { onExport?: () => void }) {
  const { state, lost, backupDue, retry, acceptLoss, putOffBackup } = useKeeping();
  const offer = (label: string): Offer[] => (onExport ? [[label, onExport]] : []);
  const [dismissed, setDismissed] = useState<Keeping['state'] | null>(null);
  if (lost) {
    return (
      <StandingNotice
        actions={[...offer('Restore a backup'), ['I know', acceptLoss]]}
        urgent
        what={`${tellLost(lost)} should be here and can’t be found: this browser has emptied its storage since ${new Date(lost.since).toLocaleDateString()}. If you have a backup, it can be restored.`}
      />
    );
  }
  if (state !== 'opening' && state !== 'kept' && state !== dismissed) {
    const { what, retry: again } = TOLD[state];
    return (
      <StandingNotice
        actions={[
          ...(again ? [[again, retry] as const] : []),
          ...(state === 'newer' || state === 'deleted'
            ? [['Reload', () => location.reload()] as const]
            : // Without a store there is nothing to take along.
              state === 'missing'
              ? []
              : offer('Export')),
          ['Dismiss', () => setDismissed(state)],
        ]}
        urgent
        what={what}
      />
    );
  }
  if (backupDue) {
    return (
      <StandingNotice
        actions={[...offer('Back up now'), ['Later', putOffBackup]]}
        what="For a week your new notes have been in this browser only. A backup keeps them if it is emptied."
      />
    );
  }
  return null;
}

/** What is missing, in words; corrections go unnamed where anything else does. */
function tellLost({ notes, articles }: Held): string {
  const told = [...tellMany(notes, 'note'), ...tellMany(articles, 'article')];
  return told.length > 0 ? told.join(' and ') : 'Corrections of yours';
}

function tellMany(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}${count > 1 ? 's' : ''}`] : [];
}
