import type { Article, ArticleHints } from '../../core/voices/read-article.ts';
import { startWorker } from '../../dom/trusted.ts';
// oxlint-disable-next-line import/default -- what the build makes of it is an address
import address from './voices-worker.ts?worker&url';

/** Where texts are read without keeping the page waiting. */
export interface VoicesDesk {
  /** As `readArticle`. Rejects where the worker can't be loaded or breaks. */
  readonly read: (text: string, hints: ArticleHints) => Promise<Article>;
  readonly stop: () => void;
}

/** Starts the worker. */
export function openVoicesDesk(): VoicesDesk {
  const worker = startWorker(address);
  const waiting = new Map<number, { resolve: (article: Article) => void; reject: (error: Error) => void }>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; article: Article }>) => {
    waiting.get(data.id)?.resolve(data.article);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return {
    read: (text, hints) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
        worker.postMessage({ id: asked, text, hints });
      }),
    stop: () => worker.terminate(),
  };
}
