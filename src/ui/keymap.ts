/** What single keys do, in the order in which they are listed, with the key that each has at first. */
export const ACTIONS = {
  nextTurn: { key: 'j', label: 'Next turn' },
  previousTurn: { key: 'k', label: 'Previous turn' },
  nextQuestion: { key: 'q', label: 'Next question' },
  previousQuestion: { key: 'Q', label: 'Previous question' },
  nextNote: { key: ']', label: 'Next note or claim' },
  previousNote: { key: '[', label: 'Previous note or claim' },
  highlight: { key: 'h', label: 'Highlight the selected words, or the turn' },
  note: { key: 'n', label: 'Write a note on them (Ctrl+Enter saves)' },
  claim: { key: 'c', label: 'Mark them as a claim' },
  quote: { key: 'y', label: 'Copy them as a quote' },
  link: { key: 'l', label: 'Copy a link to them' },
  share: { key: 's', label: 'Share them: link, quote, picture' },
  cursor: { key: 'i', label: 'Text cursor: select words with arrows and Shift' },
  panel: { key: 'p', label: 'All your notes' },
  view: { key: 'v', label: 'Switch between interview and full text' },
  notes: { key: 'm', label: 'Show or hide claims and notes' },
  voice: { key: 'f', label: 'Only this voice, or all again' },
  find: { key: '/', label: 'Find in the article' },
  keys: { key: '?', label: 'All keys' },
} as const;

export type Action = keyof typeof ACTIONS;

/** All actions in the order in which they are listed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
export const ALL_ACTIONS = Object.keys(ACTIONS) as Action[];

/** The key of every action: the usual ones with the reader's own in their place. */
export function keysOf(keymap: Readonly<Record<string, string>>): ReadonlyMap<Action, string> {
  return new Map(ALL_ACTIONS.map((action) => [action, keymap[action] ?? ACTIONS[action].key]));
}

/**
 * The action of a key press, or null: none with Ctrl, Meta or Alt, none while text is being entered or composed.
 * AltGr is no Alt here, because some keyboards need it for `[` and `]`.
 */
export function actionOf(event: KeyboardEvent, keymap: Readonly<Record<string, string>>): Action | null {
  const altGraph = event.getModifierState('AltGraph');
  if (event.metaKey || event.isComposing || ((event.ctrlKey || event.altKey) && !altGraph)) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (
    target?.closest(
      'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]',
    )
  ) {
    return null;
  }
  return ownerOf(event.key, keysOf(keymap));
}

/** The action that a key belongs to, or null. */
export function ownerOf(key: string, keys: ReadonlyMap<Action, string>): Action | null {
  return ALL_ACTIONS.find((action) => keys.get(action) === key) ?? null;
}
