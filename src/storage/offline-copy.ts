/*
 * The site's files, kept in this browser so that it works without a network: one copy for each version, in a cache of
 * its own (Cache Storage, https://w3c.github.io/ServiceWorker/#cache-objects). The service worker makes and uses the
 * copies; pages only ask whether there is one.
 */

/** What a version of the site is made of, as the build lists it. Paths are relative to the site's root, `` is the root's page. */
export interface SiteFiles {
  /** Another one for every other content of any file. */
  readonly version: string;
  /** What is kept at once: a path, and what its content must hash to (Subresource Integrity); empty where the name says it. */
  readonly kept: readonly (readonly [path: string, integrity: string])[];
  /** What is kept when it is first used: fonts for other scripts. */
  readonly whenUsed: readonly string[];
  /** The size of what is kept at once. */
  readonly bytes: number;
}

/** A copy that is there whole. */
export interface OfflineCopy {
  readonly files: number;
  readonly bytes: number;
}

/** Several sites may share an origin, each under its own path; what begins like this is a copy of one of them. */
export const COPIES = 'sidegloss-site ';
/** So many files are fetched at a time: the page that is open comes first. */
const AT_A_TIME = 4;
/** What a copy says of itself, under addresses that no file has: that it is whole, and which copies it has replaced. */
const WHOLE = '?whole';
const REPLACED = '?replaced';
/** Servers say of compressed files that they vary by what a browser accepts, which is the same all the time. */
const ANY: CacheQueryOptions = { ignoreVary: true };

const copiesOf = (site: string): string => `${COPIES}${new URL(site).pathname} `;
const copyName = (site: string, version: string): string => copiesOf(site) + version;

/**
 * Makes the copy of a version: all of its files, or it rejects. `site` is the absolute address of the site's root. What
 * an attempt before has fetched is taken from there, and what another copy has under a name that says the content. A
 * page that is of another version by now, because it was deployed meanwhile, is refused. Of what is kept when it is used,
 * that is kept which has been used.
 */
export async function keepCopy(site: string, { version, kept, whenUsed, bytes }: SiteFiles): Promise<void> {
  const cache = await caches.open(copyName(site, version));
  const copy = async (path: string, integrity: string): Promise<void> => {
    const address = new URL(path, site).href;
    if (await cache.match(address, ANY)) return;
    const before = integrity === '' ? await fromCopies(site, address) : undefined;
    await cache.put(address, before ?? (await fetched(address, integrity)));
  };
  const waiting = [...kept];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, a few of these side by side
      await copy(...next);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  for (const path of whenUsed) {
    const address = new URL(path, site).href;
    // oxlint-disable-next-line no-await-in-loop
    const used = (await fromCopies(site, address)) ?? (await seenBefore(address));
    // oxlint-disable-next-line no-await-in-loop
    if (used) await cache.put(address, used);
  }
  const whole: OfflineCopy = { files: kept.length, bytes };
  await cache.put(new URL(WHOLE, site).href, Response.json(whole));
}

async function fetched(address: string, integrity: string): Promise<Response> {
  const response = await fetch(address, {
    // What has a content of its own under its name may come from where the page has it; all else is asked for again.
    ...(integrity !== '' && { integrity, cache: 'no-cache' }),
    priority: 'low',
  });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!response.redirected) return response;
  // A page is refused by browsers where it says that it came from elsewhere.
  return new Response(response.body, { headers: response.headers });
}

/** A file that the browser has by itself, because a page has asked for it; undefined where not. Nothing is fetched. */
async function seenBefore(address: string): Promise<Response | undefined> {
  try {
    const response = await fetch(address, { cache: 'only-if-cached', mode: 'same-origin' });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

/** A file of a version's copy; undefined where it is not there. */
export async function fromCopy(site: string, version: string, path: string): Promise<Response | undefined> {
  return caches.match(new URL(path, site).href, { ...ANY, cacheName: copyName(site, version) });
}

/** A file of any copy of the site, for files whose name says their content; undefined where none has it. */
export async function fromCopies(site: string, address: string): Promise<Response | undefined> {
  for (const name of await copyNames(site)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, until one has it
    const found = await caches.match(address, { ...ANY, cacheName: name });
    if (found) return found;
  }
  return undefined;
}

/** Adds a file to a copy, where that is there: a copy that the reader has deleted does not come back by it. */
export async function addToCopy(
  site: string,
  version: string,
  file: { readonly address: string; readonly response: Response },
): Promise<void> {
  const name = copyName(site, version);
  if (await caches.has(name)) await (await caches.open(name)).put(file.address, file.response);
}

/**
 * Remembers with a version's copy which others are there, now that it is in use: those are older. Not to be asked while
 * a newer one is being made.
 */
export async function replaceCopies(site: string, version: string): Promise<void> {
  const own = copyName(site, version);
  const others = (await copyNames(site)).filter((name) => name !== own);
  const remembered = { address: new URL(REPLACED, site).href, response: Response.json(others) };
  await addToCopy(site, version, remembered);
}

/** Deletes the copies that a version has replaced, once no page needs them any more. */
export async function dropReplaced(site: string, version: string): Promise<void> {
  const remembered = await fromCopy(site, version, REPLACED);
  if (!remembered) return;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `replaceCopies` has written it
  const names = (await remembered.json()) as readonly string[];
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The copy with which the site works offline; null where there is none (yet), or the browser keeps nothing. */
export async function offlineCopy(site: string): Promise<OfflineCopy | null> {
  try {
    const whole = await fromCopies(site, new URL(WHOLE, site).href);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `keepCopy` has written it
    return whole ? ((await whole.json()) as OfflineCopy) : null;
  } catch {
    return null;
  }
}

async function copyNames(site: string): Promise<string[]> {
  const begin = copiesOf(site);
  return (await caches.keys()).filter((name) => name.startsWith(begin));
}
