/*
 * The headers ask for Trusted Types: a worker's address must come from the site's policy. It admits files of this
 * origin only, which is where the build puts our own.
 */

interface Policy {
  readonly createScriptURL: (address: string) => unknown;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => Policy;
}

let policy: Policy | null | undefined;

/** Starts a worker of our own. Throws a TypeError for an address that is not of this origin. */
export function startWorker(address: string): Worker {
  return new Worker(admitted(address), { type: 'module' });
}

/**
 * Registers the site's service worker once the page has loaded, so that it takes nothing from the first view. Where a
 * browser has none or refuses it, the site is the same but for what other apps share to it.
 */
export function registerServiceWorker(address: string): void {
  if (!('serviceWorker' in navigator)) return;
  const register = (): void => {
    // What the browser keeps of the script is not asked, so that a new version is seen at once.
    void navigator.serviceWorker
      .register(admitted(address), { updateViaCache: 'none' })
      .catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

function admitted(address: string): string {
  if (policy === undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not every browser has it, and the types none
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    policy = trustedTypes?.createPolicy('sidegloss', { createScriptURL: ownAddress }) ?? null;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types don't know yet what workers accept
  return (policy ? policy.createScriptURL(address) : ownAddress(address)) as string;
}

function ownAddress(address: string): string {
  const { origin, href } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`${address} is no worker of ours`);
  return href;
}
