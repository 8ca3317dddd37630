import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The sentences of the architecture, in code: who may import whom (types included), what the core must not know, and
 * how long a file may be.
 */
const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|css|mjs)$/.test(name));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom |^import |\bimport\()'([^'\s]+)'[;)]/gm)].map(
    (match) => match[1]!,
  );

/** Inside `src`: the file that a relative import leads to. */
const targetsOf = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative('src', join(dirname(file), name)));

const sources = files('src');
const top = (path: string): string => path.split('/')[0]!;

/** Which folders a folder may import from, besides itself. */
const MAY: Record<string, string[]> = {
  core: [],
  dom: ['core'],
  storage: ['core'],
  import: ['core'],
  ui: ['core', 'dom', 'storage', 'import'],
  app: ['core', 'dom', 'storage', 'import', 'ui'],
};

/** The folders of whole pages, each of which puts together what is in the others. */
const PAGES = new Set(['reader', 'ledger', 'questions']);

describe('the folders', () => {
  it('import only downwards: core, then dom, storage and import, then ui, then app', () => {
    for (const file of sources) {
      const from = top(relative('src', file));
      const allowed = [from, ...(MAY[from] ?? [])];
      for (const target of targetsOf(file))
        expect(allowed, `${file} imports ${target}`).toContain(top(target));
    }
  });

  it('inside ui do not import each other, except that the pages compose them', () => {
    for (const file of sources.filter((name) => name.startsWith('src/ui/'))) {
      const [, from] = relative('src', file).split('/');
      for (const target of targetsOf(file)) {
        const [root, folder, ...rest] = target.split('/');
        if (root !== 'ui' || rest.length === 0 || PAGES.has(from!)) continue;
        expect(folder, `${file} imports ${target}`).toBe(from);
      }
    }
  });

  it('of the core know no React, no browser, no clock and no chance', () => {
    for (const file of files('src/core')) {
      for (const name of importsOf(file)) expect(name, file).toMatch(/^(\.|valibot$)/);
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code, file).not.toMatch(
        /\b(document|window|fetch|Date|performance|Math\.random|localStorage)\b\s*[.(]/,
      );
    }
  });

  it('hold no file over 400 lines, and none that is named after nothing', () => {
    for (const file of [...sources, ...files('tools'), ...files('test')]) {
      expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThanOrEqual(401);
      expect(file).not.toMatch(/(^|\/)(utils?|helpers?|types?|common|misc|index)\.[a-z]+$/);
    }
  });
});
