/*
 * The headers ask for Trusted Types: what becomes a document or a worker's address must come from the site's one
 * policy. It stays in this file, and what goes out of it can do no harm: documents that are inert, and addresses of
 * this origin, which is where the build puts our own workers.
 */

interface Policy {
  readonly createHTML: (html: string) => unknown;
  readonly createScriptURL: (address: string) => unknown;
}
interface Rules {
  readonly createHTML: (html: string) => string;
  readonly createScriptURL: (address: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Rules) => Policy;
}

const rules: Rules = { createHTML: (html) => html, createScriptURL: ownAddress };
let policy: Policy | undefined;

function ownPolicy(): Policy {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not every browser has it, and the types none
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('sidegloss', rules) ?? rules;
  return policy;
}

/**
 * HTML as a document of its own that nobody sees: it runs no script, loads nothing and is never part of the page
 * (DOMParser, HTML Standard: scripting is disabled and there is no browsing context). Its URL is the page's: relative
 * addresses in it mean nothing.
 */
export function parseInert(html: string): Document {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types don't know what DOMParser accepts
  return new DOMParser().parseFromString(ownPolicy().createHTML(html) as string, 'text/html');
}

/** Starts a worker of our own. Throws a TypeError for an address that is not of this origin. */
export function startWorker(address: string): Worker {
  return new Worker(admitted(address), { type: 'module' });
}

/** How long a page that is never idle is waited for. */
const IDLE: IdleRequestOptions = { timeout: 5000 };

/**
 * Registers the site's service worker once the page has loaded and rests, so that it takes nothing from the first view. Null where it is
 * unwanted by then, and where a browser has none or refuses it: the site is then the same, but needs a network, and nothing can be shared to it.
 */
export async function registerServiceWorker(
  address: string,
  isUnwanted: () => boolean,
): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
  // Not in every browser.
  if ('requestIdleCallback' in globalThis) await new Promise((idle) => requestIdleCallback(idle, IDLE));
  if (isUnwanted()) return null;
  try {
    // What the browser keeps of the script is not asked, so that a new version is seen at once.
    return await navigator.serviceWorker.register(admitted(address), { updateViaCache: 'none' });
  } catch {
    return null;
  }
}

function admitted(address: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types don't know yet what workers accept
  return ownPolicy().createScriptURL(address) as string;
}

function ownAddress(address: string): string {
  const { origin, href } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`${address} is no worker of ours`);
  return href;
}
