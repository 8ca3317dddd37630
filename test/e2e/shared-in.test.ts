import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Shared, takeShared } from '../../src/storage/shared-in.ts';
import { moduleScript } from './module-script.ts';
import { ARTICLE, useBrowser } from './page.ts';

const { withPage } = useBrowser();
let script: string;
beforeAll(async () => {
  script = await moduleScript('src/storage/shared-in.ts');
});

interface Taken extends Omit<Shared, 'files'> {
  readonly files: { name: string; type: string; text: string }[];
}

/** What the page takes of what was shared. */
async function take(page: Page): Promise<Taken | null> {
  await page.evaluate(script);
  return page.evaluate(async () => {
    const { module } = globalThis as unknown as { module: { takeShared: typeof takeShared } };
    const shared = await module.takeShared();
    if (!shared) return null;
    const files = shared.files.map(async (file) => ({
      name: file.name,
      type: file.type,
      text: await file.text(),
    }));
    return { ...shared, files: await Promise.all(files) };
  });
}

/** Lets the page see nothing of what is shared, so that it takes nothing before the test does. */
const leaveUnattended = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    if (!('caches' in globalThis)) return;
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its `this` below
    const { has } = CacheStorage.prototype;
    CacheStorage.prototype.has = async function look(name) {
      return 'module' in globalThis && has.call(this, name);
    };
  });

const workerReady = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);

/** Posts a form to the share target as the browser does it for another app: a navigation that no page of ours made. */
async function share(
  page: Page,
  fields: Record<string, string>,
  file?: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${inject('site')}/own/new/">
      <textarea name="title"></textarea><textarea name="text"></textarea><textarea name="url"></textarea>
      <input type="file" name="files"><button>Share</button></form>`,
  );
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  if (file) await page.locator('[name=files]').setInputFiles(file);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL('**/own/new/?shared=*');
}

describe('what another app shares to the installed site', () => {
  it('opens to be checked, a text or a file', async () => {
    await withPage({ worker: true }, async (page) => {
      await workerReady(page);
      await share(page, {
        title: 'A “talk” 😀',
        text: 'Q: Why does it <b>rain</b>?\n\nA: Because of the clouds.',
        url: 'https://example.org/a',
      });
      expect(new URL(page.url()).search).toBe('?shared=1');
      await page.getByText('Because of the clouds.').waitFor();
      await page.getByText('Why does it <b>rain</b>?').first().waitFor();
      expect(await page.getByLabel('Title').inputValue()).toBe('A “talk” 😀');
      await page.reload();
      await page.getByText('Nothing was shared.').waitFor();

      const words = 'Q: Does a file come, too?\n\nA: Yes – 你好.';
      await share(page, {}, { name: 'талк.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
      await page.getByText('From талк.txt').waitFor();
      await page.getByText('Yes – 你好.').waitFor();
    });
  });

  it('that is no more than an address says what to do', async () => {
    await withPage({ worker: true }, async (page) => {
      await workerReady(page);
      await share(page, { url: 'https://example.org/a' });
      await page.getByText('Only an address was shared').waitFor();
    });
  });

  it('waits its turn where nobody takes it, the last first, and none over another', async () => {
    await withPage({ worker: true }, async (page) => {
      await workerReady(page);
      await leaveUnattended(page);
      for (const text of ['one', 'two', 'three']) await share(page, { text });
      const words = 'A file, too: 你好.';
      await share(page, {}, { name: 'талк.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
      await page.getByText('Nothing was shared.').waitFor();
      expect(await take(page)).toEqual({
        title: '',
        text: '',
        url: '',
        files: [{ name: 'талк.txt', type: 'text/plain', text: words }],
      });
      const taken: (string | undefined)[] = [];
      for (let count = 0; count < 4; count += 1) taken.push((await take(page))?.text);
      expect(taken).toEqual(['three', 'two', 'one', undefined]);
    });
  });

  it('is refused where it is too large, and an empty one is thrown away', async () => {
    await withPage({ worker: true }, async (page) => {
      await workerReady(page);
      await leaveUnattended(page);
      const buffer = Buffer.alloc(11_000_001, 'a');
      await share(page, {}, { name: 'large.txt', mimeType: 'text/plain', buffer });
      expect(new URL(page.url()).search).toBe('?shared=too-large');
      expect(await take(page)).toBeNull();
      await share(page, {});
      expect(await take(page)).toBeNull();
    });
  });
});

describe('the manifest', () => {
  it('is linked, read without a fault, and names icons that are there', async () => {
    await withPage({ path: ARTICLE }, async (page) => {
      const client = await page.context().newCDPSession(page);
      const { url, errors } = await client.send('Page.getAppManifest');
      expect(url).toBe(`${inject('site')}/manifest.webmanifest`);
      expect(errors).toEqual([]);
    });
    const response = await fetch(`${inject('site')}/manifest.webmanifest`);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/manifest\+json/);
    const { icons, share_target } = (await response.json()) as {
      icons: { src: string; type: string }[];
      share_target: { action: string };
    };
    for (const { src, type } of icons) {
      const icon = await fetch(`${inject('site')}/${src}`);
      expect([icon.status, icon.headers.get('Content-Type')], src).toEqual([200, type]);
    }
    expect((await fetch(`${inject('site')}/${share_target.action}`)).status).toBe(200);
  });
});
