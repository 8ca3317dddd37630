/**
 * Whether a text from somewhere else may become a link: an address of the web (http or https) that names a host and
 * carries no account, no blanks, no control characters, none that turn the order of letters round, and no backslash,
 * which browsers read as a slash; nor a longer host than there can be (RFC 1035). Anything else (`javascript:`, `data:`,
 * `//host`, …) is kept as a text and shown as one.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{C}\\/@?#]{1,260}(?:[/?#][^\s\p{Cc}\p{Bidi_C}\\]*)?$/iu.test(text);
}

/** The host of a web address, and its port, as they stand there; empty for anything else. */
export function hostOf(address: string): string {
  return isWebAddress(address) ? address.split(/[/?#]/, 3)[2]!.toLowerCase() : '';
}

/** The hosts that words name; begun only where a name can, or a long word would be gone over from each of its letters. */
const NAMED = /(?<![\p{L}\p{N}-]\.?)(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/**
 * Whether the words of a link look like an address of another host than it leads to: “bank.example” on a link to
 * evil.example. A subdomain of what they name is no other host.
 */
export function misleads(words: string, address: string): boolean {
  const host = `.${hostOf(address)}`.replace(/:\d+$/, '');
  const named = words.toLowerCase().match(NAMED) ?? [];
  return named.some((name) => !host.endsWith(`.${name.replace(/^www\./, '')}`));
}
