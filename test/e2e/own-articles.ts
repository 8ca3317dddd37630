import type { Page } from 'playwright';
import { packArticle } from '../../src/storage/library-records.ts';
import type { OwnArticle } from '../../src/storage/own-article.ts';

/** Puts own articles, and notes on them, into the page's database, as an earlier visit would have; then opens it anew. */
export async function putOwnArticles(
  page: Page,
  articles: readonly OwnArticle[],
  notes: readonly object[] = [],
): Promise<void> {
  const packed = articles.map((article) =>
    packArticle(article, { name: null, type: 'text/plain', content: article.article.text }),
  );
  await page.getByRole('heading', { name: 'Yours' }).waitFor();
  await page.evaluate(
    ([all, onThem]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('sidegloss');
        open.addEventListener('error', () => reject(open.error));
        open.addEventListener('success', () => {
          const put = open.result.transaction(['listings', 'articles', 'originals', 'notes'], 'readwrite');
          for (const { listing, article, original } of all) {
            put.objectStore('listings').put(listing);
            put.objectStore('articles').put(article);
            if (original) put.objectStore('originals').put(original);
          }
          for (const note of onThem) put.objectStore('notes').put(note);
          put.addEventListener('complete', () => {
            open.result.close();
            resolve();
          });
        });
      }),
    [packed, notes] as const,
  );
  await page.reload();
  await page
    .getByRole('link', { name: articles.at(-1)!.title, exact: true })
    .first()
    .waitFor();
}
