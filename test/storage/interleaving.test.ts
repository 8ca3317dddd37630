import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { openNoteStore } from '../../src/storage/indexeddb.ts';
import type { NoteStore } from '../../src/storage/note-store.ts';
import { noteOf } from './made-note.ts';

/** What an editor in a tab may do. Every text that is saved is new, so that it can be followed. */
type Step =
  | { readonly act: 'open' | 'save' | 'delete' | 'undo'; readonly editor: number }
  | { readonly act: 'create'; readonly editor: number; readonly id: 'a' | 'b' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constantFrom('open', 'save', 'save', 'delete', 'undo'), editor: fc.nat(3) }),
  fc.record({ act: fc.constant('create'), editor: fc.nat(3), id: fc.constantFrom('a', 'b') }),
);

/** Steps in one batch are taken at the same time; editors 0 and 1 sit in one tab, 2 and 3 in the other. */
const batches = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

interface Editor {
  readonly store: NoteStore;
  open: ReaderNote | null;
  deleted: ReaderNote[];
}

/** What has become of every text that a save has acknowledged. */
class Ledger {
  readonly acknowledged = new Set<string>();
  /** Texts that a reader has let go of with open eyes: edited by who had them open, or deleted and handed back. */
  readonly released = new Set<string>();
  private made = 0;
  newText = (): string => `text ${(this.made += 1)}`;
  newId = (): string => `split ${(this.made += 1)}`;
}

async function take(one: Step, editor: Editor, ledger: Ledger): Promise<void> {
  const { store } = editor;
  const save = async (note: ReaderNote, basedOn: number): Promise<void> => {
    const before = editor.open;
    const saved = await store.save(note, basedOn, ledger.newId());
    ledger.acknowledged.add(saved.note.body);
    // In the place of what was open there is now the edit of it; a split replaces nothing.
    if (before && saved.note.id === before.id && basedOn === before.revision)
      ledger.released.add(before.body);
    editor.open = saved.note;
  };
  if (one.act === 'open') {
    const notes = await store.notes('talks');
    editor.open = notes.length > 0 ? notes[ledger.acknowledged.size % notes.length]! : null;
  } else if (one.act === 'create') {
    editor.open = null;
    await save(noteOf(one.id, ledger.newText()), 0);
  } else if (one.act === 'save' && editor.open) {
    await save({ ...editor.open, body: ledger.newText() }, editor.open.revision);
  } else if (one.act === 'delete' && editor.open) {
    editor.deleted = await store.remove([editor.open.id]);
    for (const { body } of editor.deleted) ledger.released.add(body);
  } else if (one.act === 'undo') {
    for (const { body } of await store.saveAll(editor.deleted, ledger.newId)) {
      ledger.acknowledged.add(body);
      ledger.released.delete(body);
    }
    editor.deleted = [];
  }
}

let databases = 0;

it('loses no acknowledged text, however two tabs save, delete and undo', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (plan) => {
      const name = `interleaved-${(databases += 1)}`;
      const stores = await Promise.all([openNoteStore({ name }), openNoteStore({ name })]);
      const editors = [0, 0, 1, 1].map((tab): Editor => ({ store: stores[tab]!, open: null, deleted: [] }));
      const ledger = new Ledger();
      for (const batch of plan) {
        // An editor does one thing at a time.
        const once = batch.filter((one, at) => batch.findIndex(({ editor }) => editor === one.editor) === at);
        await Promise.all(once.map((one) => take(one, editors[one.editor]!, ledger)));
      }
      const kept = new Set((await stores[0].notes('talks')).map(({ body }) => body));
      const lost = [...ledger.acknowledged].filter((text) => !kept.has(text) && !ledger.released.has(text));
      for (const store of stores) store.close();
      expect(lost).toEqual([]);
    }),
    { seed: 20260301, numRuns: 300 },
  );
});
