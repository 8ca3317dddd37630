import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a page of the same words, with the same fonts and no more, into the folder of a built site: `/bare/`. */
export function putBare(folder: string, text: string): void {
  const assets = join(folder, 'assets');
  const styles = readdirSync(assets)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(assets, name), 'utf8'))
    .join('');
  const faces = [...styles.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face);
  // Without, a face that is optional would not be shown.
  const preloads = readdirSync(assets)
    .filter((name) => /^literata-latin-wght-normal.*\.woff2$/.test(name))
    .map((name) => `<link rel="preload" href="/assets/${name}" as="font" type="font/woff2" crossorigin>`);
  mkdirSync(join(folder, 'bare'));
  writeFileSync(
    join(folder, 'bare/bare.css'),
    `${faces.join('\n')}
body { max-width: 40rem; margin: 2rem auto; font: 1.125rem/1.6 Literata, serif; }`,
  );
  const paragraphs = text.split('\n\n').map((words) => `<p>${words}</p>`);
  writeFileSync(
    join(folder, 'bare/index.html'),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The same words</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/bare/bare.css">
${preloads.join('\n')}
${paragraphs.join('\n')}
</html>
`,
  );
}
