import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../../src/core/voices/read-article.ts';

/** The words as our page sets them: the text in one face and its sizes, the caption in the interface's. */
const SET_ALIKE = `
body { max-width: 40rem; margin: 2rem auto; font: 1.125rem/1.6 Literata, 'Literata Extended', 'Literata Cyrillic', serif; }
.title { font-size: 2.375rem; font-weight: 600; line-height: 1.2; }
.standfirst { font-size: 1.375rem; }
.caption { font: 0.8125rem/1.5 Inter, 'Inter Cyrillic', sans-serif; }`;
const SET_IN_ONE = `
body { max-width: 40rem; margin: 2rem auto; font: 1.125rem/1.6 Literata, serif; }`;

/**
 * Puts pages of the same words and no more into the folder of a built site: `/bare/` has the fonts that our page has,
 * each for the same words, and fetches them as early; `/one-font/` has the text's alone, in one size and weight.
 */
export function putBare(folder: string, text: string): void {
  const assets = readdirSync(join(folder, 'assets'));
  const faces = assets
    .filter((name) => name.endsWith('.css'))
    .flatMap(
      (name) => readFileSync(join(folder, 'assets', name), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [],
    );
  const paragraphs = readArticle(text).blocks.map(
    ({ kind, start, end }) => `<p class="${kind}">${text.slice(start, end)}</p>`,
  );
  for (const [name, rules, preloaded] of [
    ['bare', SET_ALIKE, /^(?:literata|inter)-latin-wght-normal.*\.woff2$/],
    ['one-font', SET_IN_ONE, /^literata-latin-wght-normal.*\.woff2$/],
  ] as const) {
    // Without, a face that is optional would not be shown.
    const preloads = assets
      .filter((file) => preloaded.test(file))
      .map((file) => `<link rel="preload" href="/assets/${file}" as="font" type="font/woff2" crossorigin>`);
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'bare.css'), faces.join('\n') + rules);
    writeFileSync(
      join(folder, name, 'index.html'),
      `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The same words</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${name}/bare.css">
${preloads.join('\n')}
${paragraphs.join('\n')}
</html>
`,
    );
  }
}
