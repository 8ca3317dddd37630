import { useEffect } from 'react';

/** Gives the window the page's title; undefined while that is not known. */
export function useTitle(title: string | undefined): void {
  // Synchronises with the window's title.
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Sidegloss`;
  }, [title]);
}
