import { deleteDB, openDB } from 'idb';
import { forgetItems, itemKeys, OURS } from './forget-items.ts';
import type { Schema } from './migrations.ts';
import { offlineCopy, type OfflineCopy } from './offline-copy.ts';

const PLACES = 'sidegloss.position.';
const PREFERENCES = 'sidegloss.preferences';
/** How long other pages may take to let go of the database, in ms. */
const LETTING_GO = 5000;
/** How often caches are deleted that come back, and how long they have for that, in ms. */
const ATTEMPTS = 6;
const REST = 500;

const COUNTED = ['notes', 'corrections', 'drafts', 'texts', 'listings'] as const;

/** What this browser keeps for the site, in numbers. */
export interface Kept {
  /** How many of each; null where the database can't be read. */
  readonly records: Readonly<Record<(typeof COUNTED)[number], number>> | null;
  readonly places: number;
  readonly preferences: boolean;
  readonly offline: OfflineCopy | null;
  /** All of it together in bytes, as the browser counts it; null where it does not say. */
  readonly bytes: number | null;
}

/** Counts what is kept. `site` is the absolute address of the site's root. Never rejects, and makes nothing. */
export async function countKept(site: string): Promise<Kept> {
  const [records, offline, bytes] = await Promise.all([
    countRecords().catch(() => null),
    offlineCopy(site),
    usedBytes(),
  ]);
  const preferences = itemKeys(PREFERENCES).length > 0;
  return { records, places: itemKeys(PLACES).length, preferences, offline, bytes };
}

async function countRecords(): Promise<Kept['records']> {
  const none = { notes: 0, corrections: 0, drafts: 0, texts: 0, listings: 0 };
  // To open one that is not there would make it.
  if (!(await databases()).includes(OURS)) return none;
  const database = await openDB<Schema>(OURS);
  try {
    const transaction = database.transaction(COUNTED);
    const counts = await Promise.all(COUNTED.map(async (name) => transaction.objectStore(name).count()));
    return { ...none, ...Object.fromEntries(COUNTED.map((name, index) => [name, counts[index]])) };
  } finally {
    database.close();
  }
}

async function usedBytes(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}

/**
 * Deletes everything that is kept for the site: databases, copies of the site and what was shared to it, preferences,
 * places; and takes its service worker away. Other pages of the site hear of it from the database, and write nothing any
 * more. Resolves with what could not be deleted, by name: nothing, if all went well. Never rejects.
 */
export async function forgetEverything(site: string): Promise<string[]> {
  // First who writes, then what is written: that the database goes tells other pages, and then they make no copies.
  forgetItems();
  await Promise.all((await databases()).map((name) => withoutFail(async () => inTime(deleteDB(name)))));
  await withoutFail(async () => {
    const registration = await navigator.serviceWorker.getRegistration(site);
    await registration?.unregister();
  });
  await withoutFail(emptyCaches);
  return [...(await databases()), ...(await cacheNames()), ...itemKeys(OURS), ...itemKeys(OURS, 'visit')];
}

async function databases(): Promise<string[]> {
  try {
    const all = await indexedDB.databases();
    return all.flatMap(({ name }) => (name?.startsWith(OURS) ? [name] : []));
  } catch {
    return [];
  }
}

async function cacheNames(): Promise<string[]> {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(OURS));
  } catch {
    return [];
  }
}

/**
 * Deletes all caches until none comes back: in Chromium (156) one that is looked into while it is deleted is there again
 * afterwards, empty, and other pages look into it for what tells their readers of the deletion.
 */
async function emptyCaches(): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    /* oxlint-disable no-await-in-loop -- each looks at what the one before has left */
    const names = await cacheNames();
    if (names.length === 0 && attempt > 0) return;
    await Promise.all(names.map((name) => caches.delete(name)));
    await new Promise((rested) => setTimeout(rested, REST));
    /* oxlint-enable no-await-in-loop */
  }
}

async function withoutFail(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // What is left is found out afterwards.
  }
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    clock = setTimeout(resolve, LETTING_GO);
  });
  await Promise.race([work, late]);
  clearTimeout(clock);
}
