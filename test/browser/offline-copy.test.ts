import { afterEach, expect, it, vi } from 'vitest';
import {
  dropReplaced,
  fromCopies,
  fromCopy,
  keepCopy,
  offlineCopy,
  replaceCopies,
  type SiteFiles,
} from '../../src/storage/offline-copy.ts';

const SITE = new URL('/src/', location.href).href;
const PAGE = 'storage/item.ts';
const ASSET = 'storage/forget-items.ts';

/** What a file must hash to to be taken. */
async function integrityOf(path: string): Promise<string> {
  const content = await (await fetch(new URL(path, SITE))).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
async function filesOf(version: string, more: Partial<SiteFiles> = {}): Promise<SiteFiles> {
  const kept = [
    [PAGE, await integrityOf(PAGE)],
    [ASSET, ''],
  ] as const;
  return { version, kept, whenUsed: [], bytes: 1234, ...more };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
});

it('a copy that is whole says so, and has every file', async () => {
  await keepCopy(SITE, await filesOf('a'));
  expect(await offlineCopy(SITE)).toEqual({ files: 2, bytes: 1234 });
  expect(await (await fromCopy(SITE, 'a', PAGE))?.text()).toContain('readItem');
  expect(await fromCopy(SITE, 'b', PAGE)).toBeUndefined();
});

it('a page of another version is refused, and a copy without it is none', async () => {
  const kept = [
    [ASSET, ''],
    [PAGE, 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ] as const;
  await expect(keepCopy(SITE, await filesOf('a', { kept }))).rejects.toThrow(/fetch|404/);
  expect(await offlineCopy(SITE)).toBeNull();
});

it('a copy that was cut short goes on where it was, and takes from others what cannot differ', async () => {
  await keepCopy(SITE, await filesOf('a'));
  const wrong = await filesOf('b', {
    kept: [
      [ASSET, ''],
      ['nowhere.html', 'sha256-AAAA'],
    ],
  });
  await expect(keepCopy(SITE, wrong)).rejects.toThrow(/fetch|404/);
  const files = await filesOf('b');
  const fetched = vi.spyOn(globalThis, 'fetch');
  await keepCopy(SITE, files);
  await keepCopy(SITE, files);
  expect(fetched.mock.calls.map(([address]) => address)).toEqual([SITE + PAGE]);
});

it('only older copies of the same site are dropped', async () => {
  await keepCopy(SITE, await filesOf('a'));
  await caches.open('sidegloss-site /elsewhere/ a');
  await keepCopy(SITE, await filesOf('b'));
  await replaceCopies(SITE, 'b');
  await keepCopy(SITE, await filesOf('c'));
  await dropReplaced(SITE, 'b');
  expect((await caches.keys()).toSorted()).toEqual([
    'sidegloss-site /elsewhere/ a',
    'sidegloss-site /src/ b',
    'sidegloss-site /src/ c',
  ]);
  expect(await fromCopies(SITE, SITE + ASSET)).toBeDefined();
});
