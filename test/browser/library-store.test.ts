import { deleteDB } from 'idb';
import { afterAll } from 'vitest';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import { describeLibraryStore, describeTwoLibraries } from '../storage/library-store.contract.ts';

/** The contract again, on the real thing. */
const names: string[] = [];
const fresh = (): string => {
  const name = `library-${crypto.randomUUID()}`;
  names.push(name);
  return name;
};
afterAll(async () => {
  await Promise.all(names.map((name) => deleteDB(name)));
});

describeLibraryStore('in IndexedDB', () => openNoteStore({ name: fresh() }));
describeTwoLibraries('in IndexedDB', async () => {
  const name = fresh();
  return Promise.all([openNoteStore({ name }), openNoteStore({ name })]);
});
