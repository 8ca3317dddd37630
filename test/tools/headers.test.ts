import { describe, expect, it } from 'vitest';
import { cacheHeader, headersFile, headersFor } from '../../tools/headers.ts';

type Rule = [fits: RegExp, headers: [string, string][]];

/** The file as hosts read it: a path, where `*` is anything and `:name` one part, and under it headers, set in. */
const rulesOf = (file: string): Rule[] =>
  file
    .trim()
    .split('\n\n')
    .map((block): Rule => {
      const [path = '', ...lines] = block.split('\n');
      const pattern = path.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+');
      return [
        new RegExp(`^${pattern}$`),
        lines.map((line) => {
          const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line)!;
          return [name!, value!];
        }),
      ];
    });

const PATHS = [
  '/',
  '/library/',
  '/library/claims/',
  '/vance-peace-talks/',
  '/vance-peace-talks/claims/',
  '/vance-peace-talks/questions/',
  '/vance-peace-talks/c/c1/',
  '/own/',
  '/own/claims/',
  '/own/questions/',
  '/own/new/',
];

describe.each(['/', '/sub/'])('the file of headers for a site at %s', (base) => {
  const rules = rulesOf(headersFile(base));
  const found = (path: string): [string, string][] =>
    rules.filter(([fits]) => fits.test(base + path.slice(1))).flatMap(([, headers]) => headers);

  it.each(PATHS)('gives %s what our own server gives it', (path) => {
    expect(Object.fromEntries(found(path))).toEqual(headersFor(path));
  });

  it('gives files the same, and lets those with a hash in their name be kept', () => {
    const { 'Cross-Origin-Opener-Policy': _, ...others } = headersFor('/assets/a-1.js');
    const asset = Object.fromEntries(found('/assets/a-1.js'));
    expect(asset).toEqual({ ...others, 'Cache-Control': cacheHeader('/assets/a-1.js') });
    expect(Object.fromEntries(found('/articles/a/published.json'))).toEqual(others);
  });

  it('names no header twice for a path, which one host would join and another would not', () => {
    for (const path of [...PATHS, '/assets/a-1.js', '/icon.svg']) {
      const names = found(path).map(([name]) => name);
      expect(new Set(names).size, path).toBe(names.length);
    }
  });

  it('stays within what hosts take: 100 rules, 2,000 characters a line', () => {
    expect(rules.length).toBeLessThan(100);
    expect(
      Math.max(
        ...headersFile(base)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(2000);
  });
});
