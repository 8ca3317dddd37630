import { describe, textHash } from '../../core/anchor/describe.ts';
import type { ReaderNote } from '../../core/notes/note.ts';
import { revise } from '../../core/notes/note-state.ts';
import type { Span } from '../../core/text/span.ts';
import type { Article } from '../../core/voices/read-article.ts';
import {
  attempt,
  bareOf,
  changeOf,
  contentOf,
  step,
  storedOf,
  type Bench,
  type NoteFields,
} from './note-steps.ts';

/** Notes to change and notes to add, on any articles. */
export interface ManyChanges {
  /** Each note once, as it was seen: what has been made of it since is not overwritten. */
  readonly changed: readonly { readonly note: ReaderNote; readonly fields: Partial<NoteFields> }[];
  /** `id` is the article's. */
  readonly added: readonly {
    readonly article: Article;
    readonly id: string;
    readonly span: Span;
    readonly fields: NoteFields;
  }[];
}

/**
 * Makes many changes as one: all are stored or none, and they are taken back and done again together. `what` names them
 * ("3 claims changed"); `told` is said where that says too little. Resolves with the notes as they now stand, those
 * changed first, in the order given; with null where it failed, which is said.
 */
export async function changeMany(
  bench: Bench,
  { changed, added }: ManyChanges,
  { what, told = what }: { readonly what: string; readonly told?: string },
): Promise<readonly ReaderNote[] | null> {
  return attempt(bench, async () => {
    const { store, history, say, now, newId } = bench;
    const time = now();
    const before = changed.map(({ note }) => bareOf(note));
    const after = changed.map(({ fields }, index) => revise(before[index]!, changeOf(fields), time));
    const fresh = added.map(({ article, id, span, fields }): ReaderNote => {
      const selectors = describe(article, span);
      return { ...fields, id: newId(), article: id, selectors, created: time, modified: time, revision: 1 };
    });
    const texts = new Map(added.map(({ article }) => [textHash(article), article.text]));
    await Promise.all([...texts].map(async ([hash, text]) => store.keepText(hash, text)));
    const saved = await store.saveAll([...after, ...fresh], newId, revisionsOf(before));
    const isSplit = after.some(({ id }, index) => saved[index]!.id !== id);

    /** Puts the notes that were changed into these states, as one more change of what is stored by now. */
    const put = async (states: readonly ReaderNote[], others: readonly ReaderNote[]): Promise<void> => {
      const stored = states.map((note) => storedOf(bench, note));
      const next = stored.map((note, index) => revise(note, contentOf(states[index]!), now()));
      await store.saveAll([...next, ...others], newId, revisionsOf(stored));
    };
    const standing = saved.slice(0, changed.length);
    let removed: readonly ReaderNote[] = [];
    history.done({
      what,
      undo: async () => {
        if (standing.length > 0) await put(originals(before, standing), []);
        if (fresh.length > 0) removed = await store.remove(saved.slice(changed.length).map(({ id }) => id));
      },
      redo: () => put(standing, removed),
    });
    const undo = { label: 'Undo', act: () => void step(bench, 'undo') };
    say({
      text: isSplit ? `${told}. Some were changed in another tab as well: both texts are kept.` : `${told}.`,
      action: undo,
    });
    return saved;
  });
}

/** The states before, of those notes that took the change: one that was saved beside another's change stays as it is. */
function originals(before: readonly ReaderNote[], standing: readonly ReaderNote[]): readonly ReaderNote[] {
  return standing.map((note, index) => (note.id === before[index]!.id ? before[index]! : note));
}

const revisionsOf = (notes: readonly ReaderNote[]): ReadonlyMap<string, number> =>
  new Map(notes.map(({ id, revision }) => [id, revision]));
