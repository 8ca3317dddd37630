import { expect, it } from 'vitest';
import { modulesIn, withoutModules } from '../../tools/page-parts.ts';

const PAGE = `<head>
    <script src="/assets/first-paint.js"></script>
    <script type="module" crossorigin src="/assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/shared.js">
    <link rel="stylesheet" crossorigin href="/assets/index.css">
  </head>`;

it('names the modules of a built page, the one that begins the app first', () => {
  expect(modulesIn(PAGE)).toEqual(['/assets/index.js', '/assets/shared.js']);
});

it('leaves them out, and nothing else', () => {
  const page = withoutModules(PAGE);
  expect(modulesIn(page)).toEqual([]);
  expect(page).toContain('first-paint.js"></script>');
  expect(page).toContain('index.css">');
});
