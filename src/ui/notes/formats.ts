/** The files that notes can be written as. All but the backup hold the notes on one article. */
export const FORMATS = {
  annotations: {
    label: 'Web Annotation',
    about: 'The W3C’s JSON-LD. Nothing is lost, and other programs read it.',
    ending: 'jsonld',
    type: 'application/ld+json',
  },
  hypothesis: {
    label: 'Hypothesis',
    about: 'For the import of Hypothesis. Without claims and colours.',
    ending: 'json',
    type: 'application/json',
  },
  markdown: {
    label: 'Markdown',
    about: 'To read and to edit, by voice, with links back.',
    ending: 'md',
    type: 'text/markdown;charset=utf-8',
  },
  csv: { label: 'CSV', about: 'A table for spreadsheets.', ending: 'csv', type: 'text/csv;charset=utf-8' },
  backup: {
    label: 'Backup of everything',
    about: 'Your articles, notes on all articles, corrections and drafts, to be restored here.',
    ending: 'json',
    type: 'application/json',
  },
} as const;

export type Format = keyof typeof FORMATS;

/** The formats in the order in which they are offered. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
export const ALL_FORMATS = Object.keys(FORMATS) as Format[];

/** A file's name: the article, or that it is all, what it is where the ending does not say it, and the day. */
export function fileName(format: Format, slug: string, now: string): string {
  const what = {
    annotations: `${slug}-notes`,
    hypothesis: `${slug}-hypothesis`,
    markdown: `${slug}-notes`,
    csv: `${slug}-notes`,
    backup: 'sidegloss-backup',
  }[format];
  return `${what}-${now.slice(0, 10)}.${FORMATS[format].ending}`;
}
