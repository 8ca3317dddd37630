import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle, type Article } from '../../src/core/voices/read-article.ts';
import { builtSite } from '../built-site.ts';

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
  const server = await builtSite({ articles: join(folder, 'articles'), finish });
  return {
    address: server.address,
    article,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
