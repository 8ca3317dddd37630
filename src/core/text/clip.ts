/**
 * A text, or where it is longer than `most` UTF-16 units its beginning, cut between words, with a `mark` that it goes on.
 */
export function clip(text: string, most: number, mark = ' …'): string {
  return text.length > most ? text.slice(0, most).replace(/\s+\S*$/, '') + mark : text;
}
