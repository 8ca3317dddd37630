import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish, tellFaults } from '../src/storage/article-files.ts';
import type { PublishedArticle } from '../src/storage/published-article.ts';

/** Where the published articles lie, a folder each. */
export const ARTICLES = 'public/articles';

/** The articles of a folder, by slug in alphabetical order. Throws an Error that names every fault of every article. */
export function publishAll(folder = ARTICLES): PublishedArticle[] {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const reports: string[] = [];
  const articles: PublishedArticle[] = [];
  for (const slug of slugs) {
    const result = publishOne(join(folder, slug), slug);
    if (result.ok) articles.push(result.published);
    else reports.push(tellFaults(slug, result.faults));
  }
  if (reports.length > 0) throw new Error(reports.join('\n'));
  return articles;
}

function publishOne(folder: string, slug: string): ReturnType<typeof publish> {
  const faults: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    faults.push(
      'the folder’s name must be lower-case letters and digits with single hyphens, as it stands in addresses',
    );
  }
  for (const name of ['article.txt', 'article.json']) {
    if (!existsSync(join(folder, name))) faults.push(`${name}: is missing`);
  }
  if (faults.length > 0) return { ok: false, faults };
  const claims = join(folder, 'claims.jsonld');
  return publish({
    slug,
    text: readFileSync(join(folder, 'article.txt'), 'utf8'),
    meta: readFileSync(join(folder, 'article.json'), 'utf8'),
    ...(existsSync(claims) && { claims: readFileSync(claims, 'utf8') }),
  });
}
