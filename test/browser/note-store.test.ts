import { deleteDB } from 'idb';
import { afterAll } from 'vitest';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import { describeNoteStore, describeTwoTabs } from '../storage/note-store.contract.ts';

/** The contract again, on the real thing. */
const names: string[] = [];
const fresh = (): string => {
  const name = `contract-${crypto.randomUUID()}`;
  names.push(name);
  return name;
};
afterAll(async () => {
  await Promise.all(names.map((name) => deleteDB(name)));
});

describeNoteStore('in IndexedDB', () => openNoteStore({ name: fresh() }));
describeTwoTabs('in IndexedDB', async () => {
  const name = fresh();
  return Promise.all([openNoteStore({ name }), openNoteStore({ name })]);
});
