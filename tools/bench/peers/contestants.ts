/** Who is measured, in the order of the tables; `asked` says what each was asked to do, and how. */
export const CONTESTANTS: readonly {
  readonly name: string;
  readonly label: string;
  readonly asked: string;
}[] = [
  {
    name: 'sidegloss',
    label: 'Sidegloss',
    asked:
      'Anchors with `locatingAll` between frames, as the reader does. Paints as the reader does: of more than 60 notes those near the screen, by CSS highlights, and others when they come near.',
  },
  {
    name: 'sidegloss-all',
    label: 'Sidegloss, all painted',
    asked: 'The same painter with all notes at once, as for paper.',
  },
  {
    name: 'recogito',
    label: '@recogito/text-annotator',
    asked:
      'Anchors by `W3CTextFormat(…).parse` and `reviveAnnotation`, which use the position. Paints by `createTextAnnotator` and `setAnnotations` with its default renderer, until it says that it has drawn; one more by `addAnnotation`. Setting them includes anchoring them.',
  },
  {
    name: 'apache-annotator',
    label: '@apache-annotator/dom',
    asked:
      'Anchors by `createTextQuoteSelectorMatcher` over the article, the first match; the words alone where they stand once, as it describes them itself. Paints by `highlightText` over ranges that it is given.',
  },
  {
    name: 'mark.js',
    label: 'mark.js',
    asked:
      'Has no anchors: it searches for the noted words (`mark` with `acrossElements`, `separateWordSearch: false`, `diacritics: false`, `caseSensitive`), which paints them, too, wherever they stand. Paints by `markRanges`, which leaves out what overlaps.',
  },
  {
    name: 'rangy',
    label: 'rangy',
    asked:
      'Its anchors are positions (`moveToBookmark` in the article). Paints by its highlighter’s `deserialize`, which includes anchoring; one more by `highlightRanges`, which joins what overlaps.',
  },
  {
    name: 'web-highlighter',
    label: 'web-highlighter',
    asked:
      'Its anchors are the number of a paragraph and a position in it. `fromStore` anchors and paints in one, and so stands in both tables; one more by `fromRange`.',
  },
  {
    name: 'hypothesis',
    label: 'approx-string-match, as the Hypothesis client',
    asked:
      'Anchors as the client’s `match-quote` does: exact places first, else with up to half of the characters wrong, at most 256, scored by words, surroundings and position. Its painting is not a package.',
  },
  {
    name: 'limits',
    label: 'the limit: `indexOf`, bare `CSS.highlights`',
    asked:
      'As little as can be done: `indexOf` of the words over the text; a range for each note in one `Highlight`, and nothing kept of them.',
  },
];
