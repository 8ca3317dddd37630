/**
 * A text, or where it is longer than `most` UTF-16 units its beginning, cut between words, with a `mark` that it goes on.
 */
export function clip(text: string, most: number, mark = ' …'): string {
  return text.length > most ? withoutLastWord(text.slice(0, most)) + mark : text;
}

/**
 * A text without its last word, or piece of one, and the blanks before it; as it is where it has no blank. Linear, also in
 * blanks alone.
 */
export function withoutLastWord(text: string): string {
  const last = text.search(/\s\S*$/);
  return last < 0 ? text : text.slice(0, last).trimEnd();
}
