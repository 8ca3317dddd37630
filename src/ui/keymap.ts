/** What single keys do, in the order in which they are listed, with the key that each has at first. */
const USUAL = {
  nextTurn: 'j',
  previousTurn: 'k',
  nextQuestion: 'q',
  previousQuestion: 'Q',
  nextNote: ']',
  previousNote: '[',
  highlight: 'h',
  note: 'n',
  claim: 'c',
  quote: 'y',
  link: 'l',
  share: 's',
  cursor: 'i',
  panel: 'p',
  view: 'v',
  notes: 'm',
  voice: 'f',
  find: '/',
  keys: '?',
} as const;

export type Action = keyof typeof USUAL;

/** All actions in the order in which they are listed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
export const ALL_ACTIONS = Object.keys(USUAL) as Action[];

/** The key of every action: the usual ones with the reader's own in their place. */
export function keysOf(keymap: Readonly<Record<string, string>>): ReadonlyMap<Action, string> {
  return new Map(ALL_ACTIONS.map((action) => [action, keymap[action] ?? USUAL[action]]));
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
