import { beforeAll, describe, expect, inject, it } from 'vitest';
import { describe as selectorsFor } from '../../src/core/anchor/describe.ts';
import { formatPage } from '../../src/core/page/format-page.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import type { Formatting } from '../../src/core/text/formatting.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { ownSlug, type OwnArticle } from '../../src/storage/own-article.ts';
import { headersFor } from '../../tools/headers.ts';
import {
  allVectors,
  hasOthers,
  inBrowser,
  noHarm,
  openEach,
  pressAll,
  SITE,
  watch,
  type Harm,
} from './attacks.ts';
import type { drawNote, takeIn, Taken } from './attacked-doors.ts';
import { moduleScript } from './module-script.ts';
import { putOwnArticles } from './own-articles.ts';
import { useBrowser } from './page.ts';

/*
 * Two defences stand between markup from elsewhere and a script that runs: the doors, out of which only words, spans
 * and links of the web come, and the headers, with which no inline script runs. Each is tried here without the other,
 * in a real browser, with every vector that is at hand.
 */

const { withPage } = useBrowser();
const vectors = allVectors();
if (!hasOthers) console.info('The XSS data is not here: only our own vectors are tested.');

/** So many vectors are in one article. */
const AT_ONCE = 200;
const NOW = '2026-03-01T10:00:00.000Z';
const asPage = (html: string): string =>
  `<!doctype html><meta charset="utf-8"><title>A page</title>\n${html}`;
/** The names of the vectors that did something. */
const named = (harms: readonly Harm[], what: keyof Harm): string[] =>
  harms.flatMap((harm, index) => (harm[what].length > 0 ? [vectors[index]!.name] : []));

interface Taking {
  readonly takeIn: typeof takeIn;
  readonly drawNote: typeof drawNote;
}

/** What the doors made of each vector, in a browser without any other defence, and how a note of it is drawn. */
let taken: { readonly doors: Taken[]; readonly note: string }[];
const whileTaken = noHarm();

beforeAll(async () => {
  const script = await moduleScript('test/e2e/attacked-doors.ts');
  await inBrowser(async (browser) => {
    const context = await browser.newContext();
    await watch(context, () => whileTaken);
    await context.route(`${SITE}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: asPage('') }),
    );
    const page = await context.newPage();
    await page.goto(`${SITE}/`);
    await page.addScriptTag({ content: script });
    taken = await page.evaluate(
      (all) => {
        const { module } = globalThis as unknown as { module: Taking };
        return all.map((html) => ({ doors: module.takeIn(html), note: module.drawNote(html) }));
      },
      vectors.map(({ html }) => html),
    );
    await page.waitForTimeout(300);
  });
}, 120_000);

/** All that the doors made of some vectors, as one article, with its title and its author from outside too. */
function articleOf(some: readonly Taken[], id: string, title: string): OwnArticle {
  let text = '';
  const formatting: Formatting[] = [];
  for (const one of some) {
    const start = text.length;
    text += `${one.text}\n\n`;
    for (const each of one.formatting)
      formatting.push({ ...each, start: each.start + start, end: each.end + start });
  }
  const article = readArticle(text, { lang: 'en' });
  return {
    format: 1,
    id,
    title,
    about: { author: title, date: null, source: { name: title, url: 'https://example.org/' } },
    formatting,
    hints: { lang: 'en' },
    isPlain: false,
    article: { ...article, speakers: article.speakers.map((one) => ({ ...one, name: title, role: title })) },
    created: NOW,
    changed: NOW,
    opened: NOW,
  };
}

/** A claim on an article's first words that says a vector wherever a note can say something. */
function noteOf({ id, article }: OwnArticle, index: number, vector: string): ReaderNote {
  const start = Math.max(0, article.text.search(/\S/));
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    article: ownSlug(id),
    kind: index % 2 === 0 ? 'claim' : 'comment',
    selectors: selectorsFor(article, { start, end: Math.min(article.text.length, start + 12) }),
    body: vector,
    tags: [vector],
    colour: 'blue',
    created: NOW,
    modified: NOW,
    revision: 1,
    ...(index % 2 === 0 && {
      claim: {
        kind: 'record',
        checkable: 'yes',
        status: 'supported',
        voice: { speaker: vector },
        sources: [{ title: vector, url: /href="?([^">]*)/.exec(vector)?.[1] ?? vector, words: vector }],
      },
    }),
  };
}

/** Where a note stands beside its words, and a list within others, in an exported page. */
const PLACE =
  /^(?:anchor-name:--[rn]\d+(?:,--r\d+)*(?:;top:[a-z0-9(), +.-]+)?|margin-inline-start:\d+(?:\.5)?em)$/;

/**
 * What in each of some documents could run, fetch or lead away, and how many style sheets they have: read by a browser,
 * and never run. Data blocks of ours run nothing.
 */
function strangeIn(pages: readonly string[]): Promise<{ strange: string[]; styles: number }[]> {
  return inBrowser(async (browser) => {
    const page = await browser.newPage();
    return page.evaluate(
      ({ htmls, place }) => {
        const FORBIDDEN =
          /^(?:script|iframe|frame|object|embed|base|form|link|math|animate|set|use|foreignobject)$/;
        const isPlace = new RegExp(place);
        const strangeOf = (element: Element): string[] => {
          const name = element.localName;
          const isData = name === 'script' && element.getAttribute('type')?.endsWith('json') === true;
          const forbidden = FORBIDDEN.test(name) && !isData ? [`<${name}>`] : [];
          const attributes = [...element.attributes].filter((one) => {
            if (one.name === 'style') return !isPlace.test(one.value);
            if (/href$|^src$/i.test(one.name)) return !/^(?:https?:|mailto:|#)/.test(one.value);
            return /^on|^srcdoc$|action$/i.test(one.name);
          });
          return [...forbidden, ...attributes.map((one) => `<${name} ${one.name}="${one.value}">`)];
        };
        return htmls.map((html) => {
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          return {
            strange: [...parsed.querySelectorAll('*')].flatMap(strangeOf),
            styles: parsed.querySelectorAll('style').length,
          };
        });
      },
      { htmls: pages, place: PLACE.source },
    );
  });
}

describe('vectors', () => {
  it(
    'run where neither defence stands, so that the rest of this can fail',
    { timeout: 120_000 },
    async () => {
      const harms = await openEach(
        vectors.map(({ html }) => asPage(html)),
        {},
      );
      const ran = named(harms, 'ran');
      console.info(
        `without any defence: of ${vectors.length} vectors ${ran.length} run, ${named(harms, 'fetched').length} fetch, ${named(harms, 'left').length} lead away`,
      );
      expect(ran.length).toBeGreaterThan(10);
      expect(named(harms, 'fetched').length).toBeGreaterThan(3);
    },
  );

  it('run nothing and fetch nothing with the headers alone', { timeout: 120_000 }, async () => {
    // The headers of the site, but for who may frame it: the frames of this test do.
    const { 'Content-Security-Policy': policy, ...others } = headersFor('/');
    const headers = { ...others, 'Content-Security-Policy': policy!.replace("frame-ancestors 'none'; ", '') };
    expect(headers['Content-Security-Policy']).not.toBe(policy);
    const harms = await openEach(
      vectors.map(({ html }) => asPage(html)),
      headers,
    );
    const left = named(harms, 'left');
    console.info(
      `with the headers alone: ${named(harms, 'ran').length} run, ${named(harms, 'fetched').length} fetch, ${left.length} lead away: ${left.join(', ')}`,
    );
    expect(named(harms, 'ran')).toEqual([]);
    expect(named(harms, 'fetched')).toEqual([]);
    // A policy has no word on links that are pressed and on refreshes: these are the doors' to stop.
    for (const name of left) {
      const { html } = vectors.find((one) => one.name === name)!;
      expect(html, name).toMatch(/href|http-equiv/i);
    }
  });
});

describe('the doors alone', () => {
  it('run nothing and fetch nothing while they read', () => {
    expect(whileTaken).toEqual(noHarm());
    const formatting = taken.flatMap(({ doors }) => doors.flatMap((one) => one.formatting));
    for (const one of formatting) if (one.kind === 'link') expect(one.href).toMatch(/^(?:https?|mailto):/);
  });

  it(
    'let out nothing that an exported page could run, without its policy',
    { timeout: 120_000 },
    async () => {
      const pages = vectors.map(({ html }, index) => {
        const content = articleOf(taken[index]!.doors, `a${index}`, html);
        const notes = content.article.text.trim() === '' ? [] : [noteOf(content, index, html)];
        const page = { content, notes, articleId: ownSlug(content.id), corrections: [], written: NOW };
        const written = formatPage(page).replace(/<meta http-equiv[^>]*>/, '');
        return `${written}${taken[index]!.note}`;
      });
      expect(pages.some((one) => one.includes('Content-Security-Policy'))).toBe(false);
      const read = await strangeIn(pages);
      expect(read).toHaveLength(vectors.length);
      for (const [index, { strange, styles }] of read.entries()) {
        // The page's own style sheet is the only one.
        expect(styles, vectors[index]!.name).toBe(1);
        expect(strange, vectors[index]!.name).toEqual([]);
      }
      const harms = await openEach(pages, {});
      console.info(
        `with the doors alone: ${named(harms, 'ran').length} run, ${named(harms, 'fetched').length} fetch, exported`,
      );
      expect(named(harms, 'ran')).toEqual([]);
      expect(named(harms, 'fetched')).toEqual([]);
      // Links of the web are links, when they are pressed.
      for (const address of harms.flatMap(({ left }) => left)) expect(address).toMatch(/^https?:/);
    },
  );

  const starts = Array.from({ length: Math.ceil(vectors.length / AT_ONCE) }, (_, page) => page * AT_ONCE);
  it.each(starts)(
    'let out nothing that the reader could run, without its headers (from %i)',
    async (from) => {
      const some = vectors.slice(from, from + AT_ONCE);
      const all = articleOf(
        taken.slice(from, from + AT_ONCE).flatMap(({ doors }) => doors),
        'attacked',
        some[0]!.html,
      );
      const notes = some.map(({ html }, index) => noteOf(all, index, html));
      const site = inject('site');
      const harm = noHarm();
      await withPage(
        {
          path: '/library/',
          // Our own policy is not there to be violated; what else goes wrong is looked at below.
          expected: /^console:|failed:/,
          before: async (page) => {
            const context = page.context();
            await watch(context, () => harm, site);
            await context.route(`${site}/**`, async (route) => {
              const response = await route.fetch();
              const { 'content-security-policy': policy, ...headers } = response.headers();
              expect(policy).toContain('trusted-types');
              await route.fulfill({ response, headers });
            });
          },
        },
        async (page) => {
          await putOwnArticles(page, [all], notes);
          await page.goto('/own/?a=attacked');
          await page.locator('[data-block]').first().waitFor();
          const look = async (): Promise<void> => {
            const html = await page
              .locator('main')
              .first()
              .evaluate((main) => {
                const copy = main.cloneNode(true) as Element;
                for (const own of copy.querySelectorAll('[style], a[href^="/"], a[href^="?"], svg'))
                  if (!own.closest('[data-block]')) own.remove();
                return `<main>${copy.innerHTML}</main>`;
              });
            expect((await strangeIn([html])).flatMap(({ strange }) => strange)).toEqual([]);
          };
          expect(await page.locator('[data-block]').count()).toBeGreaterThan(some.length / 2);
          await look();
          await page.keyboard.press('p');
          await page.getByRole('heading', { name: 'Your notes' }).waitFor();
          await look();
          await page.goto('/own/?a=attacked#x');
          await page.goto('/library/claims/');
          await page.getByRole('row').nth(1).waitFor();
          await look();
          // Links of the web lead away, as they may; a browser that is closed on its way there hangs.
          await page.evaluate(() =>
            addEventListener(
              'click',
              (event) => {
                const link = event.target instanceof Element ? event.target.closest('a') : null;
                if (link && /^https?:$/.test(link.protocol)) event.preventDefault();
              },
              { capture: true },
            ),
          );
          await pressAll(page.mainFrame());
          await page.waitForTimeout(300);
          expect(new URL(page.url()).pathname).toBe('/library/claims/');
          await page.context().unrouteAll({ behavior: 'ignoreErrors' });
          expect(harm.ran).toEqual([]);
          expect(harm.fetched).toEqual([]);
        },
      );
    },
    60_000,
  );
});

describe('the page with its headers', () => {
  it('takes no string for HTML or for a script, wherever one could be put', async () => {
    await withPage(
      { path: '/', expected: /Trusted ?Type|Content Security Policy|CSP|blocked/i },
      async (page) => {
        const accepted = await page.evaluate(async () => {
          // A script that is evaluated from outside may use eval until it waits.
          await new Promise((later) => setTimeout(later));
          const evil = '<img src=x onerror=alert(1)>';
          const code = 'document.title = "ran"';
          const element = document.createElement('div');
          const script = document.createElement('script');
          const sinks: Record<string, () => unknown> = {
            innerHTML: () => (element.innerHTML = evil),
            outerHTML: () => (document.body.appendChild(element).outerHTML = evil),
            insertAdjacentHTML: () => element.insertAdjacentHTML('beforeend', evil),
            createContextualFragment: () => document.createRange().createContextualFragment(evil),
            'document.write': () => document.write(evil),
            parseFromString: () => new DOMParser().parseFromString(evil, 'text/html'),
            srcdoc: () => (document.createElement('iframe').srcdoc = evil),
            'script.text': () => (script.text = code),
            'script.src': () => (script.src = 'data:text/javascript,1'),
            // oxlint-disable-next-line no-eval -- that it is refused is what is tested
            eval: () => (0, eval)(code),
            // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
            Function: () => new Function(code)(),
            // oxlint-disable-next-line typescript/no-implied-eval
            setTimeout: () => setTimeout(code),
            Worker: () => new Worker('data:text/javascript,1'),
          };
          return Object.entries(sinks).flatMap(([name, act]) => {
            try {
              act();
              return [name];
            } catch {
              return [];
            }
          });
        });
        expect(accepted).toEqual([]);
        expect(await page.title()).not.toBe('ran');
      },
    );
  });
});
