import mammoth from 'mammoth';
import { inPlainOrder } from '../core/text/plain-order.ts';
import { readParts, type Parts } from './docx-parts.ts';
import type { LeftOut } from './left-out.ts';
import { packStored, ZipFault } from './zip.ts';

/** A Word file as HTML that nobody has sanitised yet, or why it isn't. */
export type DocxRead =
  | {
      readonly ok: true;
      readonly html: string;
      readonly title: string | null;
      readonly author: string | null;
      readonly leftOut: readonly (readonly [LeftOut, number])[];
    }
  | { readonly ok: false; readonly reason: 'too-large' | 'unreadable'; readonly message: string };

/**
 * A Word file as HTML, by mammoth. It sees only an archive that was written anew from the parts that were looked
 * through, no style map that a document brings along, and no picture. Never rejects.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<DocxRead> {
  try {
    const parts = await readParts(bytes);
    const encoder = new TextEncoder();
    const archive = packStored(new Map([...parts.files].map(([name, xml]) => [name, encoder.encode(xml)])));
    let pictures = 0;
    // In a browser mammoth asks for an array buffer, in Node for a buffer.
    const input: { arrayBuffer: ArrayBuffer; buffer: Uint8Array } = {
      arrayBuffer: archive.buffer,
      buffer: archive,
    };
    const { value } = await mammoth.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => {
        pictures += 1;
        return Promise.resolve({ src: '' });
      }),
    });
    return {
      ok: true,
      // The arrow behind a footnote leads back on a page that isn't there.
      html: value.replaceAll(/ ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, ''),
      title: propertyIn(parts, 'dc:title'),
      author: propertyIn(parts, 'dc:creator'),
      leftOut: [['hidden', parts.hidden]],
    };
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): DocxRead {
  if (!(error instanceof ZipFault))
    return {
      ok: false,
      reason: 'unreadable',
      message: 'This Word file is damaged. Open it in a word processor and save it anew, or paste its text.',
    };
  const { message, isTooLarge } = error;
  const advice = 'Open it in a word processor and paste its text.';
  return {
    ok: false,
    reason: isTooLarge ? 'too-large' : 'unreadable',
    message: `This file ${message}. ${advice}`,
  };
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const PROPERTIES = {
  'dc:title': /<dc:title>([^<]{1,500})<\/dc:title>/,
  'dc:creator': /<dc:creator>([^<]{1,500})<\/dc:creator>/,
};

/** What a document says of itself; null where it says nothing. */
function propertyIn({ files }: Parts, name: keyof typeof PROPERTIES): string | null {
  const xml = files.get('docProps/core.xml') ?? '';
  const value = PROPERTIES[name].exec(xml)?.[1];
  const plain = value?.replace(/&(amp|lt|gt|quot|apos);/g, (_, one: string) => REFERENCES[one]!) ?? '';
  return inPlainOrder(plain).trim() || null;
}
