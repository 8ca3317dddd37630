import { keepShared } from '../storage/shared-in.ts';

/*
 * The site's service worker: a script of its own, built into one file. So far it does one thing, it takes over what
 * other apps share to the installed site. Everything else goes past it, and it holds no files: so a new version of it
 * has nothing to break in pages that are open, and waits until they are closed, as workers do of themselves. What is
 * to work offline is answered here, too, once it is: in `fetch` for GET, with the files put away in `install`; the
 * route in `install` that leaves GET to the network then goes.
 *
 * Our own, and no library: a precache is what those are for, and there is none.
 */

/** What a worker has that a page has not; the project's types are those of pages. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install', listen: (event: InstallEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
}
interface InstallEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
  /** Static routing (https://github.com/WICG/service-worker-static-routing-api): not in every browser. */
  readonly addRoutes?: (routes: object) => Promise<void>;
}
interface FetchEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this script runs nowhere else
const worker = globalThis as unknown as WorkerScope;
const TARGET = new URL('own/new/', worker.registration.scope).href;

worker.addEventListener('install', (event) => {
  // Pages and files need not wait for the worker to wake up. Without it they pass through `fetch`, unanswered.
  const routed = event.addRoutes?.({ condition: { requestMethod: 'get' }, source: 'network' });
  if (routed) event.waitUntil(routed.catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method === 'POST' && mode === 'navigate' && url === TARGET) event.respondWith(receive(event.request));
});

/** Keeps what was shared and opens the page that asks what to do with it; a reload of that posts nothing again. */
async function receive(request: Request): Promise<Response> {
  const outcome = await keepShared(request, crypto.randomUUID());
  return Response.redirect(`${TARGET}?shared=${outcome}`, 303);
}
