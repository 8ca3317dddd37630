import { describe, expect, it } from 'vitest';
import { bringText, decodeText } from '../../src/import/plain-text.ts';

const textOf = (content: string): string => {
  const result = bringText(content, null);
  if (!result.ok) throw new Error(result.message);
  return result.imported.text;
};

describe('a plain text', () => {
  it('keeps its words, composed or not, and its blank lines', () => {
    const text = 'A: cafe\u0301 café\n\n\nB: ﬁ\u200b 👩‍👩‍👧';
    expect(textOf(text)).toBe(text);
  });

  it('has its line ends and its head made plain', () => {
    expect(textOf('\ufeffone\r\n\r\ntwo\r\rthree')).toBe('one\n\ntwo\n\nthree');
  });

  it('loses control characters and halves of letters, and says how many', () => {
    const result = bringText('a\0b\u0007c\ud800d\te', 'x.txt');
    expect(result).toMatchObject({
      imported: { text: 'abc\ufffdd\te', leftOut: ['3 control characters or broken letters'] },
    });
  });

  it('wrapped to a width has its lines joined', () => {
    const sentence = 'She said that nothing of the kind had ever been agreed, and that she would know. ';
    const words = sentence.repeat(6).trim().split(' ');
    const lines = [''];
    for (const word of words) {
      if (lines.at(-1)!.length + word.length > 71) lines.push('');
      lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    const wrapped = lines.join('\n');
    expect(textOf(`Ann: ${wrapped}\n\nJo: ${wrapped}`)).toBe(
      `Ann: ${words.join(' ')}\n\nJo: ${words.join(' ')}`,
    );
  });

  it('with a turn on each line keeps its lines', () => {
    const text = 'Ann: Why?\nJo: Because.\nAnn: And so?\nJo: That is all there is to it.';
    expect(textOf(text)).toBe(text);
  });

  it('without words is refused', () => {
    expect(bringText(' \n\0', null)).toMatchObject({ ok: false, reason: 'empty', kept: null });
  });

  it('of more than 10 MB is refused and kept', () => {
    const content = 'a'.repeat(10 * 1024 * 1024 + 1);
    expect(bringText(content, null)).toMatchObject({ ok: false, reason: 'too-large', kept: content });
  });
});

describe('bytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('é€'), 'é€'],
    ['UTF-16 little-endian', new Uint8Array([0xff, 0xfe, 0xe9, 0, 0xac, 0x20]), 'é€'],
    ['UTF-16 big-endian', new Uint8Array([0xfe, 0xff, 0, 0xe9, 0x20, 0xac]), 'é€'],
  ])('in %s are read as that', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, assumed: null });
  });

  it('that are no UTF-8 are read as Windows-1252, and that is said', () => {
    // Node 20 reads the bytes 80 to 9F of this encoding as control characters; browsers don't.
    const { text, assumed } = decodeText(new Uint8Array([0x63, 0xe9]));
    expect(text).toBe('cé');
    expect(assumed).toContain('Windows-1252');
  });
});
