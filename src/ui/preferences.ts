import { createContext, useContext } from 'react';
import { DEFAULT_PREFERENCES, type Preferences } from '../storage/preferences.ts';
import { createLiveValue, useLiveValue, type LiveValue } from './live-value.ts';

/** The reader's preferences and the way to change some of them; the change shows at once and is kept. */
export interface PreferencesControl {
  readonly preferences: Preferences;
  readonly change: (some: Partial<Preferences>) => void;
}

export const PreferencesContext = createContext<LiveValue<PreferencesControl>>(
  createLiveValue<PreferencesControl>({ preferences: DEFAULT_PREFERENCES, change: () => undefined }),
);

export function usePreferences(): PreferencesControl {
  return useLiveValue(useContext(PreferencesContext));
}
