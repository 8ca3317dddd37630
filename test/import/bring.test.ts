// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { parseInert } from '../../src/dom/trusted.ts';
import { bringFile, bringPaste, type Doors } from '../../src/import/bring.ts';

const doors: Doors = {
  parse: parseInert,
  startWorker: () => {
    throw new Error('no worker here');
  },
};

/** jsdom's files can't be read as the standard has it. */
function file(content: string | Uint8Array, name: string, type = ''): Blob & { name: string } {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const arrayBuffer = (): Promise<ArrayBuffer> => Promise.resolve(bytes.slice().buffer);
  return { name, type, size: bytes.length, arrayBuffer } as Blob & { name: string };
}

describe('a file', () => {
  it.each([
    ['a.txt', '', '<b>x</b>', '<b>x</b>'],
    ['a.txt', 'text/html', '<b>x</b>', '<b>x</b>'],
    ['a.html', '', '<b>x</b>', 'x'],
    ['A.HTM', 'text/plain', '<b>x</b>', 'x'],
    ['a', 'text/html; charset=utf-8', '<b>x</b>', 'x'],
    ['a.md', '', '**x**\n\n<div>y</div>', 'x\n\ny'],
    ['notes', '', '**x**', '**x**'],
    ['__proto__', '', 'x', 'x'],
  ])('%s of type %j is what its name says, else its type', async (name, type, content, text) => {
    expect(await bringFile(file(content, name, type), doors)).toMatchObject({
      imported: { text, original: { name, content } },
    });
  });

  it.each([
    ['a.pdf', '%PDF-1.7 x', 'This is a PDF'],
    ['a.rtf', '{\\rtf1 x}', 'RTF'],
    ['a.bin', 'a\0b', 'no text file'],
    ['a.odt', 'PK\u0003\u0004', 'archive'],
  ])('%s is refused with what to do', async (name, content, message) => {
    expect(await bringFile(file(content, name), doors)).toMatchObject({
      reason: 'unknown-type',
      message: expect.stringContaining(message),
    });
  });

  it('is read in the encoding that its page names', async () => {
    const bytes = Uint8Array.from('<meta charset="iso-8859-2"><p>\u00b1</p>', (letter) =>
      letter.charCodeAt(0),
    );
    expect(await bringFile(file(bytes, 'a.html'), doors)).toMatchObject({ imported: { text: 'ą' } });
  });

  it('says where its encoding had to be assumed', async () => {
    const brought = await bringFile(file(Uint8Array.of(0x63, 0xe9), 'a.txt'), doors);
    expect(brought).toMatchObject({
      imported: { text: 'cé', leftOut: [expect.stringContaining('Windows-1252')] },
    });
  });

  it('that is empty, too large or gone is refused', async () => {
    expect(await bringFile(file('', 'a.txt'), doors)).toMatchObject({ reason: 'empty' });
    const large = Object.assign(file('x', 'a.txt'), { size: 11_000_000 });
    expect(await bringFile(large, doors)).toMatchObject({ reason: 'too-large' });
    const gone = Object.assign(file('x', 'a.txt'), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await bringFile(gone, doors)).toMatchObject({ reason: 'unreadable' });
  });
});

describe('a paste', () => {
  const text = 'Jo: yes\nAnn: no';
  it.each([
    [
      'rich, where emphasis says something',
      '<p><b>Jo:</b> yes</p><p><b>Ann:</b> no</p>',
      'Jo: yes\n\nAnn: no',
    ],
    ['rich, where it parts paragraphs', '<p>Jo: yes</p><p>Ann: no</p>', 'Jo: yes\n\nAnn: no'],
    ['plain, where the rich form says no more', '<span>Jo: yes<br>Ann: no</span>', text],
    ['plain, where the rich form lacks words', '<b>Jo:</b>', text],
    ['plain, where the rich form is empty', '<img>', text],
    ['plain, where there is no rich form', '', text],
  ])('is taken %s', (_, html, expected) => {
    expect(bringPaste({ text, html }, doors)).toMatchObject({ imported: { text: expected } });
  });

  it('of HTML that breaks the parser keeps its plain form', () => {
    const parse = (): Document => {
      throw new Error('broken');
    };
    expect(bringPaste({ text, html: '<b>Jo: yes Ann: no</b>' }, { parse })).toMatchObject({
      imported: { text },
    });
    expect(bringPaste({ text: '', html: '<b>x</b>' }, { parse })).toMatchObject({
      reason: 'unreadable',
      kept: '<b>x</b>',
    });
  });

  it('of nothing is refused', () => {
    expect(bringPaste({ text: ' ', html: '' }, doors)).toMatchObject({ reason: 'empty' });
  });
});
