import { deleteDB, openDB } from 'idb';

/**
 * Has the browser begin a new log for its databases, before anything is written to them; what a browser that died
 * while it wrote has left at the end of the old one goes away with it. Chromium would write on behind it, and take all
 * of its databases here for spoilt at the next start, and delete them (LevelDB's issue 1287). It begins a new log when
 * a database is deleted, so one is made and deleted; other browsers do that and are none the worse. Waits so long, in
 * ms, and no longer. Never rejects: without it, notes are as safe as the browser keeps them.
 */
export async function beginLog(name: string, patience: number): Promise<void> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    clock = setTimeout(resolve, patience);
  });
  await Promise.race([makeAndDelete(name).catch(() => {}), late]);
  clearTimeout(clock);
}

async function makeAndDelete(name: string): Promise<void> {
  // Fails where there is no room, and where the browser refuses; the database itself will find that out.
  (await openDB(name, 1)).close();
  await deleteDB(name);
}
