import { createRoot } from 'react-dom/client';
import { loadNewVersion, watchNewVersion } from '../dom/new-version.ts';
import { registerServiceWorker } from '../dom/trusted.ts';
import { isForgotten } from '../storage/item.ts';
import { PART_MISSING } from '../ui/lazy-part.ts';
import { SiteNotice, type SiteNews } from '../ui/site-notice.tsx';

/**
 * Looks after the site itself while a page of it is open: keeps it for offline, offers a newer version, and says when a
 * part of the page could not be fetched. It comes after the page is there, and is a root of its own beside it: it is
 * needed when parts are missing, and on every page. A site in development has no service worker: it would outlive the
 * work on it.
 */
export async function keepUp(): Promise<void> {
  watchMissingParts(() => show('part-missing', () => location.reload()));
  if (!import.meta.env.PROD) return;
  const registration = await registerServiceWorker(
    `${import.meta.env.BASE_URL}service-worker.js`,
    // What was deleted meanwhile must not come back from here.
    isForgotten,
  );
  if (registration)
    watchNewVersion(registration, () => show('new-version', () => loadNewVersion(registration)));
}

let place: { readonly element: HTMLElement; readonly root: ReturnType<typeof createRoot> } | null = null;

function show(news: SiteNews, reload: () => void): void {
  if (!place) {
    const element = document.body.appendChild(document.createElement('div'));
    place = { element, root: createRoot(element) };
  }
  const { root } = place;
  root.render(<SiteNotice news={news} onLater={() => root.render(null)} onReload={reload} />);
}

/** Tells when a part that was to be drawn is missing, and when something that was to be done failed for want of one. */
function watchMissingParts(missing: () => void): void {
  const failures = new WeakSet<object>();
  // Vite's event for every import that fails, caught afterwards or not.
  addEventListener('vite:preloadError', ({ payload }) => failures.add(payload));
  addEventListener('unhandledrejection', ({ reason }) => {
    if (reason instanceof Error && failures.has(reason)) missing();
  });
  addEventListener(PART_MISSING, missing);
}
