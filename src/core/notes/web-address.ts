/**
 * Whether a text from somewhere else may become a link: an address of the web (http or https) that names a host and
 * carries no account, no blanks, no control characters and no backslash, which browsers read as a slash. Anything else
 * (`javascript:`, `data:`, `//host`, …) is kept as a text and shown as one.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}\\/@?#]+(?:[/?#][^\s\p{Cc}\\]*)?$/iu.test(text);
}
