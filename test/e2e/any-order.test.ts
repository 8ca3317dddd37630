import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { ownSlug, type OwnArticle } from '../../src/storage/own-article.ts';
import { putOwnArticles } from './own-articles.ts';
import { useBrowser } from './page.ts';

/*
 * Whoever reads presses things in an order that nobody thought of. Every page is worked on by somebody who presses, types,
 * chooses and selects at random, always in the same random order: whatever comes of it, no page may break. A longer try:
 * SIDEGLOSS_SEED=2 SIDEGLOSS_STEPS=1000 npx vitest run --project e2e test/e2e/any-order.test.ts
 */

const { withPage } = useBrowser();
const STEPS = Number(process.env['SIDEGLOSS_STEPS'] ?? 50);
const SEED = Number(process.env['SIDEGLOSS_SEED'] ?? 1);

const TEXT = `Mara Quill asked the keeper of the harbour what had changed.

Quill: Who paid for the wall?

Odell: The town did. "We had no choice," the mayor told us. Costs have doubled since the spring.

Quill: And who decided?

Odell: Nobody decided. It was decided.`;

const NOW = '2026-03-01T10:00:00.000Z';

function ownArticle(): { own: OwnArticle; notes: ReaderNote[] } {
  const article = readArticle(TEXT, { lang: 'en' });
  const own: OwnArticle = {
    format: 1,
    id: 'harbour',
    title: 'The harbour',
    about: { author: 'Mara Quill', date: null, source: { name: 'A paper', url: 'https://example.org/' } },
    formatting: [],
    hints: { lang: 'en' },
    isPlain: false,
    article,
    created: NOW,
    changed: NOW,
    opened: NOW,
  };
  const noteOn = (words: string, index: number, more: Partial<ReaderNote>): ReaderNote => {
    const start = article.text.indexOf(words);
    return {
      id: `00000000-0000-4000-8000-00000000000${index}`,
      article: ownSlug(own.id),
      kind: 'comment',
      selectors: describe(article, { start, end: start + words.length }),
      body: 'What the **wall** cost, and [who](https://example.org/) paid.',
      tags: ['wall'],
      colour: 'green',
      created: NOW,
      modified: NOW,
      revision: 1,
      ...more,
    };
  };
  const claim = (kind: 'record' | 'cause') =>
    ({
      kind: 'claim',
      claim: { kind, checkable: 'yes', status: 'open', sources: [], voice: { speaker: 'odell' } },
    }) as const;
  return {
    own,
    notes: [
      noteOn('The town did.', 1, claim('record')),
      noteOn('Costs have doubled', 2, claim('cause')),
      noteOn('We had no choice', 3, {}),
      noteOn('Nobody decided', 4, { kind: 'highlight', body: '' }),
    ],
  };
}

const KEYS =
  'j k q Q ] [ h n c l y s i p v r f F e / ? x X a A o Escape ArrowDown ArrowRight Tab Control+z Control+Enter'.split(
    ' ',
  );

/** Numbers that look random and are always the same (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Does something with one of the things on the page, and says what; null where there is nothing. */
async function act(page: Page, [which, how]: readonly [number, number]): Promise<string | null> {
  return page.evaluate(
    ([at, value]) => {
      const things = [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, summary, input:not([type=file]), textarea, [role=row], [role=button], a[href*="#"], [data-start]',
        ),
      ].filter((element) => element.checkVisibility());
      const thing = things[at % things.length];
      if (!thing) return null;
      const told = `${thing.localName} ${(thing.ariaLabel ?? thing.textContent).trim().slice(0, 30)}`;
      if (thing.dataset['start'] !== undefined && thing.firstChild) {
        const { length } = thing.textContent;
        const range = document.createRange();
        range.setStart(thing.firstChild, 0);
        range.setEnd(
          thing.firstChild,
          Math.min(thing.firstChild.textContent?.length ?? 0, 1 + (value % length)),
        );
        document.getSelection()!.removeAllRanges();
        document.getSelection()!.addRange(range);
        return `selects in ${told}`;
      }
      thing.focus();
      if (thing instanceof HTMLSelectElement) {
        thing.selectedIndex = value % thing.options.length;
        thing.dispatchEvent(new Event('change', { bubbles: true }));
      } else if (thing.matches('textarea, input:not([type=checkbox], [type=radio])')) {
        const typed = ['wall', '', 'x'.repeat(300), '“', '#p3', '2026-01-01'][value % 6]!;
        document.execCommand('selectAll');
        document.execCommand('insertText', false, typed);
      } else thing.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
      return told;
    },
    [which, how] as const,
  );
}

it.each([
  ['the first article', '/'],
  ['the interview of an article', '/vance-peace-talks/?view=interview'],
  ['its claims', '/vance-peace-talks/claims/'],
  ['its questions', '/vance-peace-talks/questions/'],
  ['the library', '/library/'],
  ['all claims', '/library/claims/'],
  ['a new article', '/own/new/'],
  ['an own article', '/own/?a=harbour'],
  ['the claims of an own article', '/own/claims/?a=harbour'],
  ['the questions of an own article', '/own/questions/?a=harbour'],
])(
  '%s bears whatever is done on it',
  async (_, path) => {
    const { own, notes } = ownArticle();
    const said: string[] = [];
    const before = async (page: Page): Promise<void> => {
      // Links lead away, and what prints or picks files waits for somebody.
      await page.addInitScript(() => {
        addEventListener(
          'click',
          (event) => {
            const link = event.target instanceof Element ? event.target.closest('a') : null;
            if (link && link.getAttribute('href')?.startsWith('#') !== true) event.preventDefault();
            if (event.target instanceof HTMLInputElement && event.target.type === 'file')
              event.preventDefault();
          },
          { capture: true },
        );
        globalThis.print = () => undefined;
      });
    };
    // Every other seed is on a phone.
    const width = SEED % 2 === 0 ? 390 : 1440;
    await withPage({ path: '/library/', before, width }, async (page) => {
      await putOwnArticles(page, [own], notes);
      await page.goto(path);
      const random = randomFrom(path.length + SEED);
      for (let step = 0; step < STEPS; step++) {
        const way = random(10);
        const numbers = [random(100_000), random(100_000)] as const;
        /* oxlint-disable no-await-in-loop -- one after the other is what is tested */
        try {
          if (way < 7) said.push((await act(page, numbers)) ?? 'nothing');
          else {
            const key = KEYS[numbers[0] % KEYS.length]!;
            said.push(`key ${key}`);
            await page.keyboard.press(key);
          }
        } catch (error) {
          // A button that loads the page again takes the answer with it.
          if (!String(error).includes('navigation')) throw error;
        }
        await page.waitForTimeout(20);
        const broken = page.getByText('Something went wrong');
        expect(await broken.count(), said.join('\n')).toBe(0);
        /* oxlint-enable no-await-in-loop */
      }
      expect(new URL(page.url()).origin).toBe(new URL(inject('site')).origin);
      await expect.poll(() => page.locator('h1').count(), { message: said.join('\n') }).toBeGreaterThan(0);
    });
  },
  120_000,
);
