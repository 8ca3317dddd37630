import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** Told to the window where a part of the page could not be fetched, also at the second attempt. */
export const PART_MISSING = 'sidegloss:part-missing';

/**
 * As React's `lazy`, for a network that fails and for a site that has changed since the page was opened: what can't be
 * fetched is asked for once more (a stylesheet gets a second try; Chromium fetches a module once as long as a page lives),
 * and then is nothing, so that the page around it stays as it is. The site's notice says so (`app/site-upkeep.tsx`).
 */
// oxlint-disable-next-line typescript/no-explicit-any -- as React says it: whatever its props are
export function lazyPart<Part extends ComponentType<any>>(
  load: () => Promise<{ default: Part }>,
): LazyExoticComponent<Part> {
  return lazy(async () => {
    try {
      return await load().catch(async (error: unknown) => {
        forgetStyles(String(error));
        return load();
      });
    } catch {
      dispatchEvent(new Event(PART_MISSING));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it takes any props, and draws nothing
      return { default: (() => null) as unknown as Part };
    }
  });
}

/** A stylesheet that could not be fetched stays linked, and would be taken for one that is there. */
function forgetStyles(error: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (error.includes(link.href)) link.remove();
}
