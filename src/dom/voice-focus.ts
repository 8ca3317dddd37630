let sheet: CSSStyleSheet | undefined;

/**
 * Dims the words of every voice but one, or of none (null). A rule of a constructed stylesheet does it, so that no
 * element is touched however long the text is; the CSP allows those, as it does all of the CSSOM.
 */
export function focusVoice(speaker: string | null): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const others = `:not([data-voice="${speaker === null ? '' : CSS.escape(speaker)}"])`;
  sheet.replaceSync(
    speaker === null
      ? ''
      : `[data-start]${others} { color: var(--ink-dim); border-color: transparent; background: none; }
         mark[data-notes]:not(:has([data-voice="${CSS.escape(speaker)}"])) { text-decoration-color: var(--ink-dim); }
         path[data-voice]${others} { fill-opacity: 0.15; }`,
  );
}
