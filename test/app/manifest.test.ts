import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the installed site is in the colour of the page, as the tokens have it by day', () => {
  const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as Record<string, unknown>;
  const page = /--page: light-dark\((#\w+)/.exec(readFileSync('src/ui/tokens.css', 'utf8'))?.[1];
  expect(manifest).toMatchObject({ theme_color: page, background_color: page });
});
