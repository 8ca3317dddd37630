import { ARTICLE_SIZE } from '../core/limits.ts';
import { DOCX, type Brought } from '../core/text/brought.ts';
import { bringDocx, type DocxSource } from './docx.ts';
import { bringHtml, writeHtmlPiece, type HtmlSource } from './html.ts';
import { bringMarkdown } from './markdown.ts';
import { bringText, decodeText, type Decoded } from './plain-text.ts';
import { noWords, refuse } from './refuse.ts';

/** What the doors need from outside; `dom/trusted.ts` has both. */
export type Doors = Pick<DocxSource, 'parse' | 'startWorker'>;

type Door = 'text' | 'markdown' | 'html' | 'docx';

const DOOR_OF_ENDING: Readonly<Record<string, Door>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  xht: 'html',
  docx: 'docx',
  docm: 'docx',
};
const DOOR_OF_TYPE: Readonly<Record<string, Door>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  [DOCX]: 'docx',
};

/** Files that are often tried and not read here, by their first characters, and what to do instead. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'This is a PDF. Open it, copy its text, and paste it.'],
  ['{\\rtf', 'This is an RTF file. Save it as .docx, or paste its text.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an old Word file (.doc). Save it as .docx, or paste its text.'],
  ['PK', 'This is an archive or an office file of another kind. Save it as .docx, or paste its text.'],
];

/**
 * A file as a text to read. Its name decides what it is, else its type, else its first bytes: a `.txt` that holds HTML
 * stays text. Never rejects; what is refused says why, and keeps its text where there is one.
 */
export async function bringFile(file: Blob & { readonly name?: string }, doors: Doors): Promise<Brought> {
  if (file.size === 0) return noWords(null);
  if (file.size > ARTICLE_SIZE)
    return refuse('too-large', 'The file is larger than 10 MB. Bring it in parts.');
  const name = file.name ?? null;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await bringBytes(bytes, { name, type: file.type, doors });
  } catch {
    return refuse(
      'unreadable',
      'The file could not be read from the disk. Bring it again, or paste its text.',
    );
  }
}

async function bringBytes(
  bytes: Uint8Array,
  { name, type, doors }: { name: string | null; type: string; doors: Doors },
): Promise<Brought> {
  const ending = /\.([a-z\d]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const kind = type.replace(/;.*/s, '').trim().toLowerCase();
  const door = own(DOOR_OF_ENDING, ending) ?? own(DOOR_OF_TYPE, kind);
  if (door === 'docx') return bringDocx(bytes, { name, ...doors });
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const other = OTHERS.find(([signature]) => head.startsWith(signature));
  if (other && door === undefined) return refuse('unknown-type', other[1]);
  const decoded = door === 'html' ? decodeHtml(bytes) : decodeText(bytes);
  if (door === undefined && decoded.text.includes('\0'))
    return refuse(
      'unknown-type',
      'This is no text file. Bring .txt, .md, .html or .docx, or paste the text.',
    );
  return withAssumption(bringDecoded(decoded.text, door ?? 'text', { name, parse: doors.parse }), decoded);
}

function bringDecoded(
  text: string,
  door: Exclude<Door, 'docx'>,
  { name, parse }: Pick<HtmlSource, 'name' | 'parse'>,
): Brought {
  if (door === 'html') return bringHtml(text, { name, address: null, parse, extent: 'page' });
  if (door === 'text') return bringText(text, name);
  return bringMarkdown(text, name, (html, sheet) => writeHtmlPiece(html, sheet, parse));
}

const own = (doors: Readonly<Record<string, Door>>, key: string): Door | undefined =>
  Object.hasOwn(doors, key) ? doors[key] : undefined;

/** A page's encoding is where its `meta` says, unless a byte order mark says otherwise (HTML Standard, 13.2.3). */
function decodeHtml(bytes: Uint8Array): Decoded {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  // Bounded by 1,024: the head.
  const label = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (
    label === undefined ||
    /^utf-?(?:8|16)/i.test(label) ||
    /^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/.test(head)
  )
    return decodeText(bytes);
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), assumed: null };
  } catch {
    return decodeText(bytes);
  }
}

function withAssumption(brought: Brought, { assumed }: Decoded): Brought {
  if (!brought.ok || assumed === null) return brought;
  const { imported } = brought;
  return { ok: true, imported: { ...imported, leftOut: [...imported.leftOut, assumed] } };
}

/** A piece of HTML on the clipboard is worth more than its text if this much of the text is in it. */
const LEAST_WORDS = 0.8;

/**
 * What was pasted as a text to read: the rich form where it sets words as the plain form can't (headings, emphasis,
 * lists, links, paragraphs) and holds the same words; else, and where the rich form can't be read, the plain one.
 */
export function bringPaste(
  { text, html }: { readonly text: string; readonly html: string },
  { parse }: Pick<Doors, 'parse'>,
): Brought {
  const rich =
    html.trim() === '' ? null : bringHtml(html, { name: null, address: null, parse, extent: 'piece' });
  if (text.trim() === '') return rich ?? noWords(null);
  if (rich?.ok) {
    const { text: words, formatting } = rich.imported;
    const isSet = formatting.length > 0 || (/<p[\s>]/i.test(html) && words.includes('\n\n'));
    if (isSet && lettersIn(words) >= lettersIn(text) * LEAST_WORDS) return rich;
  }
  return bringText(text, null);
}

const lettersIn = (text: string): number => text.replace(/\s+/g, '').length;
