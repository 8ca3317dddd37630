/** What a door may leave out or change, as a person would name it: one of it, and several. */
const NAMES = {
  picture: ['a picture', 'pictures'],
  media: ['a recording or embedded page', 'recordings or embedded pages'],
  script: ['a script or style', 'scripts and styles'],
  control: ['a form field or button', 'form fields and buttons'],
  formula: ['a drawing or formula', 'drawings and formulas'],
  table: ['the columns of a table, kept as lines', 'tables with columns, kept as lines'],
  hidden: ['a hidden passage', 'hidden passages'],
  link: ['a link that leads to no web page', 'links that lead to no web page'],
  html: ['a piece of HTML', 'pieces of HTML'],
  markup: [
    'the meaning of some Markdown signs, which stand as they are',
    'the meaning of some Markdown signs, which stand as they are',
  ],
  note: ['a comment', 'comments'],
  character: ['a control character or broken letter', 'control characters or broken letters'],
  frame: ['what stands around the article on its page', 'what stands around the article on its page'],
} as const;

/** One kind of thing that can be left out. */
export type LeftOut = keyof typeof NAMES;

/** Counts what a door leaves out, to tell it at the end. */
export interface Tally {
  readonly add: (what: LeftOut, count?: number) => void;
  /** A phrase for each kind, in the order in which they were met; nothing for what was not met. */
  readonly told: () => string[];
}

/** A tally with nothing in it. */
export function startTally(): Tally {
  const counts = new Map<LeftOut, number>();
  return {
    add: (what, count = 1) => {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count);
    },
    told: () =>
      [...counts].map(([what, count]) => {
        const [one, several] = NAMES[what];
        return count === 1 || one === several ? one : `${count.toLocaleString('en')} ${several}`;
      }),
  };
}
