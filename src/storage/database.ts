import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { beginLog } from './fresh-log.ts';
import { migrate, MIGRATIONS, type Migration, type Schema } from './migrations.ts';
import { StoreFailure, type FailureReason } from './note-store.ts';

type Names = readonly StoreNames<Schema>[];

/** An IndexedDB database of notes. Every access goes through `tx`; everything rejects with StoreFailure. */
export interface Database {
  /**
   * Runs `work` in one transaction and resolves with its result when that is complete: on disk, as far as the
   * browser can say (`durability: 'strict'`). Nothing of it is kept where it rejects. The transaction begins before
   * this function returns. Errors that are not the database's own pass through as they are.
   */
  readonly tx: <const Stores extends Names, Mode extends 'readonly' | 'readwrite', Result>(
    stores: Stores,
    mode: Mode,
    work: (transaction: IDBPTransaction<Schema, Stores[number][], Mode>) => Promise<Result>,
  ) => Promise<Result>;
  readonly close: () => void;
}

export interface DatabaseOptions {
  readonly name: string;
  readonly migrations?: readonly Migration[];
  /** How long to wait for an answer, in ms; a migration that has begun may take longer. */
  readonly patience?: number;
  /**
   * Told when the database can't be used any more: `newer` when another tab needs it for a newer version, `deleted`
   * when it is deleted under us, `broken` when another one is in its place. What is asked for within this call is still
   * done.
   */
  readonly ended?: (reason: 'newer' | 'deleted' | 'broken') => void;
}

type Connection = IDBPDatabase<Schema>;

/** How long to wait for a new log, in ms. */
const LOG_PATIENCE = 1000;

/**
 * Opens the database, in its newest version. Rejects with StoreFailure: `newer` where it has been opened by a newer
 * version of the program, `busy` where it does not answer in time.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let end: FailureReason | 'closed' | null = null;
  let connection: Connection | null = null;
  /** The database's own name; null for one that has none, undefined before it is known. */
  let own: string | null | undefined;
  let reopening: Promise<Connection> | null = null;

  const finish = (reason: 'newer' | 'deleted' | 'broken'): void => {
    if (end !== null) return;
    options.ended?.(reason);
    end = reason;
    connection?.close();
  };
  const connect = async (): Promise<Connection> => {
    const opened = await openConnection(options, {
      // Another tab wants a newer version (or to delete it all) and waits for this one to let go.
      blocking: (version) => finish(version === null ? 'deleted' : 'newer'),
      terminated: () => {
        if (connection === opened) connection = null;
      },
    });
    const name = await nameOf(opened);
    /*
     * Safari closes the connections of pages in the background, and any browser may. The same database is opened
     * again; another one in its place, after site data were cleared, must not be taken for it.
     */
    if (own !== undefined && name !== own) finish('broken');
    if (end !== null) {
      opened.close();
      throw failureOfEnd(end);
    }
    own = name;
    connection = opened;
    return opened;
  };
  await connect();
  await beginLog(`${options.name}.log`, LOG_PATIENCE);

  const begin = async <Result>(start: (live: Connection) => Result): Promise<{ begun: Result }> => {
    if (end !== null) throw failureOfEnd(end);
    if (connection) {
      try {
        return { begun: start(connection) };
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
        connection = null;
      }
    }
    reopening ??= connect().finally(() => {
      reopening = null;
    });
    return { begun: start(await reopening) };
  };

  return {
    tx: async (stores, mode, work) => {
      try {
        const { begun } = await begin((live) =>
          run(live.transaction([...stores], mode, { durability: 'strict' }), work),
        );
        return await begun;
      } catch (error) {
        throw failureOf(error, {});
      }
    },
    close: () => {
      end ??= 'closed';
      connection?.close();
    },
  };
}

/** The work in a transaction, and its end: both, or nothing. */
async function run<T extends IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly' | 'readwrite'>, Result>(
  transaction: T,
  work: (transaction: T) => Promise<Result>,
): Promise<Result> {
  // Both are looked at below; meanwhile neither may count as an error that nobody handles.
  transaction.done.catch(() => {});
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has come to its end by itself.
    }
    await transaction.done.catch(() => {});
    // A request fails with AbortError where the transaction knows the reason.
    throw transaction.error ?? error;
  }
}

interface ConnectionEvents {
  /** `version` is the one that is wanted, null where the database is to be deleted. */
  readonly blocking: (version: number | null) => void;
  readonly terminated: () => void;
}

async function openConnection(
  { name, migrations = MIGRATIONS, patience = 5000 }: DatabaseOptions,
  { blocking, terminated }: ConnectionEvents,
): Promise<Connection> {
  let failed: unknown;
  try {
    // Absent in some private windows, and refused by a setting with an error on sight.
    if (!globalThis.indexedDB) throw new StoreFailure('blocked');
    return await withinTime(patience, async (stopClock) => {
      const opened = await openDB(name, migrations.length, {
        upgrade: (database, from, _to, transaction) => {
          stopClock();
          // The opening itself rejects with it.
          transaction.done.catch(() => {});
          migrate({ database, transaction }, from, migrations).catch((error: unknown) => {
            failed = error;
            transaction.abort();
          });
        },
        blocking: (_from, version) => blocking(version),
        terminated,
      });
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the migrations have made it so
      return opened as unknown as Connection;
    });
  } catch (error) {
    throw failureOf(failed ?? error, OPENING);
  }
}

/** Waits for a connection so long and no longer; one that comes too late is let go, so that it blocks no one. */
async function withinTime(
  patience: number,
  open: (stopClock: () => void) => Promise<Connection>,
): Promise<Connection> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    clock = setTimeout(() => resolve(null), patience);
  });
  const opening = open(() => clearTimeout(clock));
  try {
    const opened = await Promise.race([opening, late]);
    if (opened) return opened;
  } finally {
    clearTimeout(clock);
  }
  void opening.then((connection) => connection.close()).catch(() => {});
  throw new StoreFailure('busy');
}

async function nameOf(connection: Connection): Promise<string | null> {
  try {
    return (await connection.get('meta', 'tally'))?.database ?? null;
  } catch (error) {
    connection.close();
    throw failureOf(error, {});
  }
}

/** What the browser's errors mean while a database is being opened; afterwards, all but one mean `broken`. */
const OPENING: Readonly<Record<string, FailureReason>> = {
  SecurityError: 'blocked',
  InvalidStateError: 'blocked',
  NotAllowedError: 'blocked',
  VersionError: 'newer',
};

function failureOf(error: unknown, meanings: Readonly<Record<string, FailureReason>>): unknown {
  if (error instanceof StoreFailure || !(error instanceof Error)) return error;
  const reason = error.name === 'QuotaExceededError' ? 'full' : meanings[error.name];
  if (reason) return new StoreFailure(reason, error);
  // A value that can't be stored, and whatever is no error of the database, is a mistake in the program.
  if (!(error instanceof DOMException) || error.name === 'DataCloneError') return error;
  return new StoreFailure('broken', error);
}

function failureOfEnd(end: FailureReason | 'closed'): Error {
  return end === 'closed' ? new Error('the note store has been closed') : new StoreFailure(end);
}
