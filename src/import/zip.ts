import { ZIP_ENTRIES, ZIP_RATIO, ZIP_SIZE, ZIP_SMALL } from '../core/limits.ts';
import { crc32 } from '../core/page/crc32.ts';
import { packFiles } from '../core/page/format-zip.ts';

/** A file in a zip archive, as the archive's directory declares it. Sizes and offsets in bytes. */
export interface Entry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

/** Why an archive is not read, for a person: the end of a sentence that begins with "This file". */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
  readonly isTooLarge: boolean;

  constructor(message: string, isTooLarge = false) {
    super(message);
    this.isTooLarge = isTooLarge;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;

/**
 * The files of a zip archive (PKWARE APPNOTE 6.3), strictly: one volume, no encryption, no zip64, no other compression
 * than deflate, no byte before, after or shared between the files, every name relative and used once, and within the
 * limits above by what the archive declares. Throws a ZipFault for all else. Nothing is unpacked.
 */
export function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const begin = view.getUint32(end + 16, true);
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw new ZipFault('is one part of several');
  if (count === 0xffff || size === 0xffffffff || begin === 0xffffffff)
    throw new ZipFault('is in the zip64 format');
  if (begin + size !== end) throw new ZipFault('has a damaged directory');
  if (count > ZIP_ENTRIES) throw new ZipFault(`holds more than ${ZIP_ENTRIES} files`, true);
  const entries: Entry[] = [];
  let at = begin;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new ZipFault('has a damaged directory');
    const extra = at + 46 + view.getUint16(at + 28, true);
    const comment = extra + view.getUint16(at + 30, true);
    const next = comment + view.getUint16(at + 32, true);
    if (next > end) throw new ZipFault('has a damaged directory');
    checkExtra(view, extra, comment);
    entries.push(entryAt(bytes, view, at));
    at = next;
  }
  if (at !== end) throw new ZipFault('has a damaged directory');
  checkTogether(entries, begin);
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    const isEnd =
      view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength;
    if (isEnd) return at;
  }
  throw new ZipFault('is damaged or was not downloaded to its end');
}

/** Extra fields must fill their place exactly; one that speaks of zip64 means sizes that are not where we look. */
function checkExtra(view: DataView, start: number, end: number): void {
  let at = start;
  while (at + 4 <= end) {
    if (view.getUint16(at, true) === 1) throw new ZipFault('is in the zip64 format');
    at += 4 + view.getUint16(at + 2, true);
  }
  if (at !== end) throw new ZipFault('has a damaged directory');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameSize = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameSize));
  if (flags & 0b10_0000_0100_0001)
    throw new ZipFault('is encrypted: take the password off and bring it again');
  if (method !== 0 && method !== 8) throw new ZipFault('is packed in a way that is not read here');
  if (/^[/\\]|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)|\p{Cc}|\ufffd/iu.test(name) || name === '')
    throw new ZipFault('holds a file with a forbidden name');
  if (view.getUint16(at + 34, true) !== 0) throw new ZipFault('is one part of several');
  const local = view.getUint32(at + 42, true);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new ZipFault('is damaged');
  const localNameSize = view.getUint16(local + 26, true);
  const localName = new TextDecoder().decode(bytes.subarray(local + 30, local + 30 + localNameSize));
  if (localName !== name || view.getUint16(local + 8, true) !== method)
    throw new ZipFault('contradicts itself');
  if (method === 0 && packed !== size) throw new ZipFault('contradicts itself');
  if (size > ZIP_SMALL && size > packed * ZIP_RATIO)
    throw new ZipFault('unpacks to far more than it should', true);
  const start = local + 30 + localNameSize + view.getUint16(local + 28, true);
  const crc = view.getUint32(at + 16, true);
  return { name, method: method === 0 ? 'stored' : 'deflated', crc, packed, size, start };
}

function checkTogether(entries: readonly Entry[], directory: number): void {
  if (entries.reduce((sum, { size }) => sum + size, 0) > ZIP_SIZE)
    throw new ZipFault('unpacks to more than 64 MB', true);
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length)
    throw new ZipFault('holds two files of one name');
  let end = 0;
  for (const { start, packed, name } of entries.toSorted((a, b) => a.start - b.start)) {
    // A name's bytes and a header stand before each file; where they would lie inside another file, the two share bytes.
    if (start - 30 - name.length < end || start + packed > directory)
      throw new ZipFault('contradicts itself');
    end = start + packed;
  }
}

/**
 * A file unpacked. Its bytes are counted while they come, so that no header can lie about them: they must be exactly
 * as many as declared, with the declared check sum. Rejects with a ZipFault.
 */
export async function unpack(bytes: Uint8Array, entry: Entry): Promise<Uint8Array> {
  const packed = bytes.slice(entry.start, entry.start + entry.packed);
  const unpacked = entry.method === 'stored' ? packed : await inflate(packed, entry.size);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw new ZipFault('is damaged');
  return unpacked;
}

async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const fed = feed(packed, stream.writable.getWriter());
  const unpacked = new Uint8Array(size);
  let length = 0;
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream comes piece by piece
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > size) throw new ZipFault('unpacks to more than it says', true);
      unpacked.set(value, length);
      length += value.length;
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    await fed;
    throw error instanceof ZipFault ? error : new ZipFault('is damaged');
  }
  if (length !== size) throw new ZipFault('is damaged');
  return unpacked;
}

/** Bytes handed over in pieces so small that what one expands to (a thousandfold at most) fits into memory. */
const PIECE = 8_192;

async function feed(
  packed: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      // oxlint-disable-next-line no-await-in-loop -- the next piece when there is room for it
      await writer.ready;
      // oxlint-disable-next-line no-await-in-loop
      await writer.write(packed.subarray(at, at + PIECE));
    }
    await writer.close();
  } catch {
    // The reader is told of the same fault, and says it.
  }
}

/** An archive of files that are stored as they are, for a library that reads nothing else than archives. */
export function packStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return packFiles([...files].map(([name, content]) => ({ name: encoder.encode(name), content })));
}
