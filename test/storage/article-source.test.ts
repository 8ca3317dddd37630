import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArticleUnavailable, articlesAt } from '../../src/storage/article-source.ts';
import { publishAll } from '../../tools/articles.ts';

afterEach(() => vi.unstubAllGlobals());

/** Lets the network answer once; what was asked for is given back. */
function answer(response: Response | Error): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    if (response instanceof Error) throw response;
    return response;
  });
  return asked;
}
const reasonOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) =>
      error instanceof ArticleUnavailable ? `${error.reason}: ${error.message}` : String(error),
  );

describe('published articles over the network', () => {
  it('come from their folder under the site’s base', async () => {
    const [published] = publishAll();
    const asked = answer(Response.json(published));
    expect(await articlesAt('/sub/').article('vance-peace-talks')).toEqual(published);
    expect(asked).toEqual(['/sub/articles/vance-peace-talks/published.json']);
  });
  it('are asked for only by a name that can be one', async () => {
    const asked = answer(Response.json({}));
    for (const slug of ['../../etc', 'A b', 'x/y', 'ключ', '%2e%2e']) {
      expect(await reasonOf(articlesAt('/').article(slug))).toMatch(/^unknown/);
    }
    expect(asked).toEqual([]);
  });
  it.each([
    ['nothing is there', new Response('', { status: 404 }), /^unknown/],
    ['the server fails', new Response('', { status: 500 }), /^unreachable: .*500/],
    ['there is no network', new TypeError('failed'), /^unreachable/],
    ['the file is no JSON', new Response('<!doctype html>'), /^broken/],
    ['the file is something else', Response.json({ format: 2 }), /^broken: format/],
    [
      'a field is missing',
      Response.json({ ...publishAll()[0], article: { text: 'x' } }),
      /^broken: article\.lang/,
    ],
  ])('say why they are unavailable when %s', async (_, response, reason) => {
    answer(response);
    expect(await reasonOf(articlesAt('/').article('some-article'))).toMatch(reason);
  });
  it('list what there is to read', async () => {
    answer(Response.json([{ slug: 'a', title: 'A', lang: 'en', voices: ['B'], words: 3, claims: 0 }]));
    expect(await articlesAt('/').listings()).toHaveLength(1);
    answer(Response.json({ not: 'a list' }));
    expect(await reasonOf(articlesAt('/').listings())).toMatch(/^broken/);
  });
});
