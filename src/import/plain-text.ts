import type { About, Brought } from '../core/text/brought.ts';
import { paragraphsOf } from '../core/voices/paragraphs.ts';
import { clean } from './clean.ts';
import { startTally } from './left-out.ts';
import { guarded, refuseBySize } from './refuse.ts';

/** A text of which nothing is known. */
export const UNKNOWN: About = { title: null, lang: null, author: null, date: null, source: null };

/** Bytes as text, and what had to be assumed to read them; null where nothing had. */
export interface Decoded {
  readonly text: string;
  readonly assumed: string | null;
}

/**
 * Bytes of a text file: UTF-16 where a byte order mark says so, else UTF-8, else windows-1252, which any bytes can be
 * read as. By the WHATWG Encoding Standard.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), assumed: null };
  if (first === 0xfe && second === 0xff) return { text: decode(bytes, 'utf-16be'), assumed: null };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), assumed: null };
  } catch {
    const text = decode(bytes, 'windows-1252');
    return { text, assumed: 'nothing, but the file was read as Windows-1252: look at its accented letters' };
  }
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/**
 * A text as it stands. Its words are kept exactly; line ends become `\n`, control characters go, and lines that were
 * wrapped to a width are joined where `readArticle` takes them for one paragraph too. Blank lines are kept.
 */
export function bringText(content: string, name: string | null): Brought {
  return guarded(content, () => {
    const { text, removed } = clean(content);
    const refused = refuseBySize(content) ?? refuseBySize(text);
    if (refused) return refused;
    const leftOut = startTally();
    leftOut.add('character', removed);
    return {
      ok: true,
      imported: {
        text: joinWrapped(text),
        formatting: [],
        about: UNKNOWN,
        original: { name, type: 'text/plain', content },
        leftOut: leftOut.told(),
      },
    };
  });
}

/** The text with the lines of each wrapped paragraph joined to one. */
function joinWrapped(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of paragraphsOf(text)) {
    pieces.push(
      text.slice(from, start),
      text.slice(start, end).replace(/(?<=([^ \t]))[ \t]*\n[ \t]*(?=(.))/gsu, join),
    );
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

/** Scripts that put no blank between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** What stands in place of a line's end between two characters. */
function join(_: string, before: string, after: string): string {
  return UNSPACED.test(before) && UNSPACED.test(after) ? '' : ' ';
}
