/** A set of words from a list parted by blanks; lists are written this way so that they can be read and compared. */
export function wordList(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
