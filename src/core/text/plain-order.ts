/**
 * A name or a title from somewhere else without the characters that turn the order of letters round (UAX 9): in the
 * midst of ours they would reorder what stands beside them, or say `moc.knab` for `bank.com`. Letters of scripts that
 * are written from the right need none.
 */
export function inPlainOrder(name: string): string {
  return name.replace(/\p{Bidi_C}/gu, '');
}
