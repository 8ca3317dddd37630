import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../src/core/notes/markdown.ts';
import { inertMarkdown, plainToLine, plainToMarkdown } from '../../../src/core/notes/markdown-text.ts';
import type { ReaderNote } from '../../../src/core/notes/note.ts';
import { INTERVIEW, placed, sampleNote } from './sample-notes.ts';

const linkTo = ({ id }: ReaderNote): string => `https://example.org/harbour/#${id.slice(0, 4)}`;
const write = (...notes: ReaderNote[]): string =>
  writeMarkdown(placed(...notes), { article: INTERVIEW, title: 'The harbour 🚢 will stay', linkTo });

describe('notes as Markdown', () => {
  it('are grouped by voice in the order of the text, with words, note, claim, tags and link', () => {
    const claim = sampleNote('They doubled', {
      kind: 'claim',
      body: 'See the *report*.\n\n- 2023\n- 2024',
      tags: ['costs', 'to [check]'],
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'supported',
        voice: { speaker: 'union', quoting: 'mayor' },
        sources: [{ title: 'Budget_2024', url: 'https://example.org/b (1).pdf' }],
      },
    });
    const highlight = sampleNote('by spring', { id: 'aaaa', kind: 'highlight', body: '' });
    const comment = sampleNote('The harbour comes first');
    expect(write(claim, comment, highlight)).toBe(
      `# The harbour 🚢 will stay

## mayor

- > by spring

  [In the article](<https://example.org/harbour/#aaaa>)

## union

- > The harbour comes first

  Which year?

  [In the article](<https://example.org/harbour/#5f0c>)

- > They doubled

  See the *report*.

  - 2023
  - 2024

  **Claim** by union, quoting mayor: quantity, can be checked. **Status:** supported.

  Sources:

  - Budget\\_2024 (https://example.org/b (1).pdf)

  Tags: costs, to \\[check\\]

  [In the article](<https://example.org/harbour/#5f0c>)
`,
    );
  });

  it('that are claims stand under who asserts them, whoever says the words', () => {
    const claim = {
      kind: 'quantity',
      checkable: 'yes',
      status: 'open',
      voice: { speaker: 'mayor' },
      sources: [],
    } as const;
    expect(write(sampleNote('They doubled', { kind: 'claim', claim }))).toContain(
      '## mayor\n\n- > They doubled',
    );
  });

  it('that are claims have what their sources say, as text, and how they stood before', () => {
    const claim = {
      kind: 'quantity',
      checkable: 'yes',
      status: 'supported',
      voice: { speaker: 'mayor' },
      sources: [
        {
          title: 'Budget',
          url: 'https://example.org/b',
          words: '*It* rose\n<b>twice</b>',
          seen: '2025-01-28',
          bears: 'for',
        },
      ],
      history: [{ status: 'open', until: '2025-01-28T10:00:00.000Z' }],
    } as const;
    const list = write(sampleNote('They doubled', { kind: 'claim', claim }));
    expect(list).toContain('**Status:** supported. Before: open until 2025-01-28.');
    expect(list).toContain(
      '- [Budget](<https://example.org/b>), for the claim, seen 2025-01-28: “\\*It\\* rose \\<b>twice\\</b>”',
    );
  });

  it('whose words are gone stand at the end, with their words and the reason', () => {
    const lost = sampleNote('by spring', {
      selectors: [{ type: 'TextQuoteSelector', exact: 'by autumn' }],
      body: '',
    });
    const ambiguous = sampleNote('by spring', {
      selectors: [{ type: 'TextQuoteSelector', exact: 'Costs fell' }],
      body: '',
    });
    expect(write(lost, ambiguous)).toContain(`## Not found in the text

- > by autumn

  unknown; the words are gone`);
    expect(write(lost, ambiguous)).toContain('unknown; several places fit');
    expect(write(sampleNote('by spring', { selectors: [], body: '' }))).toContain('- *No words*');
  });

  it('are a title where there are none', () => {
    expect(write()).toBe('# The harbour 🚢 will stay\n');
  });

  it.each<[string, string, string]>([
    ['a heading', '# All mine', '  # All mine'],
    ['a fence that is never closed', '```\nx', '  ```\n  x'],
    ['a list', '- one\n- two', '  - one\n  - two'],
    ['other line ends', 'a\rb\r\nc', '  a\n  b\n  c'],
    ['raw HTML', '<script>alert(1)</script> <!-- <b', '  &lt;script>alert(1)&lt;/script> &lt;!-- &lt;b'],
    ['escaped raw HTML', '\\<img src=x>', '  \\&lt;img src=x>'],
    ['an address', '<https://example.org> <javascript:x>', '  <https://example.org> &lt;javascript:x>'],
    ['links', '[a](javascript:x) [b](https://e.org)', '  [a]\\(javascript:x) [b](https://e.org)'],
    ['a link’s definition', '[a]: data:x\n[b]: <https://e.org>', '  [a]\\: data:x\n  [b]: <https://e.org>'],
    ['controls and half pairs', 'a\u0000b\u001bc\ud83d', '  a\ufffdb\ufffdc\ufffd'],
  ])('keep inside their item: %s', (_, body, lines) => {
    expect(write(sampleNote('by spring', { body }))).toContain(`- > by spring\n\n${lines}\n\n  [In`);
  });

  it('never reach out of their item, whatever is in words, body, tags and names', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\n', '\r', '#', '- ', '> ', '```', '<b>', '[x]', '(', '=', '1.', ' '))
        .map((p) => p.join('')),
    );
    fc.assert(
      fc.property(any, any, any, (exact, body, tag) => {
        const note = sampleNote('by spring', {
          selectors: [{ type: 'TextQuoteSelector', exact }],
          body,
          tags: [tag],
        });
        const [title, blank, heading, next, ...item] = write(note, note).split('\n');
        expect([title, blank, next]).toEqual(['# The harbour 🚢 will stay', '', '']);
        expect(heading).toMatch(/^## /);
        for (const line of item) expect(line).toMatch(/^($|- (> |>$|\*No words\*$)|  )/);
        expect(item.join('\n')).not.toMatch(/(?<!\\)<(?=[a-z/!?])(?!https:)/i);
      }),
      { seed: 20251122, numRuns: 300 },
    );
  });
});

describe('a plain text as Markdown', () => {
  it.each<[string, string]>([
    ['Just words, 3.5 % (and more): fine!', 'Just words, 3.5 % (and more): fine!'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
    ['*a* _b_ `c` ~d~ $5 | \\', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$5 \\| \\\\'],
    ['AT&T &amp; R&D &#60;', 'AT\\&T \\&amp; R\\&D \\&#60;'],
    ['# a\n> b\n- c\n+ d\n= e\n1. f', '\\# a\\\n\\> b\\\n\\- c\\\n\\+ d\\\n\\= e\\\n1\\. f'],
    ['one\ntwo\n\n\nthree', 'one\\\ntwo\n\n\nthree'],
    ['    code?', 'code?'],
  ])('%j', (plain, markdown) => {
    expect(plainToMarkdown(plain)).toBe(markdown);
  });

  it('is one line where it must be', () => {
    expect(plainToLine(' # a\n\tb ')).toBe('\\# a b');
  });
});

it('Markdown is made inert in linear time', () => {
  const started = performance.now();
  inertMarkdown('](\t'.repeat(300_000) + '<'.repeat(300_000) + ']:' + ' '.repeat(300_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
