import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from '../../tools/headers.ts';
import { serveSite, type SiteServer } from '../../tools/serve.ts';

const WORDS = `<!doctype html><title>A page</title><p>${'The same words. '.repeat(200)}`;
const folder = mkdtempSync(join(tmpdir(), 'sidegloss-serve-'));
let site: SiteServer;

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), WORDS);
  writeFileSync(join(folder, '404.html'), `${WORDS}<p>Not here.`);
  writeFileSync(join(folder, 'small.txt'), 'few');
  site = await serveSite(folder, 0, { compressed: true });
});
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

describe('a page that is served compressed', () => {
  it.each([
    ['/', 200],
    ['/nowhere/', 404],
  ])('%s has the same words and headers', async (path, status) => {
    const sent = await fetch(site.address + path);
    expect(sent.status).toBe(status);
    expect(sent.headers.get('content-encoding')).toBe('gzip');
    expect(sent.headers.get('vary')).toBe('Accept-Encoding');
    for (const [name, value] of Object.entries(headersFor(path))) expect(sent.headers.get(name)).toBe(value);
    expect(await sent.text()).toContain(WORDS);
  });

  it('goes out as it is to who asks for that, and where there is little of it', async () => {
    const plain = await fetch(site.address, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(WORDS);
    const small = await fetch(`${site.address}/small.txt`);
    expect(small.headers.get('content-encoding')).toBeNull();
    expect(await small.text()).toBe('few');
  });

  it('is not sent again to who has it', async () => {
    const tag = (await fetch(site.address)).headers.get('etag')!;
    const again = await fetch(site.address, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
  });
});
