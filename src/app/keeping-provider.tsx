import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { FailureReason } from '../storage/note-store.ts';
import type { OpenedStore } from '../storage/open-store.ts';
import { KeepingContext, type Keeping } from '../ui/keeping.ts';
import { createLiveValue } from '../ui/live-value.ts';

const now = (): string => new Date().toISOString();
const newId = (): string => crypto.randomUUID();

/** Opens the reader's notes once the page is alive, and says how they are kept. */
export function KeepingProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<OpenedStore | null>(null);
  /** Why the store that was open had to be let go, where it had to. */
  const [ended, setEnded] = useState<FailureReason | null>(null);
  /** Whether what opens the store could not be fetched. */
  const [isMissing, setMissing] = useState(false);
  const [told, setTold] = useState(() => readKeeping(null));

  // Synchronises with the browser's database. What opens it is fetched after the page is there, in a task of its own.
  useEffect(() => {
    let current = true;
    let made: OpenedStore | null = null;
    const open = async (): Promise<void> => {
      // A browser that could not fetch a module does not ask for it again until the page is loaded again.
      const storage = await import('./storage-entry.ts').catch(() => null);
      if (!storage) {
        setMissing(true);
        return;
      }
      const { openStore, backupDue } = storage;
      made = await openStore({ newId, ended: setEnded });
      if (!current) {
        made.store.close();
        return;
      }
      setOpened(made);
      setTold(readKeeping({ opened: made, backupDue: backupDue(new Date()) }));
    };
    const timer = setTimeout(() => void open());
    return () => {
      current = false;
      clearTimeout(timer);
      made?.store.close();
    };
  }, []);

  const retry = useCallback(async (): Promise<void> => {
    if (!opened) {
      location.reload();
      return;
    }
    const again = await opened.retry();
    setEnded(null);
    setOpened(again);
    setTold((before) => ({ ...before, lost: again.lost }));
  }, [opened]);
  const settle = useCallback((what: 'acceptLoss' | 'putOffBackup' | 'backedUp'): void => {
    setTold((before) => (what === 'acceptLoss' ? { ...before, lost: null } : { ...before, backupDue: null }));
    void import('./storage-entry.ts').then((storage) => storage[what](new Date()));
  }, []);

  const keeping = useMemo(
    (): Keeping => ({
      store: opened?.store ?? null,
      library: opened?.library ?? null,
      state: isMissing ? 'missing' : (ended ?? stateOf(opened)),
      ...told,
      retry: () => void retry(),
      acceptLoss: () => settle('acceptLoss'),
      putOffBackup: () => settle('putOffBackup'),
      backedUp: () => settle('backedUp'),
      now,
      newId,
    }),
    [ended, isMissing, opened, retry, settle, told],
  );
  // Begun with the very same, or all that depends on it would be drawn again at once.
  const [live] = useState(() => createLiveValue(keeping));
  useLayoutEffect(() => live.set(keeping), [keeping, live]);
  return <KeepingContext value={live}>{children}</KeepingContext>;
}

function stateOf(opened: OpenedStore | null): Keeping['state'] {
  if (!opened) return 'opening';
  return opened.state === 'kept' ? 'kept' : opened.state.reason;
}

function readKeeping(
  found: { opened: OpenedStore; backupDue: Keeping['backupDue'] } | null,
): Pick<Keeping, 'lost' | 'backupDue'> {
  return { lost: found?.opened.lost ?? null, backupDue: found?.backupDue ?? null };
}
