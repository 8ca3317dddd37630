import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import {
  DEFAULT_PREFERENCES,
  readPreferences,
  writePreferences,
  type Preferences,
} from '../storage/preferences.ts';
import { createLiveValue } from '../ui/live-value.ts';
import { PreferencesContext } from '../ui/preferences.ts';
import { KeepingProvider } from './keeping-provider.tsx';
import { showColumns, showPreferences } from './theme.ts';

/** The cache of articles. They don't change under a reader, and a page that is offline still has what it has. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, gcTime: Infinity },
    },
  });
}

/** What lives as long as the page: the cache of articles, the address, the reader's preferences. */
export function Providers(props: { client: QueryClient; path?: string; children: ReactNode }) {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return (
    <QueryClientProvider client={props.client}>
      <Router base={base} {...(props.path !== undefined && { ssrPath: props.path })}>
        <PreferencesProvider>
          <KeepingProvider>{props.children}</KeepingProvider>
        </PreferencesProvider>
      </Router>
    </QueryClientProvider>
  );
}

function PreferencesProvider({ children }: { children: ReactNode }) {
  // What is served knows no reader: the stored preferences come in once the page is alive. Until then, and before
  // anything is painted, `first-paint` has put them on the root element.
  const [preferences, setPreferences] = useState(DEFAULT_PREFERENCES);
  // Where nothing is stored these are the same, and nothing is drawn again.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setPreferences(readPreferences()), []);

  const change = useCallback((some: Partial<Preferences>): void => {
    setPreferences((before) => {
      const next = { ...before, ...some };
      showPreferences(document.documentElement, next);
      writePreferences(next);
      return next;
    });
  }, []);

  // Synchronises the columns with the window's width, and preferences with other tabs.
  useEffect(() => {
    const root = document.documentElement;
    const resized = (): void => showColumns(root, readPreferences());
    const changedElsewhere = (event: StorageEvent): void => {
      if (event.key !== null && !event.key.startsWith('sidegloss.preferences')) return;
      const next = readPreferences();
      showPreferences(root, next);
      setPreferences(next);
    };
    addEventListener('resize', resized);
    addEventListener('storage', changedElsewhere);
    return () => {
      removeEventListener('resize', resized);
      removeEventListener('storage', changedElsewhere);
    };
  }, []);
  const control = useMemo(() => ({ preferences, change }), [preferences, change]);
  const [live] = useState(() => createLiveValue(control));
  useLayoutEffect(() => live.set(control), [control, live]);
  return <PreferencesContext value={live}>{children}</PreferencesContext>;
}
