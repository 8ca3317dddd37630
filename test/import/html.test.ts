// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Imported } from '../../src/core/text/brought.ts';
import { parseInert } from '../../src/dom/trusted.ts';
import { bringHtml } from '../../src/import/html.ts';

function brought(html: string, extent: 'page' | 'piece' = 'piece', address: string | null = null): Imported {
  const result = bringHtml(html, { name: null, address, parse: parseInert, extent });
  if (!result.ok) throw new Error(result.message);
  return result.imported;
}

/** Each formatting as its kind and the words under it. */
const set = ({ text, formatting }: Imported): string[] =>
  formatting.map((one) => `${one.kind}: ${text.slice(one.start, one.end)}`);

describe('a piece of HTML', () => {
  it('becomes plain words, a blank line between paragraphs', () => {
    expect(brought('<p>One  <b>two</b>\n three</p><p>Four</p>five<br>six<br><br>seven').text).toBe(
      'One two three\n\nFour\n\nfive\nsix\n\nseven',
    );
  });

  it('keeps headings, lists, quotes, emphasis and links as layers', () => {
    const html =
      '<h2>Head</h2><ul><li>One<ol><li>Deep</li></ol></li></ul><blockquote><p>Said <i>so</i>.</p></blockquote>' +
      '<p><b>Jo:</b> see <a href="https://example.org/a">this</a></p>';
    expect(set(brought(html))).toEqual([
      'heading: Head',
      'list-item: One\n\nDeep',
      'list-item: Deep',
      'block-quote: Said so.',
      'emphasis: so',
      'strong: Jo:',
      'link: this',
    ]);
  });

  it('takes bold that a word processor writes as a style, and not what it calls bold and sets plain', () => {
    const html = '<b style="font-weight:normal"><p><span style="font-weight:700">Jo:</span> yes</p></b>';
    expect(set(brought(html))).toEqual(['strong: Jo:']);
  });

  it('joins emphasis that was broken within a word, and parts it where a line ends', () => {
    expect(set(brought('<b>J</b><b>o</b> x <i>one<br>two</i>'))).toEqual([
      'strong: Jo',
      'emphasis: one',
      'emphasis: two',
    ]);
  });

  it('draws the marks that a browser draws around a quotation', () => {
    expect(brought('<q>He said <q>no</q></q>').text).toBe('“He said ‘no’”');
  });

  it('keeps the rows of a table as lines, and says so', () => {
    const { text, leftOut } = brought(
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    );
    expect(text).toBe('a | b\nc | d');
    expect(leftOut).toEqual(['the columns of a table, kept as lines']);
  });

  it('tells what it leaves out', () => {
    const html =
      '<p>x<img src=a.png><img src=b.png><script>1</script><iframe src=//e.org></iframe><input>' +
      '<span hidden>no</span><a href="javascript:alert(1)">link</a></p>';
    const { text, leftOut, formatting } = brought(html);
    expect(text).toBe('xlink');
    expect(formatting).toEqual([]);
    expect(leftOut.toSorted()).toEqual([
      '2 pictures',
      'a form field or button',
      'a hidden passage',
      'a link that leads to no web page',
      'a recording or embedded page',
      'a script or style',
    ]);
  });

  it('keeps the words of elements that it does not know', () => {
    expect(brought('<x-card><p>One</p><font>two</font></x-card>').text).toBe('One\n\ntwo');
  });

  it('keeps the lines of preformatted text', () => {
    expect(brought('<pre>a\n  b\n\nc</pre>').text).toBe('a\n  b\n\nc');
  });

  it('resolves links against the address of the page', () => {
    const { formatting } = brought('<a href="../b?c">x</a>', 'piece', 'https://example.org/a/');
    expect(formatting).toEqual([{ kind: 'link', href: 'https://example.org/b?c', start: 0, end: 1 }]);
  });

  it('is refused where it holds no words', () => {
    const result = bringHtml('<p><img></p>', {
      name: null,
      address: null,
      parse: parseInert,
      extent: 'piece',
    });
    expect(result).toMatchObject({ ok: false, reason: 'empty' });
  });
});

const PROSE =
  'He said that the talks had gone on for many hours, and that nobody had expected them to end well. ';
const PAGE = `<!doctype html><html lang="en-gb"><head><title>A talk – Site</title>
<meta property="og:site_name" content="The Site"><link rel="canonical" href="https://example.org/talk">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"A talk","author":{"name":"Ann Lee"},
"datePublished":"2024-03-05T10:00:00Z"}</script></head><body><nav><a href="/">Home</a> <a href="/x">All the news of the day</a></nav>
<article><h1>A talk</h1>${`<p><b>Jo:</b> ${PROSE}</p>`.repeat(8)}</article>
<footer>Terms and conditions of use of this site, which nobody has ever read to their end.</footer></body></html>`;

describe('a page', () => {
  it('gives its article, title first, without what stands around it', () => {
    const { text, leftOut } = brought(PAGE, 'page');
    expect(text.startsWith(`A talk\n\nJo: ${PROSE.trim()}\n\nJo: `)).toBe(true);
    expect(text).not.toMatch(/Home|Terms/);
    expect(leftOut).toContain('what stands around the article on its page');
  });

  it('tells its title, language, author, date and address', () => {
    expect(brought(PAGE, 'page', 'https://example.org/talk?from=mail').about).toEqual({
      title: 'A talk',
      lang: 'en-GB',
      author: 'Ann Lee',
      date: '2024-03-05',
      source: { name: 'The Site', url: 'https://example.org/talk' },
    });
  });

  it('does not believe that it lives on another site than it came from', () => {
    expect(brought(PAGE, 'page', 'https://other.example/talk').about.source?.url).toBe(
      'https://other.example/talk',
    );
  });

  it('gives all of its words where there is no article in it', () => {
    expect(brought('<html><body><p>One line.</p></body></html>', 'page').text).toBe('One line.');
  });

  it('keeps both halves of an interview that lies in two places', () => {
    const half = (word: string): string => `<div><p>${word} ${PROSE}</p></div>`.repeat(6);
    const html = `<html><body><div id=a>${half('First')}</div><div id=b>${half('Second')}</div></body></html>`;
    const { text } = brought(html, 'page');
    expect(text.match(/First/g)).toHaveLength(6);
    expect(text.match(/Second/g)).toHaveLength(6);
  });

  it('with more tags than a document can hold is read without one', () => {
    const { text } = brought(
      `<p>Jo &amp; Ann&#8217;s</p><script>no</script>${'<b>x</b>'.repeat(210_000)}`,
      'page',
    );
    expect(text.startsWith('Jo & Ann’s\n\nxxx')).toBe(true);
    expect(text).not.toContain('no');
  });

  it('that is 3,000 elements deep does not end in an error', () => {
    expect(brought(`${'<div>'.repeat(3_000)}deep`, 'page').text).toBe('deep');
  });
});
