// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stock } from '../../src/storage/counted-changes.ts';
import {
  acceptLoss,
  askToPersist,
  backedUp,
  backupDue,
  findLoss,
  markChange,
  markUnsaved,
  putOffBackup,
  remembered,
} from '../../src/storage/keeping.ts';
import { forgetItems } from '../../src/storage/forget-items.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));

/** A database told as `name changes notes corrections articles`; `found` where it holds other numbers than it says. */
function stock(
  told: string,
  found?: readonly [notes: number, corrections: number, articles?: number],
): Stock {
  const [database = '', ...numbers] = told.split(' ');
  const [changes = 0, notes = 0, corrections = 0, articles = 0] = numbers.map(Number);
  const said = { database, changes, notes, corrections, articles };
  if (!found) return { said, found: { notes, corrections, articles } };
  return { said, found: { notes: found[0], corrections: found[1], articles: found[2] ?? 0 } };
}
const opened = (
  told: string,
  found?: readonly [number, number, number?],
): { stock: () => Promise<Stock> } => ({
  stock: async () => stock(told, found),
});
const change = (told: string, when = day(1)): void => markChange(stock(told).said, when);

const since = day(1).toISOString();

describe('a database that is opened again', () => {
  it.each([
    ['as it was left', 'db 5 3 1', undefined],
    ['after changes whose marks were not written any more', 'db 9 7 2', undefined],
    ['after another tab has deleted some', 'db 8 1 0', undefined],
    ['after another tab has deleted all', 'db 6 0 0', undefined],
  ])('misses nothing %s', async (_, told, found) => {
    change('db 5 3 1');
    expect(await findLoss(opened(told, found), day(2))).toBeNull();
  });

  it.each([
    ['another is in its place', 'new 0 0 0', undefined, { notes: 3, corrections: 1 }],
    ['it says that it is empty, and is the same', 'db 0 0 0', undefined, { notes: 3, corrections: 1 }],
    ['it holds less than it says', 'db 5 3 1', [1, 1], { notes: 2, corrections: 0 }],
    ['it holds less than it says, after more changes', 'db 7 9 1', [1, 0], { notes: 2, corrections: 1 }],
    ['the last changes are gone from it', 'db 4 2 1', undefined, { notes: 1, corrections: 0 }],
    ['an edit is gone from it', 'db 4 3 1', undefined, { notes: 1, corrections: 0 }],
  ] as const)('tells what is missing where %s', async (_, told, found, missing) => {
    change('db 5 3 1');
    expect(await findLoss(opened(told, found), day(2))).toEqual({ ...missing, articles: 0, since });
  });

  it('misses own articles as it does notes, and expects none where none were remembered', async () => {
    change('db 5 3 1 2');
    expect(await findLoss(opened('db 5 3 1 2', [3, 1, 1]), day(2))).toEqual({
      notes: 0,
      corrections: 0,
      articles: 1,
      since,
    });
    const before = { database: 'db', changes: 5, notes: 3, corrections: 1, since, lost: null };
    localStorage.setItem('sidegloss.notes', JSON.stringify(before));
    expect(await findLoss(opened('db 5 3 1 0'), day(2))).toBeNull();
    expect(remembered()).toEqual({ notes: 3, corrections: 1, articles: 0, since });
  });

  it('misses nothing where nothing is remembered, because only the marker was cleared', async () => {
    expect(await findLoss(opened('db 5 3 1'), day(2))).toBeNull();
    expect(await findLoss(opened('new 0 0 0'), day(3))).toEqual({
      notes: 3,
      corrections: 1,
      articles: 0,
      since: day(2).toISOString(),
    });
  });

  it('misses nothing where a database that held nothing is replaced', async () => {
    change('db 5 0 0');
    expect(await findLoss(opened('new 0 0 0'), day(2))).toBeNull();
    change('new 1 1 0');
    expect(remembered()).toEqual({ notes: 1, corrections: 0, articles: 0, since });
  });

  it('leaves no marker with a reader who never made a note', async () => {
    expect(await findLoss(opened('db 0 0 0'), day(2))).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('tells a loss at every opening, also after new notes, until the reader has taken note of it', async () => {
    change('db 5 3 1');
    const lost = { notes: 3, corrections: 1, articles: 0, since };
    expect(await findLoss(opened('new 0 0 0'), day(2))).toEqual(lost);
    expect(await findLoss(opened('new 0 0 0'), day(2))).toEqual(lost);
    change('new 1 1 0', day(3));
    expect(await findLoss(opened('new 1 1 0'), day(4))).toEqual(lost);
    acceptLoss();
    expect(await findLoss(opened('new 1 1 0'), day(5))).toBeNull();
  });

  it.each([
    ['the last changes are gone', 'db 4 2 1', undefined],
    ['some notes are gone', 'db 5 3 1', [2, 1] as const],
  ])('tells each loss once, not again as another one, where %s', async (_, told, found) => {
    change('db 5 3 1');
    const once = await findLoss(opened(told, found), day(2));
    expect(await findLoss(opened(told, found), day(3))).toEqual(once);
    acceptLoss();
    expect(await findLoss(opened(told, found), day(4))).toBeNull();
  });

  it('adds up what is lost one time after the other', async () => {
    change('db 5 3 1');
    await findLoss(opened('second 0 0 0'), day(2));
    change('second 2 2 0', day(3));
    expect(await findLoss(opened('third 0 0 0'), day(4))).toEqual({
      notes: 5,
      corrections: 1,
      articles: 0,
      since,
    });
  });

  it('raises no alarm where another tab writes while it is looked at', async () => {
    change('db 5 3 1');
    const busy = {
      stock: async () => {
        const before = stock('db 5 3 1');
        change('db 6 4 1', day(2));
        return before;
      },
    };
    expect(await findLoss(busy, day(2))).toBeNull();
    expect(remembered()).toEqual({ notes: 4, corrections: 1, articles: 0, since: day(2).toISOString() });
  });

  it('misses nothing that was deleted while there was no room to count it', async () => {
    change('db 5 3 1');
    change('db 5 1 1', day(2));
    expect(await findLoss(opened('db 5 3 1', [1, 1]), day(3))).toBeNull();
  });

  it('is remembered by its latest change, in whatever order the tabs report', () => {
    change('db 6 4 1', day(2));
    change('db 5 3 1', day(1));
    expect(remembered()).toEqual({ notes: 4, corrections: 1, articles: 0, since: day(2).toISOString() });
  });

  it.each(['{', '7', '{"notes":-1}', '{"notes":3,"corrections":1,"since":"yesterday"}'])(
    'misses nothing where the marker is spoilt: %s',
    async (spoilt) => {
      change('db 5 3 1');
      localStorage.setItem('sidegloss.notes', spoilt);
      expect(remembered()).toBeNull();
      expect(await findLoss(opened('new 0 0 0'), day(2))).toBeNull();
    },
  );
});

describe('the reminder to back up', () => {
  it('comes 7 days after the first note that is in no backup, not before, and goes with the backup', () => {
    expect(backupDue(day(20))).toBeNull();
    markUnsaved(day(1));
    markUnsaved(day(6));
    expect(backupDue(new Date(day(8).getTime() - 1))).toBeNull();
    expect(backupDue(day(8))).toEqual({ last: null, since });
    backedUp(day(9));
    expect(backupDue(day(30))).toBeNull();
    markUnsaved(day(10));
    expect(backupDue(day(17))).toEqual({ last: day(9).toISOString(), since: day(10).toISOString() });
  });

  it('can be put off by 7 days', () => {
    putOffBackup(day(1));
    expect(backupDue(day(20))).toBeNull();
    markUnsaved(day(1));
    putOffBackup(day(8));
    expect(backupDue(day(14))).toBeNull();
    expect(backupDue(day(15))).not.toBeNull();
  });
});

describe('asking the browser to keep the notes', () => {
  function browser(answers: { persisted: boolean; persist: boolean }): { asked: () => number } {
    const persist = vi.fn<() => Promise<boolean>>(async () => answers.persist);
    vi.stubGlobal('navigator', { storage: { persisted: async () => answers.persisted, persist } });
    return { asked: () => persist.mock.calls.length };
  }

  it('is not needed where it does already', async () => {
    const { asked } = browser({ persisted: true, persist: true });
    expect([await askToPersist(day(1)), asked()]).toEqual(['granted', 0]);
  });

  it('is done again 30 days after a refusal, not before', async () => {
    const { asked } = browser({ persisted: false, persist: false });
    expect([await askToPersist(day(1)), asked()]).toEqual(['refused', 1]);
    expect([await askToPersist(day(30)), asked()]).toEqual(['refused', 1]);
    expect([await askToPersist(day(31)), asked()]).toEqual(['refused', 2]);
    const later = browser({ persisted: false, persist: true });
    expect([await askToPersist(day(62)), later.asked()]).toEqual(['granted', 1]);
  });

  it('that can’t be done harms nothing', async () => {
    vi.stubGlobal('navigator', {});
    expect(await askToPersist(day(1))).toBe('unknown');
  });
});

describe('a browser that remembers nothing', () => {
  it('makes nothing throw, and nothing known', async () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('refused', 'SecurityError');
      });
    }
    change('db 5 3 1');
    markUnsaved(day(1));
    expect(await findLoss(opened('new 0 0 0'), day(2))).toBeNull();
    expect([remembered(), backupDue(day(20))]).toEqual([null, null]);
    acceptLoss();
  });

  it('because everything is to be forgotten has nothing left, and gets nothing more', () => {
    change('db 5 3 1');
    markUnsaved(day(1));
    forgetItems();
    markUnsaved(day(2));
    expect([remembered(), backupDue(day(20)), localStorage.length]).toEqual([null, null, 0]);
  });
});
