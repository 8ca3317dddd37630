import { DOCX_DEPTH, DOCX_ELEMENTS, DOCX_PART_LENGTH } from '../core/limits.ts';
import { decodeText } from './plain-text.ts';
import { readDirectory, unpack, ZipFault } from './zip.ts';

/** The parts of a Word file that hold words and their meaning, as XML in UTF-8 that was looked through. */
export interface Parts {
  readonly files: Map<string, string>;
  /** Passages that Word doesn't show, and pictures: how many were left out. */
  readonly hidden: number;
}

const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
const MAIN = /^word\/document\d*\.xml$/;

/** How words look and where Word was when it saved: half of most documents, and nothing to a reader. */
const LOOKS =
  /<w:(?:rFonts|lang|szC?s?|color|kern|spacing|ind|jc|shd|proofErr|bookmark(?:Start|End)|lastRenderedPageBreak|noProof|bCs|iCs|rtl|snapToGrid|w|position|effect|contextualSpacing|keepNext|keepLines|widowControl)(?: [^<>]*)?\/>/g;

/**
 * Reads a Word file (ECMA-376) strictly: archive within its limits, and in it XML that declares no entities, is not
 * deeper or larger than any document is, and refers to no character that XML forbids. Pictures, macros and embedded
 * files are not even unpacked. Rejects with a ZipFault that says why.
 */
export async function readParts(bytes: Uint8Array): Promise<Parts> {
  const entries = readDirectory(bytes);
  if (!entries.some(({ name }) => MAIN.test(name)))
    throw new ZipFault('is no Word document: its text is missing');
  const files = new Map<string, string>();
  let [elements, hidden] = [0, 0];
  for (const entry of entries) {
    if (!PART.test(entry.name)) continue;
    if (entry.size > DOCX_PART_LENGTH) throw new ZipFault('has more text than can be read at once', true);
    // oxlint-disable-next-line no-await-in-loop -- one part at a time, so that only one is in memory twice
    const xml = decodeText(await unpack(bytes, entry))
      .text.replace(/^\ufeff/, '')
      .replace(LOOKS, '');
    elements += check(xml);
    // Nothing of a file of links is shown, and what is no web address is dropped.
    if (!entry.name.endsWith('.rels')) checkCharacters(xml);
    if (elements > DOCX_ELEMENTS) throw new ZipFault('has more text than can be read at once', true);
    const shown = withoutHidden(xml.replace(/^<\?xml[^>]*\?>/, ''));
    hidden += shown.hidden;
    files.set(entry.name, shown.xml);
  }
  return { files, hidden };
}

/** Throws for XML that no word processor writes; counts its elements. */
function check(xml: string): number {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new ZipFault('declares entities, which no Word document does');
  if (xml.includes('\0')) throw new ZipFault('is in an encoding that is not read here');
  let [depth, elements] = [0, 0];
  for (const [sign] of xml.matchAll(/<\/|\/>|<[^!?/]/g)) {
    const opens = sign[0] === '<' && sign !== '</';
    depth += opens ? 1 : -1;
    if (opens) elements += 1;
    if (depth > DOCX_DEPTH) throw new ZipFault('is nested deeper than any document');
  }
  return elements;
}

/** Throws for references to characters that XML 1.0 forbids (section 2.2). */
function checkCharacters(xml: string): void {
  for (const [, hex, decimal] of xml.matchAll(/&#(?:x([\da-f]+)|(\d+));/gi)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isXml =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0xd800) ||
      (code >= 0xe000 && code < 0x110000);
    if (!isXml) throw new ZipFault('holds characters that do not exist');
  }
}

/** The XML without the runs that are set as hidden text. */
function withoutHidden(xml: string): { xml: string; hidden: number } {
  if (!xml.includes('<w:vanish')) return { xml, hidden: 0 };
  const pieces: string[] = [];
  let [hidden, from, at] = [0, 0, 0];
  for (;;) {
    const vanish = xml.indexOf('<w:vanish', at);
    if (vanish < 0) break;
    at = vanish + 9;
    if (/^ w:val="(?:0|false|off)"/.test(xml.slice(at, at + 20))) continue;
    const start = Math.max(xml.lastIndexOf('<w:r>', vanish), xml.lastIndexOf('<w:r ', vanish));
    const end = xml.indexOf('</w:r>', vanish);
    // A run of its own: a paragraph's mark may be hidden too, and that hides no words.
    if (end < 0 || start < from || xml.slice(start, vanish).includes('</w:r>')) continue;
    if (/<w:(?:r|p)[ >]/.test(xml.slice(start + 4, end))) continue;
    pieces.push(xml.slice(from, start));
    from = end + 6;
    at = from;
    hidden += 1;
  }
  return { xml: [...pieces, xml.slice(from)].join(''), hidden };
}
