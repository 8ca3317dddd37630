import { readArticle, type ArticleHints } from '../../core/voices/read-article.ts';

/* Reads texts beside the page: a book takes longer than a frame. */

addEventListener(
  'message',
  ({ data: { id, text, hints } }: MessageEvent<{ id: number; text: string; hints: ArticleHints }>) => {
    postMessage({ id, article: readArticle(text, hints) });
  },
);
