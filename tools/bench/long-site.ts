import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { serveSite } from '../serve.ts';

/** A site of one long article, `/long/`, as it is built for readers. `stop` takes it away. */
export interface LongSite {
  readonly address: string;
  readonly article: Article;
  readonly stop: () => Promise<void>;
}

/**
 * Builds a site of a text, with claims about it where some are given (a W3C annotation page), and serves it. `finish` may
 * put something beside what was built, whose folder it is told.
 */
export async function serveLong(
  text: string,
  claims?: object,
  finish?: (folder: string) => void,
): Promise<LongSite> {
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-long-'));
  const to = join(folder, 'articles/long');
  mkdirSync(to, { recursive: true });
  const article = readArticle(text);
  const meta = {
    lang: 'en',
    author: null,
    translator: null,
    date: null,
    source: null,
    provenance: [],
    speakers: [],
    corrections: [],
    blocks: article.blocks.map(({ id }) => id),
  };
  writeFileSync(join(to, 'article.txt'), text);
  writeFileSync(join(to, 'article.json'), JSON.stringify(meta));
  if (claims) writeFileSync(join(to, 'claims.jsonld'), JSON.stringify(claims));
  const before = { mode: process.env['NODE_ENV'], articles: process.env['SIDEGLOSS_ARTICLES'] };
  // With anything else, React and Vite would build their development versions.
  process.env['NODE_ENV'] = 'production';
  process.env['SIDEGLOSS_ARTICLES'] = join(folder, 'articles');
  const outDir = join(folder, 'dist');
  const builder = await createBuilder({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  await builder.buildApp();
  process.env['NODE_ENV'] = before.mode;
  if (before.articles === undefined) delete process.env['SIDEGLOSS_ARTICLES'];
  else process.env['SIDEGLOSS_ARTICLES'] = before.articles;
  finish?.(outDir);
  const server = await serveSite(outDir, 0);
  return {
    address: server.address,
    article,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
