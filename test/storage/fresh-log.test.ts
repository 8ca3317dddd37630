import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { beginLog } from '../../src/storage/fresh-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const names = async (): Promise<unknown[]> => (await indexedDB.databases()).map(({ name }) => name);

describe('a new log', () => {
  it('is begun with every opening, because it is a deletion that begins one, and leaves nothing', async () => {
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    const database = await openDatabase({ name: 'notes-a' });
    expect(deleted).toHaveBeenCalledWith('notes-a.log');
    expect(await names()).toEqual(['notes-a']);
    database.close();
  });

  it('can be begun in many tabs at once', async () => {
    await Promise.all([1, 2, 3].map(() => beginLog('notes-b.log', 60_000)));
    expect(await names()).not.toContain('notes-b.log');
  });

  it('is done without where the browser has none or refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await beginLog('notes-c.log', 60_000);
    vi.stubGlobal('indexedDB', undefined);
    await beginLog('notes-c.log', 60_000);
  });

  it('is not waited for where another tab holds on to what is to be deleted', async () => {
    const held = await openDB('notes-d.log', 1);
    await beginLog('notes-d.log', 10);
    expect(await names()).toContain('notes-d.log');
    held.close();
  });
});
