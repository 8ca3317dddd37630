import type { Contents } from '../../core/notes/merge.ts';
import { startWorker } from '../../dom/trusted.ts';
import type { Exported } from './export-file.ts';
import type { Desk } from './transfer-desk.ts';
// oxlint-disable-next-line import/default -- what the build makes of it is an address
import address from './transfer-worker.ts?worker&url';

/** A desk in a worker of its own, for one file. */
export interface Transfer {
  readonly ask: Desk;
  /** Hands over what is there, in pieces that the page can copy without a stop. */
  readonly hold: (notes: Exported['notes']) => Promise<void>;
  /** Lets go of it; what was asked and not answered rejects. */
  readonly stop: () => void;
}

/** Everything but notes, where there is nothing. */
export const NO_REST: Omit<Contents, 'notes'> = { corrections: [], texts: [], drafts: [] };

/** Notes copied to the worker at once. */
const COPIED = 400;

/** Starts the worker. What is asked rejects where it can't be loaded or breaks. */
export function openTransfer(progress: (done: number) => void): Transfer {
  const worker = startWorker(address);
  let waiting: { resolve: (answer: never) => void; reject: (error: Error) => void } | null = null;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('progress' in data) progress(data.progress);
    else if ('error' in data) waiting?.reject(new Error(data.error));
    else waiting?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => waiting?.reject(new Error(message)));
  const ask: Desk = (question, asked) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
      worker.postMessage({ question, asked });
    });
  return {
    ask,
    hold: async (notes) => {
      for (let from = 0; from < notes.length; from += COPIED) {
        // oxlint-disable-next-line no-await-in-loop -- the next piece when the worker has this one
        await ask('hold', { notes: notes.slice(from, from + COPIED) });
      }
    },
    stop: () => {
      worker.terminate();
      waiting?.reject(new Error('the work on this file was stopped'));
    },
  };
}

type Told = { progress: number } | { error: string } | { answer: never };
