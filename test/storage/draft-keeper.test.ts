// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, type DraftKeeper } from '../../src/storage/draft-keeper.ts';
import { memoryStore } from '../../src/storage/memory.ts';
import { StoreFailure, type NoteStore } from '../../src/storage/note-store.ts';

let store: NoteStore;
let failure: StoreFailure | null = null;
let written: string[] = [];
let failed: string[] = [];
const keepers: DraftKeeper[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  store = memoryStore();
  failure = null;
  written = [];
  failed = [];
});
afterEach(() => {
  for (const keeper of keepers.splice(0)) keeper.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function keep(): DraftKeeper {
  const keeper = keepDraft(
    {
      saveDraft: async (draft) => {
        if (failure) throw failure;
        written.push(draft.fields);
        return store.saveDraft(draft);
      },
      removeDraft: (article, key) => store.removeDraft(article, key),
    },
    {
      article: 'talks',
      key: 'a',
      now: () => new Date(Date.UTC(2026, 2, 1)),
      failed: ({ reason }) => failed.push(reason),
    },
  );
  keepers.push(keeper);
  return keeper;
}
const drafts = async (): Promise<string[]> => (await store.drafts('talks')).map(({ fields }) => fields);
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('a draft', () => {
  it('is written at the first letter, then at most every half second, and the last one always', async () => {
    const { typed } = keep();
    for (let letter = 0; letter <= 12; letter += 1) {
      typed(`${letter}`);
      await pass(100);
    }
    expect(written).toEqual(['0', '4', '9']);
    await pass(500);
    expect(written).toEqual(['0', '4', '9', '12']);
    await pass(60_000);
    expect(written).toHaveLength(4);
    expect(await store.drafts('talks')).toEqual([
      { article: 'talks', key: 'a', fields: '12', modified: '2026-03-01T00:00:00.000Z' },
    ]);
  });

  it('is written when the page is hidden or left, without waiting', async () => {
    const { typed } = keep();
    typed('W');
    typed('Wh');
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(written).toEqual(['W']);
    visibility.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(written).toEqual(['W', 'Wh']);
    typed('Why');
    typed('Why?');
    window.dispatchEvent(new Event('pagehide'));
    expect(written).toEqual(['W', 'Wh', 'Why', 'Why?']);
  });

  it('is written when its editor closes, which then leaves the page alone', async () => {
    const { typed, stop } = keep();
    typed('W');
    typed('Wh');
    stop();
    expect(written).toEqual(['W', 'Wh']);
    await pass(1000);
    expect(written).toHaveLength(2);
    failure = new StoreFailure('broken');
    typed('Why');
    await pass(0);
    failure = null;
    window.dispatchEvent(new Event('pagehide'));
    expect(written).toHaveLength(2);
  });

  it('is gone once its note is saved, whatever was still to be written', async () => {
    const { typed, drop } = keep();
    typed('W');
    typed('Wh');
    await drop();
    await pass(1000);
    expect(await drafts()).toEqual([]);
    expect(written).toEqual(['W']);
  });

  it('begins anew with what is typed after that, even before that is done', async () => {
    const { typed, drop } = keep();
    typed('W');
    const dropped = drop();
    typed('And');
    await dropped;
    await pass(1000);
    expect(await drafts()).toEqual(['And']);
  });

  it('is flushed to the last letter', async () => {
    const { typed, flush } = keep();
    typed('W');
    typed('Wh');
    await flush();
    expect(await drafts()).toEqual(['Wh']);
  });
});

describe('a draft that can’t be written', () => {
  beforeEach(() => {
    failure = new StoreFailure('full');
  });

  it('is told of, and tried again with the next letter, not for ever by itself', async () => {
    const { typed } = keep();
    typed('W');
    await pass(60_000);
    expect(failed).toEqual(['full']);
    typed('Wh');
    await pass(60_000);
    expect(failed).toEqual(['full', 'full']);
    failure = null;
    typed('Why');
    await pass(0);
    expect(await drafts()).toEqual(['Why']);
  });

  it('is tried again when the page is left', async () => {
    const { typed, flush } = keep();
    typed('W');
    await pass(0);
    failure = null;
    await flush();
    expect(await drafts()).toEqual(['W']);
  });

  it('does not come back once it is dropped', async () => {
    const { typed, drop, flush } = keep();
    typed('W');
    await drop();
    failure = null;
    await flush();
    expect(await drafts()).toEqual([]);
  });

  it('is not said to be the store’s failure where it is a mistake of the program', async () => {
    const { typed, flush } = keep();
    failure = new TypeError('a mistake') as unknown as StoreFailure;
    typed('W');
    await expect(flush()).rejects.toThrow('a mistake');
    expect(failed).toEqual([]);
    failure = null;
  });
});
