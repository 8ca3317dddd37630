import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatZip } from '../../../src/core/page/format-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = [
  { path: 'talk/article.txt', content: bytes('Words – 你好 😀\n') },
  { path: 'talk/article.json', content: bytes('{}') },
  { path: 'talk/empty', content: bytes('') },
];

describe('an archive', () => {
  it('is unpacked by another program, each file as it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidegloss-'));
    try {
      writeFileSync(join(folder, 'a.zip'), formatZip(FILES));
      const script =
        'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
      execFileSync('python3', ['-c', script, join(folder, 'a.zip'), folder]);
      for (const { path, content } of FILES)
        expect([...readFileSync(join(folder, path))]).toEqual([...content]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      console.log('There is no python3 to unpack the archive with.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has the check sum and the places that the format asks for', () => {
    const archive = formatZip([{ path: 'a', content: bytes('123456789') }]);
    const view = new DataView(archive.buffer);
    // The check value of CRC-32.
    expect(view.getUint32(14, true)).toBe(0xcbf43926);
    expect(archive).toHaveLength(30 + 1 + 9 + 46 + 1 + 22);
    expect(view.getUint32(40, true)).toBe(0x02014b50);
    expect(view.getUint32(87, true)).toBe(0x06054b50);
    expect(view.getUint32(87 + 16, true)).toBe(40);
  });

  it('takes plain names only', () => {
    expect(() => formatZip([{ path: 'ä', content: bytes('') }])).toThrow(RangeError);
  });
});
