// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReaderNote } from '../../../src/core/notes/note.ts';
import type { PageContent } from '../../../src/core/page/content.ts';
import { formatPage } from '../../../src/core/page/format-page.ts';
import { PAGE_STYLE } from '../../../src/core/page/page-style.ts';
import { publishAll } from '../../../tools/articles.ts';
import { samplePage, TALK } from './sample-page.ts';

const draw = (page: PageContent): Document => new DOMParser().parseFromString(formatPage(page), 'text/html');

describe('the page', () => {
  it('shows the words once, in order, with who says them', () => {
    const page = draw(samplePage(TALK, { noted: ['By spring', 'less than last year'] }));
    const words = [...page.querySelectorAll('article [id^=p]')].map((block) => {
      const copy = block.cloneNode(true) as Element;
      for (const ref of copy.querySelectorAll('.ref')) ref.remove();
      return copy.textContent;
    });
    expect(words).toEqual(TALK.split('\n\n'));
    expect([...page.querySelectorAll('.voices b')].map((name) => name.textContent)).toEqual([
      'BEN',
      'ANNA',
      'mayor',
    ]);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
  });

  it('marks the words of every note with its number, which leads to it and back', () => {
    const page = draw(samplePage(TALK, { noted: ['less than last year', 'By spring', 'spring. The mayor'] }));
    const refs = [...page.querySelectorAll('.ref')];
    expect(refs.map((ref) => ref.textContent)).toEqual(['1', '2', '3']);
    for (const ref of refs) {
      const note = page.querySelector(ref.getAttribute('href')!)!;
      expect(note.querySelector('.back')!.getAttribute('href')).toBe(`#${ref.id}`);
    }
    const marked = [...page.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked).toEqual(['By ', 'spring', '. The mayor', 'less than last year']);
    expect(page.querySelector('#n1 .words')!.textContent).toBe('“By spring”');
  });

  it('shows a claim with what its sources say and how it stood before', () => {
    const base = samplePage(TALK, { noted: ['less than last year'] });
    const notes = base.notes.map((note): ReaderNote => ({
      ...note,
      kind: 'claim',
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'contradicted',
        voice: { speaker: 'ben' },
        sources: [
          {
            title: 'T',
            url: 'https://example.org/',
            words: 'It rose.',
            seen: '2025-01-28',
            bears: 'against',
          },
        ],
        history: [{ status: 'open', until: '2025-01-28T10:00:00.000Z' }],
      },
    }));
    const note = draw({ ...base, notes }).querySelector('#n1')!;
    expect(note.querySelector('li')!.textContent).toBe(
      'T (example.org) against the claim, seen 2025-01-28: “It rose.”',
    );
    expect(note.textContent).toContain('Before: open until 2025-01-28');
  });

  it('shows headings, lists, quotes, emphasis and links as they were set', () => {
    const text = 'Title here\n\nA first paragraph.\n\nItem one.\n\nItem two.\n\nA quote with a link in it.';
    const at = (words: string): { start: number; end: number } => {
      const start = text.indexOf(words);
      return { start, end: start + words.length };
    };
    const page = draw(
      samplePage(text, {
        formatting: [
          { ...at('Item one.'), kind: 'list-item', ordered: true, depth: 0 },
          { ...at('Item two.'), kind: 'list-item', ordered: true, depth: 0 },
          { ...at('A quote with a link in it.'), kind: 'block-quote' },
          { ...at('a link'), kind: 'link', href: 'https://example.org/?a&b' },
          { ...at('link'), kind: 'strong' },
        ],
      }),
    );
    expect([...page.querySelectorAll('ol.items')].map((list) => list.getAttribute('start'))).toEqual([
      '1',
      '2',
    ]);
    expect(page.querySelector('blockquote a')!.getAttribute('href')).toBe('https://example.org/?a&b');
    expect(page.querySelector('blockquote strong')!.textContent).toBe('link');
  });

  it('of a published article has its provenance, its claims and what they have to do with each other', () => {
    const [{ format: _, ...content }] = publishAll() as [ReturnType<typeof publishAll>[number]];
    const page = draw({
      content,
      notes: [],
      articleId: content.slug,
      corrections: [],
      written: '2025-03-01',
    });
    expect(page.querySelectorAll('.beside li[id]')).toHaveLength(content.notes.length);
    expect(page.querySelector('.about')!.textContent).toContain('Inferred:');
    expect(page.querySelectorAll('.beside p > a').length).toBeGreaterThanOrEqual(content.relations.length);
    expect(page.querySelectorAll('section.exchange')).toHaveLength(content.article.exchanges.length);
  });

  it('has the inks of the site', () => {
    const tokens = readFileSync('src/ui/tokens.css', 'utf8');
    const inks = [...tokens.matchAll(/--voice-(\d+): light-dark\((#\w+), (#\w+)\)/g)];
    expect(inks).toHaveLength(12);
    const [day = '', night = ''] = PAGE_STYLE.split('prefers-color-scheme:dark');
    for (const [, slot, byDay, byNight] of inks) {
      expect(day).toContain(`--v${slot}:${byDay};`);
      expect(night).toContain(`--v${slot}:${byNight};`);
    }
  });
});

/** What the page is made of; nothing else may come of a text. */
const ELEMENTS = new Set(
  'html head meta title style body main article header section h1 h2 h3 h4 h5 h6 p div span b em strong a mark blockquote ol ul li dl dt dd bdi script'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name id class href rel role aria-label aria-labelledby aria-hidden data-slot title style value start type data-leads'.split(
    ' ',
  ),
);
const STYLES = /^(anchor-name:--[rn]\d+(,--r\d+)*(;top:[a-z0-9(), +.-]+)?|margin-inline-start:\d+(\.5)?em)$/;

/** What stands in a page that no text may bring about, by element and attribute. */
function harmIn(page: Document): string[] {
  const harm: string[] = [];
  for (const element of page.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) harm.push(element.localName);
    for (const { name, value } of element.attributes) {
      const isRight =
        ATTRIBUTES.has(name) &&
        (name !== 'href' || /^(https?:\/\/|mailto:|#)/i.test(value)) &&
        (name !== 'style' || STYLES.test(value)) &&
        (name !== 'http-equiv' || value === 'Content-Security-Policy');
      if (!isRight) harm.push(`${element.localName} ${name}=${value}`);
    }
  }
  const scripts = [...page.querySelectorAll('script')].map((script) => script.id);
  if (scripts.join() !== 'sidegloss,sidegloss-notes') harm.push(`scripts ${scripts.join()}`);
  if (page.querySelectorAll('style').length !== 1) harm.push('styles');
  return harm;
}

describe('nothing but text comes of what is written', () => {
  const folder = '../shared/data/external';
  const vectors = ((): string[] => {
    if (!existsSync(folder))
      return ['"><img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '-->'];
    const read = (file: string): Record<string, unknown>[] =>
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, unknown>[];
    return [
      ...read('xss/html5sec.json').map(({ html }) => html),
      ...read('xss/owasp-filter-evasion.json').map(({ payload }) => payload),
      ...read('xss/sanitize-url.json').map(({ input }) => input),
      ...read('unicode/blns.json').map(({ text }) => text),
    ].filter((one) => typeof one === 'string');
  })();

  it(`in any field, by ${vectors.length} vectors${existsSync(folder) ? '' : ' (those of others are not at hand)'}`, () => {
    for (let from = 0; from < vectors.length; from += 20) {
      const some = vectors.slice(from, from + 20);
      const all = some.join(' ');
      const text = some.map(
        (vector, index) => `${vector}\n\nANNA: ${vector} Words ${index}.\n\nBEN: ${vector}`,
      );
      const base = samplePage(text.join('\n\n'), {
        noted: some.map((_, index) => `Words ${index}.`),
        hints: { lang: all, speakers: [{ id: 'anna', name: all, role: all }] },
        own: { title: all, about: { author: all, date: all, source: { name: all, url: some[0]! } } },
        formatting: some.map((href, index) => ({ start: index * 9, end: index * 9 + 9, kind: 'link', href })),
      });
      const notes = base.notes.map((note, index): ReaderNote => ({
        ...note,
        body: some[index]!,
        tags: [some[index]!],
        claim: {
          kind: 'record',
          checkable: 'yes',
          status: 'supported',
          voice: { speaker: some[index]!, of: some[index]! },
          sources: [{ title: some[index]!, url: some[index]!, words: some[index]!, bears: 'for' }],
        },
      }));
      expect(harmIn(draw({ ...base, notes })), all).toEqual([]);
    }
  }, 120_000);
});
