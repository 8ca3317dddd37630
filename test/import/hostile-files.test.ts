// @vitest-environment jsdom
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Brought } from '../../src/core/text/brought.ts';
import { parseInert } from '../../src/dom/trusted.ts';
import { bringFile, type Doors } from '../../src/import/bring.ts';
import { docxToHtml } from '../../src/import/docx-html.ts';
import { refuseFile, takeDocx } from '../../src/import/docx.ts';
import { packStored } from '../../src/import/zip.ts';
import { readNotesFile } from '../../src/core/notes/notes-file.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';

const doors: Doors = {
  parse: parseInert,
  startWorker: () => {
    throw new Error('no worker here');
  },
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const MB = 1024 * 1024;

/** As a browser hands a file over; Word files are read here and not in a worker. */
async function bring(bytes: Uint8Array, name: string): Promise<Brought> {
  if (name.endsWith('.docx'))
    return refuseFile(bytes) ?? takeDocx(await docxToHtml(bytes), bytes, { name, parse: parseInert });
  const file = {
    name,
    type: '',
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
  };
  return bringFile(file as unknown as Blob & { name: string }, doors);
}

/** `count` bytes of one kind as DEFLATE packs them, in a Word file that says they unpack to `size`. */
function bomb(count: number, size = count): Uint8Array {
  const name = 'word/document.xml';
  const bytes = packStored(new Map([[name, new Uint8Array(deflateRawSync(new Uint8Array(count)))]]));
  const view = new DataView(bytes.buffer);
  const central = bytes.length - 22 - 46 - name.length;
  // The method and the size, in both of its headers.
  view.setUint16(8, 8, true);
  view.setUint32(22, size, true);
  view.setUint16(central + 10, 8, true);
  view.setUint32(central + 24, size, true);
  return bytes;
}

const MARKS = '\u0300\u0301\u0336\u0489\u20dd'.repeat(20_000);
const PNG = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
);
const inUtf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(text).flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);

describe('a file that is made to do harm becomes plain words, or says why it does not', () => {
  it.each<[string, string, () => Uint8Array, string | RegExp]>([
    ['9 MB on one line', 'a.txt', () => bytesOf('word '.repeat((9 * MB) / 5)), /^(?:word ?)+$/],
    ['one word of 9 MB', 'a.md', () => bytesOf('w'.repeat(9 * MB)), /^w+$/],
    ['100,000 elements in each other', 'a.html', () => bytesOf(`${'<div>'.repeat(100_000)}deep`), 'deep'],
    ['100,000 quotes in each other', 'a.md', () => bytesOf(`${'> '.repeat(100_000)}deep`), /deep$/],
    ['UTF-16', 'a.txt', () => inUtf16('Größe und Maß'), 'Größe und Maß'],
    ['bytes that are no UTF-8', 'a.txt', () => Uint8Array.of(0x63, 0xe9, 0x20, 0xff), 'cé ÿ'],
    ['NULs in a text', 'a.txt', () => bytesOf('wo\0rd\0s'), 'words'],
    ['only combining marks', 'a.txt', () => bytesOf(MARKS), /^\p{M}+$/u],
    [
      'combining marks by the thousand on a letter',
      'a.html',
      () => bytesOf(`<p>a${MARKS}</p>`),
      /^a\p{M}+$/u,
    ],
    [
      'a page of scripts',
      'a.html',
      () => bytesOf(`<p>x</p>${'<script>alert(1)</script>'.repeat(5_000)}`),
      'x',
    ],
  ])(
    '%s (%s)',
    async (_, name, make, text) => {
      const brought = await bring(make(), name);
      if (!brought.ok) throw new Error(brought.message);
      if (typeof text === 'string') expect(brought.imported.text).toBe(text);
      else expect(brought.imported.text).toMatch(text);
    },
    30_000,
  );

  it.each<[string, string, () => Uint8Array, RegExp]>([
    ['nothing', 'a.txt', () => new Uint8Array(), /no words/],
    ['nothing', 'a.docx', () => new Uint8Array(), /no words/],
    ['only blanks', 'a.md', () => bytesOf(' \n\t\u00a0'), /no words/],
    ['only markup', 'a.html', () => bytesOf('<p></p><script>x</script>'), /no words/],
    ['more than 10 MB', 'a.txt', () => bytesOf('x'.repeat(10 * MB + 1)), /larger than 10 MB/],
    ['a picture that is called a Word file', 'a.docx', () => PNG, /is none/],
    ['a picture', 'a', () => PNG, /picture|no text file/i],
    ['a text with NULs that says nothing of itself', 'a', () => bytesOf('MZ\0\0'), /no text file/],
    ['a Word file that is cut off', 'a.docx', () => bytesOf('PK\u0003\u0004').slice(0, 4), /.+/],
    ['an archive without a document', 'a.docx', () => packStored(new Map([['x', bytesOf('y')]])), /.+/],
    ['60 MB in 60 kB', 'a.docx', () => bomb(60 * MB), /unpacks to far more/],
    ['60 MB that say they are 60 kB', 'a.docx', () => bomb(60 * MB, 60_000), /.+/],
    [
      'XML of 100,000 elements in each other',
      'a.docx',
      () => packStored(new Map([['word/document.xml', bytesOf('<a>'.repeat(100_000))]])),
      /nested deeper/,
    ],
    [
      'XML that defines entities',
      'a.docx',
      () => packStored(new Map([['word/document.xml', bytesOf('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]])),
      /.+/,
    ],
  ])(
    '%s (%s) is refused in words',
    async (_, name, make, message) => {
      const brought = await bring(make(), name);
      if (brought.ok) throw new Error(`became ${brought.imported.text.slice(0, 80)}`);
      expect(brought.message).toMatch(message);
      expect(brought.message).toMatch(/\.$/);
    },
    30_000,
  );
});

it.each([
  ['nothing', ''],
  ['NULs', '\0\0\0'],
  ['lists in each other', '['.repeat(1_000_000)],
  ['objects in each other', '{"a":'.repeat(1_000_000)],
  ['a number without an end', `[${'9'.repeat(1_000_000)}`],
  ['a text without an end', `["${'\\u0000'.repeat(100_000)}`],
  ['a page', '<!doctype html><p>x'],
])('a file of notes that is %s is refused with its place, and nothing is taken', (_, text) => {
  const read = readNotesFile(text, {
    article: readArticle('Words.'),
    articleId: 'a',
    now: '2025-01-01T00:00:00.000Z',
  });
  if (read.ok) throw new Error('was read');
  expect(read.refusal).toMatch(/line 1, column \d+: .+ Nothing was imported\./);
});
