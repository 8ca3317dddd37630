/** A file in an archive: its path in plain ASCII, `/` between folders. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Files as one .zip archive, stored as they are (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; method 0).
 * For a few small files that belong together: nothing is compressed, nothing may reach 4 GB. The time of all is the
 * first that the format knows, so that the same files make the same archive. Throws a RangeError for a path that is
 * not ASCII.
 */
export function formatZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const heads = entries.map((entry) => headOf(entry));
  const size = entries.reduce(
    (sum, { path, content }) => sum + LOCAL + CENTRAL + 2 * path.length + content.length,
    END,
  );
  const archive = new Uint8Array(size);
  const view = new DataView(archive.buffer);
  let at = 0;
  const word = (value: number): void => view.setUint32((at += 4) - 4, value, true);
  const put = (bytes: Uint8Array): void => archive.set(bytes, (at += bytes.length) - bytes.length);
  const starts: number[] = [];
  for (const [index, { content }] of entries.entries()) {
    starts.push(at);
    word(0x04034b50);
    put(heads[index]!.common);
    put(heads[index]!.path);
    put(content);
  }
  const directory = at;
  for (const [index, { path, common }] of heads.entries()) {
    word(0x02014b50);
    put(Uint8Array.of(20, 0));
    put(common);
    // No comment, disk 0, no attributes; then where the file begins.
    put(new Uint8Array(10));
    word(starts[index]!);
    put(path);
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
function headOf({ path, content }: ZipEntry): { common: Uint8Array; path: Uint8Array } {
  // oxlint-disable-next-line no-control-regex -- the whole of ASCII but its control characters
  if (!/^[\x20-\x7e]+$/.test(path)) throw new RangeError(`${path} is no plain name for a file`);
  const common = new DataView(new ArrayBuffer(26));
  common.setUint16(0, 20, true);
  // 1 January 1980: day and month count from 1.
  common.setUint16(8, 0x21, true);
  common.setUint32(10, crc32(content), true);
  common.setUint32(14, content.length, true);
  common.setUint32(18, content.length, true);
  common.setUint16(22, path.length, true);
  return {
    common: new Uint8Array(common.buffer),
    path: Uint8Array.from(path, (character) => character.charCodeAt(0)),
  };
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as archives have it (APPNOTE, 4.4.7). */
function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 255]!;
  return (rest ^ 0xffffffff) >>> 0;
}
