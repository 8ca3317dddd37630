import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArticle, type Article } from '../src/core/voices/read-article.ts';
import { stretches } from '../src/core/voices/stretches.ts';
import { claimsPage, folderName } from '../src/storage/publishable.ts';
import { ARTICLES } from './articles.ts';

const MOST_BYTES = 10_000_000;
const USAGE = 'Usage: npm run add-article -- FILE.txt [--slug name-in-the-address]';

/** `npm run add-article -- FILE.txt`: makes a folder of an article from a text file, ready to be built. */
export function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { slug: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return refuse(USAGE);
  if (!existsSync(file)) return refuse(`There is no file ${file}.\n${USAGE}`);
  const bytes = readFileSync(file);
  if (bytes.length > MOST_BYTES)
    return refuse(`${file} has ${bytes.length} bytes; the most is ${MOST_BYTES}.`);
  const text = decode(bytes);
  if (text === null) return refuse(`${file} is no UTF-8 text. Save it as plain text in UTF-8 and try again.`);
  const article = readArticle(text);
  const title = article.blocks[0];
  if (!title) return refuse(`${file} holds no words.`);
  const slug = values.slug ?? folderName(text.slice(title.start, title.end));
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    return refuse(
      'No address can be made of the title. Give one of small letters, digits and hyphens: --slug my-article',
    );
  }
  const folder = join(ARTICLES, slug);
  if (existsSync(folder))
    return refuse(`${folder} is there already. Choose another address: --slug ${slug}-2`);

  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'article.txt'), bytes);
  writeFileSync(join(folder, 'article.json'), `${JSON.stringify(metaOf(article), null, 2)}\n`);
  writeFileSync(join(folder, 'claims.jsonld'), `${JSON.stringify(claimsPage([]), null, 2)}\n`);
  console.log(tell(article, folder));
  return 0;
}

function refuse(why: string): number {
  console.error(why);
  return 1;
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function metaOf(article: Article): object {
  return {
    lang: article.lang,
    author: null,
    translator: null,
    date: null,
    source: null,
    provenance: [],
    speakers: article.speakers.map(({ id, name, role }) => ({
      id,
      name,
      ...(role !== undefined && { role }),
    })),
    corrections: [],
    blocks: article.blocks.map((block) => block.id),
  };
}

function tell(article: Article, folder: string): string {
  const speaking = new Set(stretches(article).map((stretch) => stretch.speaker));
  const voices = article.speakers.filter((speaker) => speaking.has(speaker.id));
  const unknown = article.quotations.filter(
    ({ kind, speaker }) => kind === 'direct' && speaker === null,
  ).length;
  return [
    `Made ${folder}:`,
    `  ${article.blocks.length} paragraphs, ${article.turns.length} turns, ${article.exchanges.length} exchanges`,
    `  voices: ${voices.map(({ name, part }) => `${name} (${part})`).join(', ')}`,
    `  quotations whose speaker the text does not settle: ${unknown}`,
    'Next: correct names, roles and provenance in article.json, add claims to claims.jsonld (README: adding an',
    'article), and look at it with: npm run dev',
  ].join('\n');
}
