import { WORD_GROUPS, type WordGroup } from '../core/claims/word-groups.ts';
import { readItem, writeItem } from './item.ts';

/** How a reader wants the page to look. Lengths of type are in px at the browser's default text size of 16 px. */
export interface Preferences {
  readonly theme: Theme;
  readonly font: 'serif' | 'sans';
  /** Text size, 14 to 32 px; null: 19, and 18 on a phone. */
  readonly size: number | null;
  /** Line height, 1.3 to 2.2. */
  readonly leading: number;
  /** The text's width, 24 to 40 em. */
  readonly measure: number;
  /** Whether claims and notes are shown. */
  readonly claims: boolean;
  /** Whether checkable words are shown, and of which groups. */
  readonly words: boolean;
  readonly wordGroups: readonly WordGroup[];
  /** Whether single keys act (WCAG 2.1.4 Character Key Shortcuts). */
  readonly keys: boolean;
  /** Keys that the reader has put in place of the usual ones: action name to key. */
  readonly keymap: Readonly<Record<string, string>>;
}

export const THEMES = ['system', 'paper', 'night', 'sepia', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const TYPE_LIMITS = {
  size: { least: 14, most: 32, step: 1 },
  leading: { least: 1.3, most: 2.2, step: 0.1 },
  measure: { least: 24, most: 40, step: 1 },
} as const;

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  font: 'serif',
  size: null,
  leading: 1.6,
  measure: 31,
  claims: true,
  words: false,
  wordGroups: WORD_GROUPS,
  keys: true,
  keymap: {},
};

const KEY = 'sidegloss.preferences';

/** The stored preferences; whatever is missing, broken or out of range is the default's, and all of them the very same where nothing is stored. Never throws. */
export function readPreferences(): Preferences {
  try {
    const stored = readItem(KEY);
    return stored === null ? DEFAULT_PREFERENCES : repair(JSON.parse(stored));
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Stores the preferences for the next visit; false where the browser refuses, and they hold for this visit only. */
export function writePreferences(preferences: Preferences): boolean {
  return writeItem(KEY, JSON.stringify(preferences));
}

function repair(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_PREFERENCES;
  const given: Record<string, unknown> = { ...stored };
  const usual = DEFAULT_PREFERENCES;
  return {
    theme: THEMES.find((theme) => theme === given['theme']) ?? usual.theme,
    font: given['font'] === 'sans' ? 'sans' : usual.font,
    size: within(given['size'], TYPE_LIMITS.size, usual.size),
    leading: within(given['leading'], TYPE_LIMITS.leading, usual.leading),
    measure: within(given['measure'], TYPE_LIMITS.measure, usual.measure),
    claims: typeof given['claims'] === 'boolean' ? given['claims'] : usual.claims,
    words: typeof given['words'] === 'boolean' ? given['words'] : usual.words,
    wordGroups: groupsOf(given['wordGroups']) ?? usual.wordGroups,
    keys: typeof given['keys'] === 'boolean' ? given['keys'] : usual.keys,
    keymap: stringsOf(given['keymap']),
  };
}

function within<T extends number | null>(
  value: unknown,
  limits: { least: number; most: number },
  usual: T,
): number | T {
  return typeof value === 'number' && value >= limits.least && value <= limits.most ? value : usual;
}

/** The groups of words that are named, in their order; null where it is no list. */
function groupsOf(value: unknown): readonly WordGroup[] | null {
  if (!Array.isArray(value)) return null;
  const names: readonly unknown[] = value;
  return WORD_GROUPS.filter((group) => names.includes(group));
}

function stringsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
