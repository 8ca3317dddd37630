import { crc32 } from './crc32.ts';

/** A file in an archive: its path in plain ASCII, `/` between folders. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Files as one .zip archive, stored as they are, under plain names; see `packFiles`. Throws a RangeError for a path that is
 * not ASCII.
 */
export function formatZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  return packFiles(
    entries.map(({ path, content }) => {
      // oxlint-disable-next-line no-control-regex -- the whole of ASCII but its control characters
      if (!/^[\x20-\x7e]+$/.test(path)) throw new RangeError(`${path} is no plain name for a file`);
      return { name: Uint8Array.from(path, (character) => character.charCodeAt(0)), content };
    }),
  );
}

/** A file in an archive: its path in UTF-8, `/` between folders. */
export interface PackedFile {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * Files as one .zip archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; method 0). For a few files that
 * belong together: nothing is compressed, nothing may reach 4 GB. The time of all is the first that the format knows, so
 * that the same files make the same archive.
 */
export function packFiles(entries: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const heads = entries.map((entry) => headOf(entry));
  const size = entries.reduce(
    (sum, { name, content }) => sum + LOCAL + CENTRAL + 2 * name.length + content.length,
    END,
  );
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  let at = 0;
  const word = (value: number): void => view.setUint32((at += 4) - 4, value, true);
  const put = (bytes: Uint8Array): void => archive.set(bytes, (at += bytes.length) - bytes.length);
  const starts: number[] = [];
  for (const [index, { name, content }] of entries.entries()) {
    starts.push(at);
    word(0x04034b50);
    put(heads[index]!);
    put(name);
    put(content);
  }
  const directory = at;
  for (const [index, { name }] of entries.entries()) {
    word(0x02014b50);
    put(Uint8Array.of(20, 0));
    put(heads[index]!);
    // No comment, disk 0, no attributes; then where the file begins.
    put(new Uint8Array(10));
    word(starts[index]!);
    put(name);
  }
  const length = at - directory;
  word(0x06054b50);
  word(0);
  put(Uint8Array.of(entries.length & 255, entries.length >> 8, entries.length & 255, entries.length >> 8));
  word(length);
  word(directory);
  return archive;
}

/** Sizes of the fixed parts, bytes. */
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;

/** What the header before a file and its entry in the directory have in common: version to the length of the extra field. */
function headOf({ name, content }: PackedFile): Uint8Array {
  const common = new DataView(new ArrayBuffer(26));
  common.setUint16(0, 20, true);
  // Names are UTF-8, which is only said where it matters (APPNOTE, 4.4.4, bit 11).
  if (name.some((byte) => byte > 0x7f)) common.setUint16(2, 0x800, true);
  // 1 January 1980: day and month count from 1.
  common.setUint16(8, 0x21, true);
  common.setUint32(10, crc32(content), true);
  common.setUint32(14, content.length, true);
  common.setUint32(18, content.length, true);
  common.setUint16(22, name.length, true);
  return new Uint8Array(common.buffer);
}
