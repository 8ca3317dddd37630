import { SHARES_WAITING, SHARE_SIZE } from '../core/limits.ts';

/*
 * What other apps share to the installed Sidegloss (Web Share Target, https://w3c.github.io/web-share-target/). The
 * browser posts it as a form; the service worker keeps the form's body as it came, each share under an address of its
 * own, and the page takes it from there. So the worker parses nothing, and no share is ever put over another.
 */

/** What was shared, as it came: nothing in it is to be trusted. Empty texts where a field was not given. */
export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly files: readonly File[];
}

const CACHE = 'sidegloss-shared';
const FILES = 'files';

/** What became of a share, as `/own/new/?shared=` says it: `1` is kept. */
export type ShareOutcome = '1' | 'too-large' | 'failed';

/** Keeps a posted form until a page takes it. Whoever can post to the site can put something here. */
export async function keepShared(request: Request, id: string): Promise<ShareOutcome> {
  try {
    const body = await request.blob();
    if (body.size > SHARE_SIZE) return 'too-large';
    const cache = await caches.open(CACHE);
    const waiting = await cache.keys();
    const oldest = waiting.slice(0, Math.max(0, waiting.length + 1 - SHARES_WAITING));
    await Promise.all(oldest.map((one) => cache.delete(one)));
    const type = request.headers.get('Content-Type') ?? '';
    await cache.put(`/shared-in/${id}`, new Response(body, { headers: { 'Content-Type': type } }));
    return '1';
  } catch {
    return 'failed';
  }
}

/**
 * Takes what was shared last out of where the worker keeps it; asked again, what came before that. Null where nothing
 * waits. Two pages never get the same share. What is no form, or an empty one, is thrown away.
 */
export async function takeShared(): Promise<Shared | null> {
  if (!('caches' in globalThis) || !(await caches.has(CACHE))) return null;
  const cache = await caches.open(CACHE);
  for (const key of (await cache.keys()).toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, until one is ours
    const shared = await takeOne(cache, key);
    if (shared) return shared;
  }
  return null;
}

async function takeOne(cache: Cache, key: Request): Promise<Shared | null> {
  const kept = await cache.match(key);
  // Who deletes it has it: another page may have been here since.
  if (!kept || !(await cache.delete(key))) return null;
  try {
    const form = await kept.formData();
    const textOf = (field: string): string => {
      const value = form.get(field);
      return typeof value === 'string' ? value : '';
    };
    const files = form
      .getAll(FILES)
      .flatMap((value) => (value instanceof File && value.size > 0 ? [value] : []));
    const shared: Shared = { title: textOf('title'), text: textOf('text'), url: textOf('url'), files };
    return shared.title + shared.text + shared.url !== '' || files.length > 0 ? shared : null;
  } catch {
    return null;
  }
}
