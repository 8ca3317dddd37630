import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PageArrival, receivePage } from '../../src/dom/receive-page.ts';
import { bookmarkletAddress } from '../../src/ui/bookmarklet.ts';
import { moduleScript } from './module-script.ts';
import { useBrowser } from './page.ts';

const { withPage } = useBrowser();
const TITLE = 'An “interview” <1>';
const BODY = '<p id="one">Q: Why?</p><p id="two">A: <b>Because</b> “of” 100 % &amp; more 😀.</p>';
const CSP =
  "default-src 'none'; script-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let server: Server;
let other: string;
let script: string;
beforeAll(async () => {
  // What the page /own/new/ does when it has come up.
  script = `${await moduleScript('src/dom/receive-page.ts')}
    if (location.search === '?from=page') globalThis.arrival = globalThis.module.receivePage(window);`;
  server = createServer(({ url = '' }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (url.startsWith('/strict')) response.setHeader('Content-Security-Policy', CSP);
    if (url.startsWith('/cut')) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.end(`<!doctype html><title>${TITLE.replaceAll('<', '&lt;')}</title>${BODY}`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  other = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Opens a page of another origin, does something there, runs the bookmark, and gives what arrived. */
async function send(
  path: string,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ arrival: PageArrival; opened: Page; page: Page }> {
  let result: { arrival: PageArrival; opened: Page; page: Page } | undefined;
  await withPage(
    {
      path: `${other}${path}`,
      expected: /^foreign request|favicon|own articles/,
      before: (page) => page.context().addInitScript(script),
    },
    async (page) => {
      await prepare?.(page);
      const code = decodeURIComponent(bookmarkletAddress(`${inject('site')}/`).slice('javascript:'.length));
      const popup = page.context().waitForEvent('page');
      // As a bookmark it would run past the page's CSP, too.
      expect(await page.evaluate(code)).toBeUndefined();
      const opened = await popup;
      await opened.waitForURL('**/own/new/?from=page');
      const arrival = await opened.evaluate(
        () => (globalThis as unknown as { arrival: ReturnType<typeof receivePage> }).arrival,
      );
      expect(await page.evaluate(() => document.title)).toBe(TITLE);
      result = { arrival, opened, page };
    },
  );
  return result!;
}

describe('the bookmark', () => {
  it('opens what it sends to be checked, under its title', async () => {
    await withPage(
      { path: `${other}/strict`, expected: /^foreign request|favicon|own articles/ },
      async (page) => {
        const popup = page.context().waitForEvent('page');
        await page.evaluate(
          decodeURIComponent(bookmarkletAddress(`${inject('site')}/`).slice('javascript:'.length)),
        );
        const opened = await popup;
        await opened.getByRole('heading', { name: 'Check the voices' }).waitFor();
        await opened.getByRole('button', { name: 'Open article' }).waitFor();
        expect(await opened.getByLabel('Title').inputValue()).toBe(TITLE);
      },
    );
  });

  it.each(['/plain?a=1#b', '/strict'])('on %s sends the page’s own words to the reader', async (path) => {
    const { arrival } = await send(path);
    expect(arrival).toMatchObject({ ok: true, page: { address: `${other}${path}`, title: TITLE } });
    expect(arrival.ok && arrival.page.html).toContain(BODY);
  });

  it('sends only what is selected, where something is', async () => {
    const { arrival } = await send('/strict', (page) =>
      page.evaluate(() => {
        const [from, to] = [document.querySelector('#two')!.firstChild!, document.querySelector('b')!];
        getSelection()!.setBaseAndExtent(from, 3, to, 1);
      }),
    );
    expect(arrival).toEqual({
      ok: true,
      page: { html: '<b>Because</b>', address: `${other}/strict`, title: TITLE },
    });
  });

  it('says that nothing can come from a site that cuts its pages off', async () => {
    expect((await send('/cut')).arrival).toEqual({ ok: false, reason: 'alone' });
  });

  it('is a single short line that fits into a bookmark', () => {
    const address = bookmarkletAddress('https://example.org/base/');
    expect(address).toMatch(/^javascript:[\w%.()*!~'-]+$/);
    expect(address.length).toBeLessThan(1_200);
    expect(decodeURIComponent(address)).toContain('open("https://example.org/base/own/new/?from=page")');
  });
});

describe('the headers', () => {
  it('let another page keep hold of the receiving page only', async () => {
    const policy = async (path: string): Promise<string | null> =>
      (await fetch(inject('site') + path)).headers.get('Cross-Origin-Opener-Policy');
    expect(await policy('/own/new/?from=page')).toBe('unsafe-none');
    for (const path of ['/', '/own/', '/library/', '/own/new/x', '/nowhere'])
      expect(await policy(path), path).toBe('same-origin');
  });
});
