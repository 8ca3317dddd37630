// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  changeFeed,
  channelOf,
  onPageShown,
  type ChangeFeed,
  type Untold,
} from '../../src/storage/changes.ts';
import type { Change } from '../../src/storage/note-store.ts';
import { noteOf } from './made-note.ts';

/** A feed whose messages are carried by hand, with what its watcher hears, told in a word each. */
function tab(stands: number): {
  feed: ChangeFeed;
  sent: unknown[];
  receive: (message: unknown) => void;
  wake: () => void;
  database: { stands: number | Error };
  heard: () => Promise<string[]>;
} {
  const sent: unknown[] = [];
  const told: Change[] = [];
  let receive: (message: unknown) => void = () => {};
  let wake: () => void = () => {};
  const database: { stands: number | Error } = { stands };
  const feed = changeFeed({
    channel: { post: (message) => sent.push(message), listen: (heard) => (receive = heard), close: () => {} },
    onWake: (woke) => {
      wake = woke;
      return () => (wake = () => {});
    },
    latest: async () => {
      if (database.stands instanceof Error) throw database.stands;
      return database.stands;
    },
  });
  feed.standsAt(stands);
  feed.watch((change) => told.push(change));
  return {
    feed,
    sent,
    receive: (message) => receive(message),
    wake: () => wake(),
    database,
    heard: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return told.splice(0).map((change) => `${change.kind} ${change.elsewhere ? 'elsewhere' : 'here'}`);
    },
  };
}

const removed: Untold = { kind: 'removed', ids: ['a'] };
const corrected: Untold = { kind: 'corrected', article: 'talks' };

describe('changes in another tab', () => {
  it('are told in detail as long as they come in order', async () => {
    const { receive, heard } = tab(4);
    receive({ number: 5, change: removed });
    receive({ number: 6, change: corrected });
    expect(await heard()).toEqual(['removed elsewhere', 'corrected elsewhere']);
  });

  it('of which one was missed make the watcher read everything again, and what comes late is covered by that', async () => {
    const { receive, heard } = tab(4);
    receive({ number: 6, change: corrected });
    receive({ number: 5, change: removed });
    receive({ number: 7, change: removed });
    expect(await heard()).toEqual(['all elsewhere', 'removed elsewhere']);
  });

  it('that were made between two of its own make it read everything again', async () => {
    const { feed, receive, heard } = tab(4);
    feed.tell(removed, 6);
    receive({ number: 5, change: corrected });
    expect(await heard()).toEqual(['removed here', 'all elsewhere']);
  });

  it('that are heard of before its own earlier one make it read everything again', async () => {
    const { feed, receive, heard } = tab(4);
    receive({ number: 6, change: removed });
    feed.tell(corrected, 5);
    expect(await heard()).toEqual(['all elsewhere', 'all here']);
  });

  it.each([
    ['no message', 'x'],
    ['nothing', null],
    ['no number', { number: '5', change: removed }],
    ['none at all', { change: removed }],
    ['no change', { number: 5, change: null }],
    ['an unknown kind', { number: 5, change: { kind: 'renamed' } }],
    ['other fields', { number: 5, change: { kind: 'saved', note: 'a' } }],
    ['other ids', { number: 5, change: { kind: 'removed', ids: 'a' } }],
    ['another article', { number: 5, change: { kind: 'corrected', article: 7 } }],
  ])('that another version tells in its own way (%s) are looked for in the database', async (_, message) => {
    const { receive, database, heard } = tab(4);
    receive(message);
    expect(await heard()).toEqual([]);
    database.stands = 5;
    receive(message);
    expect(await heard()).toEqual(['all elsewhere']);
  });

  it('are told from this tab with all that others need', async () => {
    const { feed, sent, heard } = tab(4);
    const many = Array.from({ length: 201 }, (_, index) => noteOf(`${index}`, ''));
    feed.tell({ kind: 'saved', notes: many.slice(1) }, 5);
    feed.tell({ kind: 'saved', notes: many }, 6);
    feed.tell({ kind: 'removed', ids: many.map(({ id }) => id) }, 7);
    expect(sent).toEqual([
      { number: 5, change: { kind: 'saved', notes: many.slice(1) } },
      { number: 6, change: { kind: 'all' } },
      { number: 7, change: { kind: 'all' } },
    ]);
    expect(await heard()).toEqual(['saved here', 'saved here', 'removed here']);
  });
});

describe('a page that may have slept', () => {
  it('reads everything again where the database has moved on, and only there', async () => {
    const { wake, database, receive, heard } = tab(4);
    wake();
    expect(await heard()).toEqual([]);
    database.stands = 6;
    wake();
    expect(await heard()).toEqual(['all elsewhere']);
    receive({ number: 6, change: removed });
    receive({ number: 7, change: removed });
    expect(await heard()).toEqual(['removed elsewhere']);
  });

  it('reads everything again where the database does not answer, so that the reader is told', async () => {
    const { wake, database, receive, heard } = tab(4);
    database.stands = new Error('gone');
    wake();
    expect(await heard()).toEqual(['all elsewhere']);
    receive({ number: 5, change: removed });
    expect(await heard()).toEqual(['removed elsewhere']);
  });

  it('is one that is shown again, or come back to', () => {
    const woke = vi.fn<() => void>();
    const stop = onPageShown(woke);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(woke).not.toHaveBeenCalled();
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    expect(woke).toHaveBeenCalledTimes(2);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pageshow'));
    expect(woke).toHaveBeenCalledTimes(2);
  });
});

describe('watchers', () => {
  it('that throw harm neither the change nor each other', async () => {
    const { feed, heard } = tab(0);
    const uncaught = vi.fn<(error: unknown) => void>();
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException').once('uncaughtException', uncaught);
    feed.watch(() => {
      throw new Error('a mistake in a watcher');
    });
    feed.watch(() => {});
    expect(() => feed.tell(removed, 1)).not.toThrow();
    expect(await heard()).toEqual(['removed here']);
    for (const listener of others) process.on('uncaughtException', listener);
    expect(uncaught).toHaveBeenCalledOnce();
  });

  it('hear nothing any more once they are stopped or the feed is closed', async () => {
    const { feed, receive, heard } = tab(0);
    const stopped = vi.fn<() => void>();
    const stop = feed.watch(stopped);
    feed.tell(removed, 1);
    stop();
    feed.close();
    receive({ number: 2, change: removed });
    expect(await heard()).toEqual([]);
    expect(stopped).not.toHaveBeenCalled();
  });

  it('are told nothing from elsewhere where the browser has no channels', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(channelOf('notes')).toBeNull();
    vi.unstubAllGlobals();
  });
});
