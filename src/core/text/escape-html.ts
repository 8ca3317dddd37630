/** JSON for a block of data in a page: with its `<` escaped no text in it ends the block or begins a comment. */
export function jsonInHtml(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/**
 * A text as it stands in HTML, in an element or in an attribute with quotes: whatever it holds, it ends neither. NUL,
 * which HTML has not, becomes U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`).replaceAll('\0', '\ufffd');
}
