// @vitest-environment jsdom
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseInert } from '../../src/dom/trusted.ts';
import { bringDocx, takeDocx } from '../../src/import/docx.ts';
import { docxToHtml } from '../../src/import/docx-html.ts';
import { crc32 } from '../../src/core/page/crc32.ts';
import { packStored, readDirectory, unpack } from '../../src/import/zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file with this in its body, and other parts besides. */
function docx(body: string, others: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  const main = `<?xml version="1.0"?><w:document ${W} xmlns:r="${R}"><w:body>${body}</w:body></w:document>`;
  const encoder = new TextEncoder();
  return packStored(
    new Map(
      Object.entries({ 'word/document.xml': main, ...others }).map(([name, text]) => [
        name,
        encoder.encode(text),
      ]),
    ),
  );
}
const run = (text: string, set = ''): string =>
  `<w:r><w:rPr>${set}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;

const bring = async (bytes: Uint8Array): ReturnType<typeof bringDocx> =>
  takeDocx(await docxToHtml(bytes), bytes, { name: 'a.docx', parse: parseInert });

describe('a Word file', () => {
  it('becomes words with their setting laid over them', async () => {
    const heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Talk</w:t></w:r></w:p>';
    const styles = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const body =
      heading + paragraph(run('Jo:', '<w:rFonts w:ascii="x"/><w:b/>'), run(' yes '), run('indeed', '<w:i/>'));
    const brought = await bring(docx(body, { 'word/styles.xml': styles }));
    expect(brought).toMatchObject({
      ok: true,
      imported: {
        text: 'Talk\n\nJo: yes indeed',
        formatting: [
          { kind: 'heading', level: 1, start: 0, end: 4 },
          { kind: 'strong', start: 6, end: 9 },
          { kind: 'emphasis', start: 14, end: 20 },
        ],
        original: { name: 'a.docx' },
      },
    });
  });

  it('tells its title and author', async () => {
    const core = '<c xmlns:dc="x"><dc:title>A &amp; B</dc:title><dc:creator>Ann</dc:creator></c>';
    const brought = await bring(docx(paragraph(run('x')), { 'docProps/core.xml': core }));
    expect(brought).toMatchObject({
      imported: { text: 'A & B\n\nx', about: { title: 'A & B', author: 'Ann' } },
    });
  });

  it('keeps a link to the web and drops every other', async () => {
    const relation = (id: string, to: string): string =>
      `<Relationship Id="${id}" Type="${R}/hyperlink" Target="${to}" TargetMode="External"/>`;
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('a', 'https://example.org/')}${relation('b', 'javascript:alert(1)')}</Relationships>`;
    const link = (id: string): string => `<w:hyperlink r:id="${id}">${run(id)}</w:hyperlink>`;
    const brought = await bring(
      docx(paragraph(link('a'), link('b')), { 'word/_rels/document.xml.rels': rels }),
    );
    expect(brought).toMatchObject({
      imported: {
        text: 'ab',
        formatting: [{ kind: 'link', href: 'https://example.org/', start: 0, end: 1 }],
        leftOut: ['a link that leads to no web page'],
      },
    });
  });

  it('leaves out what Word hides, and says so', async () => {
    const brought = await bring(docx(paragraph(run('seen'), run('unseen', '<w:vanish/>'), run(' too'))));
    expect(brought).toMatchObject({ imported: { text: 'seen too', leftOut: ['a hidden passage'] } });
  });

  it('with many words is read where its words are many, not its elements', async () => {
    expect(await bring(docx(paragraph(run('word '.repeat(200_000)))))).toMatchObject({ ok: true });
    expect(await bring(docx(paragraph(run('x')).repeat(40_000)))).toMatchObject({
      ok: false,
      reason: 'too-large',
    });
  });

  it('that declares entities is refused, whatever they are', async () => {
    const bytes = docx('', {
      'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    });
    expect(await bring(bytes)).toMatchObject({ ok: false, reason: 'unreadable' });
  });

  it('that uses the names of prototypes changes none', async () => {
    const style = (id: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${id}</w:t></w:r></w:p>`;
    const brought = await bring(docx(['__proto__', 'constructor', 'toString'].map(style).join('')));
    expect(brought).toMatchObject({ imported: { text: '__proto__\n\nconstructor\n\ntoString' } });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('without words is refused', async () => {
    expect(await bring(docx(paragraph()))).toMatchObject({ ok: false, reason: 'empty' });
  });
});

describe('an archive', () => {
  it('is written so that it reads back', async () => {
    const bytes = docx('x');
    const [entry] = readDirectory(bytes);
    expect(new TextDecoder().decode(await unpack(bytes, entry!))).toContain('<w:body>x</w:body>');
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('that lies about a size is found out while it is unpacked', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(5_000_000)));
    const entry = {
      name: 'x',
      method: 'deflated',
      crc: 0,
      packed: packed.length,
      size: 1_000,
      start: 0,
    } as const;
    await expect(unpack(packed, entry)).rejects.toThrow('unpacks to more than it says');
  });

  it('with one byte changed is refused or unharmed', async () => {
    const bytes = docx(paragraph(run('hello')));
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at]! ^= 0x55;
      const read = await docxToHtml(changed);
      if (read.ok) expect(read.html).toBe('<p>hello</p>');
    }
  });
});

/** A worker that answers what it is told to, or never. */
function worker(answer: unknown): { start: () => Worker; ended: () => number } {
  let ended = 0;
  const target = new EventTarget() as Worker;
  target.terminate = () => {
    ended += 1;
  };
  target.postMessage = () => {
    if (answer !== undefined) target.dispatchEvent(new MessageEvent('message', { data: answer }));
  };
  return { start: () => target, ended: () => ended };
}

describe('the worker', () => {
  it('is ended when it has answered', async () => {
    const { start, ended } = worker({ ok: true, html: '<p>x', title: null, author: null, leftOut: [] });
    const brought = await bringDocx(docx(''), { name: null, parse: parseInert, startWorker: start });
    expect(brought).toMatchObject({ ok: true, imported: { text: 'x' } });
    expect(ended()).toBe(1);
  });

  it('is not asked about a file that is none by its first bytes', async () => {
    const startWorker = (): Worker => {
      throw new Error('was started');
    };
    const source = { name: null, parse: parseInert, startWorker };
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
    expect(await bringDocx(old, source)).toMatchObject({
      ok: false,
      message: expect.stringContaining('old Word file'),
    });
    expect(await bringDocx(new TextEncoder().encode('<html>'), source)).toMatchObject({
      reason: 'unreadable',
    });
    expect(await bringDocx(new Uint8Array(0), source)).toMatchObject({ reason: 'empty' });
  });
});
