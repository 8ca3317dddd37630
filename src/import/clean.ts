/** A text without what no reader can see, and how many characters that were. */
export interface Clean {
  readonly text: string;
  readonly removed: number;
}

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const UNSEEN = /[\0-\u0008\u000b\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/**
 * A text with its line ends as `\n`, without a byte order mark at its head and without control characters; a half of a
 * character is U+FFFD. A form feed is a line end. Every other character stays as it is: nothing is normalised.
 */
export function clean(text: string): Clean {
  let removed = 0;
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?|\f/g, '\n');
  const cleaned = lines.replace(UNSEEN, (character) => {
    removed += 1;
    return character >= '\ud800' ? '\ufffd' : '';
  });
  return { text: cleaned, removed };
}
