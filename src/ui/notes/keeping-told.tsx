import { Suspense } from 'react';
import { lazyPart } from '../lazy-part.ts';
import { useKeeping } from '../keeping.ts';

const KeepingNotice = lazyPart(async () => ({
  default: (await import('./keeping-notice.tsx')).KeepingNotice,
}));

/** The notice of how notes are kept, fetched where there is something to say. */
export function KeepingTold({ onExport }: { onExport?: () => void }) {
  const { state, lost, backupDue } = useKeeping();
  const isWell = (state === 'opening' || state === 'kept') && !lost && !backupDue;
  if (isWell) return null;
  return (
    <Suspense>
      <KeepingNotice {...(onExport && { onExport })} />
    </Suspense>
  );
}
