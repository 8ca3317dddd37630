import fc from 'fast-check';
import type { Brought } from '../src/core/text/brought.ts';
import { packStored } from '../src/import/zip.ts';
import { bringSafely, doors } from './external/doors.ts';

/** Inputs for each door, and the seed that they are made from: the same everywhere. */
const COUNT = 10_000;
const SEED = 20_260_501;

interface FuzzedDoor {
  readonly inputs: fc.Arbitrary<string>;
  readonly bring: (input: string) => Brought | Promise<Brought>;
}

const pieces = (...given: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...given),
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.lorem({ maxCount: 4 }),
      ),
      {
        maxLength: 24,
      },
    )
    .map((all) => all.join(''));

const html = pieces(
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<i style="font-weight:bold',
  '">',
  '<a href="',
  'javascript:',
  'https://e.org/',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<ul><li>',
  '</li>',
  '<h2>',
  '<br>',
  '<pre>',
  '<q>',
  '</q>',
  '<svg>',
  '<math><mi>',
  '<template>',
  '</template>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<img src=x alt=😀>',
  '<form><input name=',
  'attributes',
  'nodeName>',
  'nextSibling>',
  'firstChild>',
  'parentNode>',
  'body>',
  'getAttribute>',
  '<img name=',
  '<form name=',
  '</form>',
  '<noscript>',
  '<select><option>',
  '&lt;',
  '&#0;',
  '&#xd800;',
  '\0',
  '<base href=',
  '<blockquote>',
  '<x-y>',
  '</x-y>',
  '<div hidden>',
  '<meta property="og:title" content="',
  '\r\n',
  '>',
);
const markdown = pieces(
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '# ',
  '> ',
  '- ',
  '1. ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '[',
  '](',
  ')',
  '![',
  '][',
  ']: ',
  '<b>',
  '</b>',
  '<script>',
  '<!--',
  '<div>\n',
  '&amp;',
  '&#0;',
  '\\',
  '|',
  '---\n',
  'title: ',
  '\0',
  '\ud800',
  'https://e.org/',
);
const word = pieces(
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:b/>',
  '<w:vanish/>',
  '<w:rPr>',
  '</w:rPr>',
  '<w:tbl>',
  '<w:tr><w:tc>',
  '</w:tc></w:tr>',
  '</w:tbl>',
  '<w:hyperlink w:anchor="a">',
  '</w:hyperlink>',
  '&#1;',
  '&x;',
  ']]>',
  '<w:p><w:r><w:t>words</w:t></w:r></w:p>',
  '<w:br/>',
  '<w:sym w:font="x" w:char="zz"/>',
  '<w:fldChar/>',
  '<!DOCTYPE a>',
);

/** A Word file with this in its body; a third of them with some bytes of the archive changed. */
function wordFile(body: string): Uint8Array {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const xml = `<w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`;
  const bytes = packStored(new Map([['word/document.xml', new TextEncoder().encode(xml)]]));
  if (body.length % 3 === 0)
    for (let at = body.length % 41; at < bytes.length; at += 97)
      bytes[at] = (bytes[at]! + body.length) & 0xff;
  return bytes;
}

/** The doors, each with what is thrown at it. */
export const FUZZED: Readonly<Record<string, FuzzedDoor>> = {
  text: { inputs: pieces('\n', '\r', '\0', '\ufeff', '\ud800', 'Name: ', '\u2028'), bring: doors.text },
  markdown: { inputs: markdown, bring: doors.markdown },
  html: { inputs: html, bring: (input) => (input.length % 2 === 0 ? doors.html(input) : doors.page(input)) },
  docx: { inputs: word, bring: (input) => doors.docx(wordFile(input)) },
};

/** Throws inputs at a door; gives those that did harm, with what it was. */
export async function fuzz(
  { inputs, bring }: FuzzedDoor,
  { count, seed }: { count: number; seed: number },
): Promise<string[]> {
  const harms: string[] = [];
  for (const [index, input] of fc.sample(inputs, { numRuns: count, seed }).entries()) {
    const harm = await bringSafely(() => bring(input)).then(
      (one) => one.harm,
      (error: unknown) => `threw ${String(error)}`,
    );
    if (harm !== null)
      harms.push(`seed ${seed}, input ${index}: ${harm}: ${JSON.stringify(input).slice(0, 600)}`);
  }
  return harms;
}

/** `npm run fuzz [-- DOOR…]`: ten thousand made-up inputs for each door, or for those named; always the same. */
export async function main(args: string[]): Promise<number> {
  let code = 0;
  for (const [name, door] of Object.entries(FUZZED)) {
    if (args.length > 0 && !args.includes(name)) continue;
    const began = performance.now();
    const harms = await fuzz(door, { count: COUNT, seed: SEED });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const harm of harms.slice(0, 20)) console.log(`${name} FAIL ${harm}`);
    console.log(`${name}: ${COUNT - harms.length} of ${COUNT} without harm, seed ${SEED}, ${seconds} s`);
    if (harms.length > 0) code = 1;
  }
  return code;
}
