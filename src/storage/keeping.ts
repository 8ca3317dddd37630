import * as v from 'valibot';
import type { Stock } from './counted-changes.ts';
import { readItem, writeItem } from './item.ts';
import type { Tally } from './migrations.ts';

/*
 * What is remembered of the notes outside their database, in localStorage: what the database held, so that one that
 * comes back empty can't pass for one that never held anything; and when the notes were last backed up. The browser
 * may refuse all of it: then nothing here is known, and nothing throws.
 */
const MARKER = 'sidegloss.notes';
const BACKUP = 'sidegloss.backup';
const REFUSED = 'sidegloss.persistence-refused';

const DAY = 86_400_000;
/** How long notes may be in this browser only, before the reader is reminded. */
const BACKUP_AFTER = 7 * DAY;
/** How long a browser's refusal stands, before it is asked again. */
const ASK_AGAIN_AFTER = 30 * DAY;

const amount = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.string(), v.isoTimestamp());
// What was remembered before there were own articles knows of none.
const heldSchema = v.object({
  notes: amount,
  corrections: amount,
  articles: v.optional(amount, 0),
  since: time,
});
const markerSchema = v.object({
  ...heldSchema.entries,
  database: v.string(),
  changes: amount,
  lost: v.nullable(heldSchema),
});
const backupSchema = v.object({ last: v.nullable(time), since: v.nullable(time) });

/**
 * How many notes the database held, on how many articles corrections, and how many own articles, when it was last
 * changed: `since`, ISO 8601 in UTC.
 */
export type Held = Readonly<v.InferOutput<typeof heldSchema>>;

/** When the notes were last backed up, null for never, and when the first was made or changed after that. */
export interface BackupDue {
  readonly last: string | null;
  readonly since: string;
}

/** Remembers what the database holds, after a change that is on disk. Older news than what is remembered is dropped. */
export function markChange(tally: Tally, now: Date): void {
  const marker = read(MARKER, markerSchema);
  if (marker?.database === tally.database && marker.changes > tally.changes) return;
  write(MARKER, { ...tally, since: now.toISOString(), lost: marker?.lost ?? null });
}

/**
 * Compares what is found in a database with what is remembered of it. What is missing is told at every opening, by
 * at least so many, until the reader has taken note of it (`acceptLoss`); null where nothing is missing, or nothing
 * is remembered. What another tab has deleted the database itself knows, so that is not missed. Rejects as `stock`
 * does.
 */
export async function findLoss(store: { stock: () => Promise<Stock> }, now: Date): Promise<Held | null> {
  // Before the database is looked at, which other tabs may change meanwhile: they mark a change after they made it.
  const marker = read(MARKER, markerSchema);
  const { said, found } = await store.stock();
  const gone = marker && missing(marker, { said, found });
  const lost = sum(marker?.lost ?? null, gone);
  const latest = read(MARKER, markerSchema);
  const isKnown = latest
    ? latest.database === said.database && latest.changes >= said.changes
    : said.changes === 0;
  if (gone || !isKnown) write(MARKER, { ...said, ...found, since: marker?.since ?? now.toISOString(), lost });
  return lost;
}

/** The reader knows of the loss: it is not told again. */
export function acceptLoss(): void {
  const marker = read(MARKER, markerSchema);
  if (marker) write(MARKER, { ...marker, lost: null });
}

/** What the database held, for when it can't be opened; null where nothing is remembered. */
export function remembered(): Held | null {
  const marker = read(MARKER, markerSchema);
  return marker && heldIn(marker);
}

/** Remembers that there is something in this browser that is in no backup. */
export function markUnsaved(now: Date): void {
  const backup = read(BACKUP, backupSchema) ?? { last: null, since: null };
  if (backup.since === null) write(BACKUP, { ...backup, since: now.toISOString() });
}

/** Whether to remind the reader of a backup: there have been new notes for 7 days. Null where not. */
export function backupDue(now: Date): BackupDue | null {
  const { last, since } = read(BACKUP, backupSchema) ?? { last: null, since: null };
  return since !== null && now.getTime() - Date.parse(since) >= BACKUP_AFTER ? { last, since } : null;
}

/** Everything has been backed up. */
export function backedUp(now: Date): void {
  write(BACKUP, { last: now.toISOString(), since: null });
}

/** The reader wants to be reminded another time: after 7 days more. */
export function putOffBackup(now: Date): void {
  const backup = read(BACKUP, backupSchema);
  if (backup?.since) write(BACKUP, { ...backup, since: now.toISOString() });
}

/**
 * Asks the browser not to clear the notes away when the disk gets full; some ask the reader in turn. `unknown` where
 * the browser can't be asked. A refusal stands for 30 days. Never throws.
 */
export async function askToPersist(now: Date): Promise<'granted' | 'refused' | 'unknown'> {
  try {
    if (await navigator.storage.persisted()) return 'granted';
    const refused = read(REFUSED, time);
    if (refused !== null && now.getTime() - Date.parse(refused) < ASK_AGAIN_AFTER) return 'refused';
    if (await navigator.storage.persist()) return 'granted';
    write(REFUSED, now.toISOString());
    return 'refused';
  } catch {
    return 'unknown';
  }
}

function missing(marker: v.InferOutput<typeof markerSchema>, { said, found }: Stock): Held | null {
  const same = said.database === marker.database;
  const rolledBack = same && said.changes < marker.changes;
  /** Where others have changed the database since, only what it says of itself can be expected of it. */
  const gone = (kind: keyof Stock['found']): number =>
    Math.max(0, (same && !rolledBack ? Math.min(marker[kind], said[kind]) : marker[kind]) - found[kind]);
  const lost = { notes: gone('notes'), corrections: gone('corrections'), articles: gone('articles') };
  const { since } = marker;
  if (lost.notes + lost.corrections + lost.articles > 0) return { ...lost, since };
  // As many as there were, but not as they were: at least one change is gone.
  return rolledBack ? { notes: 1, corrections: 0, articles: 0, since } : null;
}

function heldIn({ notes, corrections, articles, since }: Held): Held {
  return { notes, corrections, articles, since };
}

function sum(before: Held | null, now: Held | null): Held | null {
  if (!before || !now) return before ?? now;
  return {
    notes: before.notes + now.notes,
    corrections: before.corrections + now.corrections,
    articles: before.articles + now.articles,
    since: before.since,
  };
}

function read<Schema extends v.GenericSchema>(key: string, schema: Schema): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readItem(key) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  // Where that is refused a loss goes unnoticed; there is no other place to remember it in.
  writeItem(key, JSON.stringify(value));
}
