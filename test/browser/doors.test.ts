import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseInert, startWorker } from '../../src/dom/trusted.ts';
import { bringFile, bringPaste, type Doors } from '../../src/import/bring.ts';
import { packStored } from '../../src/import/zip.ts';

type Vector = Readonly<Record<'html' | 'payload' | 'input', string | undefined>>;
/** Others' vectors; none where that data is not at hand. */
const FILES = import.meta.glob<readonly Vector[]>('../../../shared/data/external/xss/*.json', {
  eager: true,
  import: 'default',
});
const OWN = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<link rel=stylesheet href=https://tracker.invalid/a.css><img src=https://tracker.invalid/a.png>',
];
const VECTORS = [
  ...OWN,
  ...Object.values(FILES).flatMap((list) =>
    list.map(({ html, payload, input }) => html ?? payload ?? `<a href="${input}">x</a>`),
  ),
];
if (VECTORS.length === OWN.length) console.info('The XSS data is not here: only our own vectors are tested.');

const doors: Doors = { parse: parseInert, startWorker };
const ran: string[] = [];
const fetched: string[] = [];
const was = { alert, confirm, prompt, open: window.open };
const onError = ({ message }: ErrorEvent): void => {
  ran.push(message);
};
let observer: PerformanceObserver;

beforeEach(() => {
  const watch = (name: string) => (): never => {
    ran.push(name);
    throw new Error(`${name} was called`);
  };
  Object.assign(window, {
    alert: watch('alert'),
    confirm: watch('confirm'),
    prompt: watch('prompt'),
    open: watch('open'),
  });
  window.addEventListener('error', onError);
  observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntriesByType('resource')) fetched.push(name);
  });
  observer.observe({ type: 'resource', buffered: false });
});
afterEach(() => {
  observer.disconnect();
  Object.assign(window, { alert: was.alert, confirm: was.confirm, prompt: was.prompt, open: was.open });
  window.removeEventListener('error', onError);
});

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

test('vectors run no script, fetch nothing and become words with links of the web only', async () => {
  const before = document.documentElement.outerHTML;
  for (const [index, vector] of VECTORS.entries()) {
    for (const name of ['a.html', 'a.md', 'a.txt']) {
      const brought = await bringFile(new File([vector], name), doors);
      const links = brought.ok ? brought.imported.formatting.filter((one) => one.kind === 'link') : [];
      for (const { href } of links) expect(href, `vector ${index}`).toMatch(/^(?:https?|mailto):/);
    }
    bringPaste({ text: 'words', html: vector }, doors);
  }
  await later(500);
  expect(ran).toEqual([]);
  expect(fetched.filter((name) => !name.startsWith(location.origin))).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
}, 60_000);

test.each([
  ['a field that is called like a sibling', '<form>a<input name=nextSibling></form><p>b', 'a\n\nb'],
  ['a field that is called like a child', '<form>a<input id=firstChild></form><p>b', 'a\n\nb'],
  ['a field that is called like a method', '<form>a<input name=getAttribute></form><p>b', 'a\n\nb'],
  ['a form that is called like the body', '<form name=body>a</form><p>b', 'a\n\nb'],
  ['pictures that are called like methods', '<img name=createTreeWalker><img name=querySelector><p>b', 'b'],
])('%s leads no walk astray', async (_, html, text) => {
  expect(await bringFile(new File([html], 'a.html'), doors)).toMatchObject({ imported: { text } });
});

const PROSE =
  'He said that the talks had gone on for many hours, and that nobody had expected them to end well. ';
const times = (text: string, count: number): string => text.repeat(count);
/** Pages that are long, wide or deep, each to be read in five seconds. */
const MONSTERS: readonly (readonly [string, string, () => string])[] = [
  ['10 MB of paragraphs', 'a.html', () => `<body>${times(`<p><b>Jo:</b> ${PROSE}</p>`, 85_000)}`],
  ['10 MB of elements', 'a.html', () => `<body>${times('<b>x</b>', 1_200_000)}`],
  ['100,000 elements in each other', 'a.html', () => `<body>${times('<div>', 100_000)}deep`],
  ['100,000 inline elements in each other', 'a.html', () => `<body>${times('<b><i>', 50_000)}deep`],
  [
    'unknown elements in each other around many',
    'a.html',
    () => `${times('<x-y>', 500)}${times('<p>x</p>', 50_000)}`,
  ],
  [
    '12,000 paragraphs, as many as Readability gets',
    'a.html',
    () => `<body>${times(`<p>${PROSE}</p>`, 11_900)}`,
  ],
  [
    '12,000 nested parts',
    'a.html',
    () => `<body>${times(`${times('<div>', 100)}<p>${PROSE}</p>${times('</div>', 100)}`, 115)}`,
  ],
  ['12,000 breaks', 'a.html', () => `<body><div>${times(`${PROSE}<br><br>`, 5_900)}</div>`],
  ['12,000 links', 'a.html', () => `<body><div>${times(`<a href="/x">${PROSE}</a>`, 11_900)}</div>`],
  ['12,000 parts with commas', 'a.html', () => `<body>${times(`<div>${times('a, ', 60)}</div>`, 11_900)}`],
  [
    'a table of 12,000 cells',
    'a.html',
    () => `<body><table>${times(`<tr><td>${PROSE}<td>y`, 3_900)}</table>`,
  ],
  [
    '12,000 parts, 110 deep in lists',
    'a.html',
    () => times(`${times('<ul><li>x', 55)}${times('</ul>', 55)}`, 109),
  ],
  ['lists in each other', 'a.html', () => times('<ul><li>x', 3_900)],
  [
    'one element with 200,000 attributes',
    'a.html',
    () => `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>x`,
  ],
  [
    '10 MB of tags with many attributes',
    'a.html',
    () => times(`<p ${Array.from({ length: 190 }, (_, i) => `a${i}`).join(' ')}>x`, 11_000),
  ],
  [
    'bold that is opened anew in each paragraph',
    'a.html',
    () => `${Array.from({ length: 1_000 }, (_, i) => `<b class=a${i}>`).join('')}${times('<p>x', 50_000)}`,
  ],
  [
    '4,000 elements in each other',
    'a.html',
    () => `<body>${times('<div>', 3_900)}${times(`<p>${PROSE}</p>`, 5_000)}`,
  ],
  ['unclosed comments', 'a.html', () => `x${times('<!--', 2_000_000)}`],
  ['unclosed tags', 'a.html', () => `x${times('<a ', 3_000_000)}`],
  ['10 MB of Markdown', 'a.md', () => times(`**Jo:** ${PROSE}\n\n`, 90_000)],
  ['10 MB of stars', 'a.md', () => times('*a **b ', 1_400_000)],
  ['10 MB of quotes', 'a.md', () => times('> ', 5_000_000)],
  ['10 MB of lines', 'a.txt', () => times('Jo: yes and no.\n', 650_000)],
  ['10 MB of blank lines', 'a.txt', () => `x${times('\n', 10_000_000)}x`],
];

test.each(MONSTERS)(
  '%s are read in time',
  async (_, name, make) => {
    const file = new File([make()], name);
    expect(file.size).toBeLessThan(10 * 1024 * 1024);
    const began = performance.now();
    const brought = await bringFile(file, doors);
    const took = Math.round(performance.now() - began);
    console.info(
      `${_}: ${took} ms, ${brought.ok ? `${brought.imported.text.length} characters` : brought.message}`,
    );
    expect(took).toBeLessThan(5_000);
    expect(brought.ok || brought.reason === 'empty').toBe(true);
  },
  60_000,
);

test('a Word file is read in a worker of its own, with the policy that the headers ask for', async () => {
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const xml = `<w:document xmlns:w="${space}"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Jo:</w:t></w:r><w:r><w:t xml:space="preserve"> yes</w:t></w:r></w:p></w:body></w:document>`;
  const bytes = packStored(new Map([['word/document.xml', new TextEncoder().encode(xml)]]));
  expect(await bringFile(new File([bytes], 'a.docx'), doors)).toMatchObject({
    imported: { text: 'Jo: yes', formatting: [{ kind: 'strong', start: 0, end: 3 }] },
  });
});

test('a Word file that takes too long is given up, and the worker with it', async () => {
  const bytes = packStored(new Map([['word/document.xml', new TextEncoder().encode('<a/>')]]));
  let ended = false;
  const stuck = new EventTarget() as Worker;
  Object.assign(stuck, { postMessage: () => undefined, terminate: () => (ended = true) });
  const brought = await bringFile(new File([bytes], 'a.docx'), {
    parse: parseInert,
    startWorker: () => stuck,
  });
  expect(brought).toMatchObject({ ok: false, reason: 'too-slow' });
  expect(ended).toBe(true);
}, 10_000);

test('bytes that are no UTF-8 are read as Windows-1252', async () => {
  expect(await bringFile(new File([Uint8Array.of(0x93, 0xe9, 0x94, 0x80)], 'a.txt'), doors)).toMatchObject({
    imported: { text: '“é”€' },
  });
});
