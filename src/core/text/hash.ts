/**
 * A short name for a text: 53 bits as 11 characters of base 36, the same on every machine. Two rounds of 32-bit
 * multiply-xor mixing over UTF-16 units (after MurmurHash3's finaliser). It tells versions of a text apart; it is
 * no protection against somebody who wants two texts to collide.
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const number = (high >>> 0) * 0x200000 + (low >>> 11);
  return number.toString(36).padStart(11, '0');
}
