/** A text on one line, with single blanks between its words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
