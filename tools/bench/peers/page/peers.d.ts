/** As much of these as is used here; they bring no types of their own. */
declare module 'mark.js' {
  interface MarkOptions {
    readonly acrossElements?: boolean;
    readonly separateWordSearch?: boolean;
    readonly diacritics?: boolean;
    readonly caseSensitive?: boolean;
    readonly className?: string;
    readonly each?: (element: Element) => void;
  }
  export default class Mark {
    constructor(root: Element);
    mark(words: string, options: MarkOptions): void;
    markRanges(ranges: { start: number; length: number }[], options: MarkOptions): void;
  }
}

declare module 'rangy' {
  namespace rangy {
    interface RangyRange {
      readonly nativeRange: Range;
      setStart(node: Node, offset: number): void;
      setEnd(node: Node, offset: number): void;
      moveToBookmark(bookmark: { start: number; end: number; containerNode: Node }): void;
    }
    interface Highlighter {
      addClassApplier(applier: object): void;
      deserialize(saved: string): void;
      highlightRanges(
        className: string,
        ranges: readonly RangyRange[],
        options: { containerElement: Element },
      ): void;
    }
  }
  const rangy: {
    init(): void;
    createRange(): rangy.RangyRange;
    createClassApplier(className: string): object;
    createHighlighter(document: Document, type: string): rangy.Highlighter;
  };
  export default rangy;
}

declare module 'rangy/lib/rangy-classapplier';
declare module 'rangy/lib/rangy-highlighter';
