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
  if (policy === undefined) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not every browser has it, and the types none
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    policy = trustedTypes?.createPolicy('sidegloss', { createScriptURL: ownAddress }) ?? null;
  }
  const admitted = policy ? policy.createScriptURL(address) : ownAddress(address);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types don't know yet what Worker accepts
  return new Worker(admitted as string, { type: 'module' });
}

function ownAddress(address: string): string {
  const { origin, href } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`${address} is no worker of ours`);
  return href;
}
