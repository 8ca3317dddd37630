import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SiteFiles } from '../src/storage/offline-copy.ts';

/** What is in the folder of a built site and no page asks for: the sources of articles, and what is for the server. */
const LEFT_OUT =
  /^(articles\/[^/]+\/(article\.txt|article\.json|claims\.jsonld)|service-worker\.js|_headers)$/;
/** The faces that most texts are set in; those for other scripts are kept when a text needs them. */
const FONT = /\.woff2$/;
const FIRST_FONT = /-latin-wght-normal-[^/]+\.woff2$/;

/** Lists what a built site is made of, for its offline copy. A page goes by the address that it is asked for at. */
export function siteFiles(folder: string): SiteFiles {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !LEFT_OUT.test(name))
    .toSorted();
  const isLate = (name: string): boolean => FONT.test(name) && !FIRST_FONT.test(name);
  const early = files.filter((name) => !isLate(name));
  const all = createHash('sha256');
  let bytes = 0;
  const kept = early.map((name): [string, string] => {
    const content = readFileSync(join(folder, name));
    bytes += content.length;
    const integrity = `sha256-${createHash('sha256').update(content).digest('base64')}`;
    all.update(`${name} ${integrity}\n`);
    return [name.replace(/(^|\/)index\.html$/, '$1'), name.startsWith('assets/') ? '' : integrity];
  });
  return { version: all.digest('hex').slice(0, 12), kept, whenUsed: files.filter(isLate), bytes };
}
