import { letTakeOver, TAKE_OVER } from '../dom/new-version.ts';
import {
  addToCopy,
  dropReplaced,
  fromCopies,
  fromCopy,
  keepCopy,
  replaceCopies,
  type SiteFiles,
} from '../storage/offline-copy.ts';
import { keepShared } from '../storage/shared-in.ts';

/*
 * The site's service worker: a script of its own, built into one file with the list of all files of its version. It
 * keeps a copy of them and answers from there, and it takes over what other apps share to the installed site.
 *
 * A page, its chunks and its database belong to one version, so:
 * - While a page of the site is open, every other is answered from the same copy, online too. A newer version beside it
 *   would migrate the database and take it away from whoever is writing in the other tab.
 * - A newer version is copied whole, and waits. It takes over when a reader says so, or when no page is open.
 * - A visit that begins, with no other page open, gets its page from the network: what is published may have been
 *   corrected, and then a copy is no good answer. The newer version takes over as soon as it is copied. A network that
 *   does not answer in time is as none.
 * - Copies of older versions stay as long as any page is open: what has a hash in its name is looked for in all.
 */

/** What a worker has that a page has not; the project's types are those of pages. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    readonly matchAll: (of: { type: 'window'; includeUncontrolled: true }) => Promise<{ url: string }[]>;
    readonly claim: () => Promise<void>;
  };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
}
interface LifeEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends LifeEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

/** Put in by the build, at each place where it is named: so once. */
declare const SITE_FILES: SiteFiles;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this script runs nowhere else
const worker = globalThis as unknown as WorkerScope;
const SITE = worker.registration.scope;
const ROOT = new URL(SITE).pathname;
const TARGET = new URL('own/new/', SITE).href;
const FILES = SITE_FILES;
const { version, kept, whenUsed } = FILES;
const keptPaths = new Set(kept.map(([path]) => path));
const pathsWhenUsed = new Set(whenUsed);
/** How long a network has to answer when a visit begins, in ms. */
const PATIENCE = 2000;

worker.addEventListener('install', (event) => event.waitUntil(keepCopy(SITE, FILES)));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method === 'POST' && mode === 'navigate' && url === TARGET)
    return event.respondWith(receive(event.request));
  const { href, pathname } = new URL(url);
  if (method !== 'GET' || !href.startsWith(SITE)) return undefined;
  const path = pathname.slice(ROOT.length);
  if (mode === 'navigate') event.respondWith(page(event, path));
  else if (keptPaths.has(path)) event.respondWith(file(event.request, path));
  else if (path.startsWith('assets/')) event.respondWith(asset(event, path));
  return undefined;
});

async function begin(): Promise<void> {
  if (!worker.registration.installing) await replaceCopies(SITE, version);
  if (!(await isOpen())) await dropReplaced(SITE, version);
  // The page of a first visit, too, works from here on without a network.
  await worker.clients.claim();
}

/** Whether any page of the site is open: the one that a navigation is about does not count yet. */
async function isOpen(): Promise<boolean> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.some(({ url }) => url.startsWith(SITE));
}

async function page(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const keptAs = [path, `${path}/`].find((name) => keptPaths.has(name));
  const copy = keptAs === undefined ? undefined : await fromCopy(SITE, version, keptAs);
  if (copy && !(await isOpen())) {
    const fresh = await inTime(fetch(request));
    const isThere = fresh !== null && fresh.status < 500;
    event.waitUntil(renew({ isFresh: isThere }));
    return isThere ? fresh : copy;
  }
  if (copy) return copy;
  try {
    // Published since, or nowhere.
    return await fetch(request);
  } catch {
    return missing();
  }
}

/**
 * When a visit has begun: looks for a newer version. Where the page is fresh (of that version, if there is one), that
 * takes over as soon as it is copied; no other page is there to be disturbed. Otherwise it will be offered.
 */
async function renew({ isFresh }: { isFresh: boolean }): Promise<void> {
  const { registration } = worker;
  await registration.update().catch(() => undefined);
  const next = registration.installing ?? registration.waiting;
  if (!next) await dropReplaced(SITE, version);
  else if (isFresh) letTakeOver(next);
}

async function missing(): Promise<Response> {
  const copy = await fromCopy(SITE, version, '404.html');
  return copy ? new Response(copy.body, { status: 404, headers: copy.headers }) : Response.error();
}

async function file(request: Request, path: string): Promise<Response> {
  return (await fromCopy(SITE, version, path)) ?? fetch(request);
}

/** A file whose name says its content, of whatever version the page is that asks for it. */
async function asset(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const copy = await fromCopies(SITE, request.url);
  if (copy) return copy;
  const response = await fetch(request);
  if (pathsWhenUsed.has(path) && response.ok) {
    const used = { address: request.url, response: response.clone() };
    event.waitUntil(addToCopy(SITE, version, used).catch(() => undefined));
  }
  return response;
}

/** What came of it within the patience; null where nothing did. */
async function inTime<Result>(work: Promise<Result>): Promise<Result | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE);
  });
  return Promise.race([work.catch(() => null), late]);
}

/** Keeps what was shared and opens the page that asks what to do with it; a reload of that posts nothing again. */
async function receive(request: Request): Promise<Response> {
  const outcome = await keepShared(request, crypto.randomUUID());
  return Response.redirect(`${TARGET}?shared=${outcome}`, 303);
}
