import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPage } from '../../../src/core/page/format-page.ts';
import type { PageContent } from '../../../src/core/page/content.ts';
import { parsePage } from '../../../src/core/page/page-data.ts';
import type { Formatting } from '../../../src/core/text/formatting.ts';
import { readAnnotations, writeAnnotation } from '../../../src/core/notes/web-annotation.ts';
import { publishAll } from '../../../tools/articles.ts';
import { sampleNote } from '../notes/sample-notes.ts';
import { samplePage, TALK } from './sample-page.ts';

const readAgain = (page: PageContent): unknown => {
  const reading = parsePage(formatPage(page));
  if (!reading?.ok) throw new Error(reading ? reading.message : 'no page');
  return reading.page;
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '</script>',
    '<!--<script>',
    ']]>',
    '\u2028\0\ud800',
    '</SCRIPT ><script>',
    '"\\',
    '__proto__',
  ),
);
const anyPage = fc
  .record({
    parts: fc.array(fc.tuple(fc.constantFrom('ANNA: ', 'BEN: ', '', '“Yes,” she said. '), anyText), {
      minLength: 1,
      maxLength: 6,
    }),
    title: anyText,
    author: fc.option(anyText),
    speaker: anyText,
    cuts: fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.nat(5)), { maxLength: 6 }),
    bodies: fc.array(anyText, { maxLength: 3 }),
    isPlain: fc.boolean(),
  })
  .map(({ parts, title, author, speaker, cuts, bodies, isPlain }) => {
    const text = `Words\n\n${parts.map(([label, words]) => label + words).join('\n\n')}`;
    const span = (from: number, length: number): { start: number; end: number } => {
      const start = from % text.length;
      return { start, end: Math.min(text.length, start + 1 + length) };
    };
    const formatting = cuts.map(
      ([from, length, kind]): Formatting =>
        [
          { ...span(from, length), kind: 'heading' as const, level: 2 as const },
          { ...span(from, length), kind: 'list-item' as const, ordered: kind % 2 === 0, depth: kind },
          { ...span(from, length), kind: 'block-quote' as const },
          { ...span(from, length), kind: 'emphasis' as const },
          { ...span(from, length), kind: 'strong' as const },
          { ...span(from, length), kind: 'link' as const, href: 'https://example.org/?a=%22&b' },
        ][kind]!,
    );
    const corrections = cuts.map(([from, length]) => ({ ...span(from, length), speaker }));
    const page = samplePage(text, {
      formatting,
      hints: { lang: 'en', speakers: [{ name: speaker }], corrections },
      noted: bodies.map(() => 'Words'),
      own: { title, about: { author, date: null, source: null }, isPlain },
    });
    const notes = page.notes.map((note, index) => ({
      ...note,
      body: bodies[index]!,
      tags: [bodies[index]!],
    }));
    return { ...page, notes, corrections: corrections.slice(0, 1) };
  });

describe('a page that was written', () => {
  it('is read again as it was: text, formatting, hints, corrections and notes, whatever is in them', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        expect(readAgain(page)).toEqual(page);
      }),
      { seed: 20251124, numRuns: 300 },
    );
  });

  it('keeps what others wrote into its notes', () => {
    const page = samplePage(TALK, { noted: ['By spring'] });
    const context = { article: page.content.article, articleId: page.articleId, now: page.written };
    const written = {
      ...writeAnnotation(page.notes[0]!, context),
      rights: 'https://example.org/cc',
      'x:y': [{ '@list': [1, '</script><script>'] }],
    };
    const reading = readAnnotations(written, context);
    const note = reading.ok ? reading.notes[0]! : page.notes[0]!;
    expect(note.source).toEqual(written);
    const again = readAgain({ ...page, notes: [note] }) as PageContent;
    expect(again.notes).toEqual([note]);
    expect(writeAnnotation(again.notes[0]!, context)).toEqual(written);
  });

  it('of a published article is read again with its claims and relations', () => {
    const [{ format: _, ...content }] = publishAll() as [ReturnType<typeof publishAll>[number]];
    const page: PageContent = {
      content,
      notes: [],
      articleId: content.slug,
      corrections: [],
      written: '2025-03-01T10:00:00.000Z',
    };
    expect(readAgain(page)).toEqual(page);
  });

  it('holds a text that is longer than one string of JSON may be', () => {
    const page = samplePage(`Words\n\n${'a longer sentence 😀. '.repeat(60_000)}`);
    expect(page.content.article.text.length).toBeGreaterThan(1_200_000);
    expect((readAgain(page) as typeof page).content.article.text).toBe(page.content.article.text);
  });

  it('is the same text each time', () => {
    expect(formatPage(samplePage(TALK))).toBe(formatPage(samplePage(TALK)));
  });
});

describe('a page from elsewhere', () => {
  const html = formatPage(samplePage(TALK, { noted: ['By spring'] }));
  const changed = (from: string, to: string): ReturnType<typeof parsePage> => {
    expect(html).toContain(from);
    return parsePage(html.replaceAll(from, () => to));
  };

  it('without our data is none of ours', () => {
    for (const other of ['', '<p>Words</p>', '<script type="application/json" id="sidegloss">'])
      expect(parsePage(other)).toBeNull();
    expect(changed('"format":"sidegloss-page"', '"format":"other"')).toBeNull();
  });

  it.each([
    ['"version":1', '"version":2', /newer/],
    ['"start":0', '"start":-1', /below 0/],
    ['"start":0', '"start":0.5', /whole/],
    ['"start":0', '"start":999999', /fit together/],
    ['"id":"p1"', '"id":"p0"', /fit together/],
    ['"id":"p1"', '"id":"\\"onclick"', /address/],
    ['"id":"a1b2c3"', '"id":"../x"', /letters/],
    ['"about":{', '"about":{"__proto__":{"x":1},', /__proto__/],
    ['"source":null', '"source":{"name":"a","url":"javascript:alert(1)"}', /web address/],
    [
      '"formatting":[]',
      '"formatting":[{"start":0,"end":2,"kind":"link","href":"javascript:x"}]',
      /web address/,
    ],
    ['"formatting":[]', '"formatting":[{"start":0,"end":99999,"kind":"strong"}]', /outside/],
    ['"type":"Annotation"', '"type":"Other"', /notes/],
    ['"isPlain":false', '"isPlain":0', /true or false/],
  ])('with %s as %s is refused, and says why', (from, to, why) => {
    const reading = changed(from, to);
    expect(reading?.ok).toBe(false);
    expect(reading && !reading.ok && reading.message).toMatch(why);
    expect('x' in {}).toBe(false);
  });

  it('that was cut short anywhere is refused or none, never read in part', () => {
    for (let end = 0; end < html.length - 30; end += 97)
      expect(parsePage(html.slice(0, end))?.ok ?? false).toBe(false);
  });

  it('loses fields that are not ours', () => {
    const reading = changed('"isPlain":false', '"isPlain":false,"opened":"x","toString":1');
    expect(reading?.ok && reading.page).toEqual(samplePage(TALK, { noted: ['By spring'] }));
  });

  it('keeps a note without a place, and says so on the page', () => {
    const page = samplePage(TALK);
    const lost = sampleNote('by spring', { article: page.articleId, selectors: [] });
    const written = formatPage({ ...page, notes: [lost] });
    expect(written).toContain('Notes whose words were not found');
    const reading = parsePage(written);
    expect(reading?.ok && reading.page.notes).toEqual([lost]);
  });
});
