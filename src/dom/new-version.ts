/** What a page, or the worker before, tells the worker of a newer version that waits. */
export const TAKE_OVER = 'take over';

/** Lets a worker take over that waits, or as soon as it would wait. */
export function letTakeOver(next: ServiceWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
  next.postMessage(TAKE_OVER);
}

/** How long a page that is seen again waits before it asks anew whether there is a newer version, in ms. */
const ASK_AGAIN = 3_600_000;
/** How long a new worker may take to begin when it was told to, in ms; after that the page is loaded again anyhow. */
const BEGIN = 5000;
/** A worker that waits so long, in ms, was not told to take over by the one before it. */
const SETTLED = 500;

/**
 * Tells once a newer version of the site is ready and waits, at once or later, each time that there is another one. The
 * browser looks for one whenever a page is opened; a page that stays open looks when it is seen again.
 */
export function watchNewVersion(registration: ServiceWorkerRegistration, ready: () => void): void {
  const look = (): void => {
    const { waiting } = registration;
    // The first version of all replaces nothing.
    if (!waiting || !registration.active) return;
    setTimeout(() => registration.waiting === waiting && ready(), SETTLED);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  look();
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** Loads the page again in the newest version, which other pages then get as well when they are loaded again. */
export function loadNewVersion(registration: ServiceWorkerRegistration): void {
  const reload = (): void => location.reload();
  // Where another page has let it take over, nothing waits any more.
  if (!registration.waiting) return reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  setTimeout(reload, BEGIN);
  letTakeOver(registration.waiting);
}
