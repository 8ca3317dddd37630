/*
 * The W3C counts positions in code points; inside Sidegloss they are UTF-16 offsets. This is the only bridge
 * (https://www.w3.org/TR/annotation-model/#text-position-selector).
 */

/** The UTF-16 offset after so many code points; -1 where the text is shorter or the number is no count. */
export function toUtf16(text: string, codePoints: number): number {
  if (!Number.isInteger(codePoints) || codePoints < 0) return -1;
  let offset = 0;
  for (let passed = 0; passed < codePoints; passed += 1) {
    if (offset >= text.length) return -1;
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  }
  return offset;
}
