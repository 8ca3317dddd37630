import 'fake-indexeddb/auto';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { describeNoteStore, describeTwoTabs } from './note-store.contract.ts';

let databases = 0;
const fresh = (): string => `contract-${(databases += 1)}`;

describeNoteStore('in memory', async () => memoryStore());
describeNoteStore('in a pretended IndexedDB', () => openNoteStore({ name: fresh() }));
describeTwoTabs('in a pretended IndexedDB', async () => {
  const name = fresh();
  return Promise.all([openNoteStore({ name }), openNoteStore({ name })]);
});
