import { describe, expect, it } from 'vitest';
import type { Imported } from '../../src/core/text/brought.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { bringMarkdown } from '../../src/import/markdown.ts';

function brought(content: string): Imported {
  const result = bringMarkdown(content, 'talk.md');
  if (!result.ok) throw new Error(result.message);
  return result.imported;
}
const set = ({ text, formatting }: Imported): string[] =>
  formatting.map((one) => `${one.kind}: ${text.slice(one.start, one.end)}`);

describe('Markdown', () => {
  it('becomes words with what its signs meant laid over them', () => {
    const one = brought(
      '# Head\n\n- *one*\n  1. two\n\n> said `x`\n\n[a **b**](https://example.org/) &amp; \\*c\\*',
    );
    expect(one.text).toBe('Head\n\none\n\ntwo\n\nsaid x\n\na b & *c*');
    expect(set(one)).toEqual([
      'heading: Head',
      'list-item: one\n\ntwo',
      'emphasis: one',
      'list-item: two',
      'block-quote: said x',
      'link: a b',
      'strong: b',
    ]);
  });

  it('shows labels in bold as labels, also on lines of one paragraph', () => {
    const { text } = brought('**Ann:** Why\nnot?\n**Jo:** Because.\n\n**Ann:** Oh.\n\n**Jo:** Yes.');
    expect(text).toBe('Ann: Why not?\nJo: Because.\n\nAnn: Oh.\n\nJo: Yes.');
    expect(readArticle(text).speakers.map(({ name }) => name)).toEqual(['Ann', 'Jo']);
  });

  it('tells about itself in its front matter', () => {
    const one = brought(
      '---\ntitle: "A: talk"\nauthors:\n  - Ann Lee\n  - Jo\ndate: 5 March 2024\nlang: de\nurl: https://example.org/a\n---\n\nWords.',
    );
    expect(one.text).toBe('A: talk\n\nWords.');
    expect(one.about).toEqual({
      title: 'A: talk',
      lang: 'de',
      author: 'Ann Lee',
      date: '2024-03-05',
      source: { name: 'example.org', url: 'https://example.org/a' },
    });
  });

  it('takes a text between two rules for no front matter', () => {
    expect(brought('---\nHe said so.\n---\nWords').text).toContain('He said so.');
  });

  it('leaves out pictures, scripts and pieces of HTML, and tells it', () => {
    const one = brought(
      'A ![b](c.png) <b>d</b> <script>e</script> [f](javascript:g)\n\n<div>h</div>\n\n<!-- i -->',
    );
    expect(one.text).toBe('A d f');
    expect(one.leftOut).toEqual([
      'a picture',
      'a script or style',
      'a link that leads to no web page',
      'a piece of HTML',
    ]);
    expect(one.formatting).toEqual([]);
  });

  it('finds what a link refers to anywhere in the text', () => {
    const { formatting } = brought('[one]\n\ntwo\n\n[three][ONE]\n\n[one]: https://example.org/ "t"');
    expect(formatting.map((one) => 'href' in one && one.href)).toEqual([
      'https://example.org/',
      'https://example.org/',
    ]);
  });

  it('keeps code with its blank lines in one piece, and a table as lines', () => {
    expect(brought('```\n# a\n\n- b\n```\n\n| a | b |\n|---|---|\n| c | d |').text).toBe(
      '# a\n\n- b\n\n| a | b |\n|---|---|\n| c | d |',
    );
  });

  it('that is made to be slow is read in time, and told where its signs stand as they are', () => {
    const began = performance.now();
    const one = brought(`**Jo:** yes\n\n${'- '.repeat(20_000)}x\n\n${'*a_ '.repeat(20_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(one.text.startsWith('Jo: yes\n\n- - ')).toBe(true);
    expect(one.leftOut).toEqual(['the meaning of some Markdown signs, which stand as they are']);
  });
});
