import { speakerOf } from '../../core/anchor/describe.ts';
import type { Span } from '../../core/text/span.ts';
import { voiceOf, type Reading } from '../reading.ts';

/**
 * Words as they are quoted elsewhere: in quotation marks of their own, with who said them, where, and the address. A
 * quotation's own marks are left out, because the new ones stand for them.
 */
export function quoteText(reading: Reading, span: Span, address: string): string {
  const words = reading.article.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const bare = words.replace(/^["“„«]+|["”“»]+$/gu, '');
  const speaker = speakerOf(reading.article, span);
  const who = speaker === null ? '' : `${voiceOf(reading, speaker).name}, in `;
  return `“${bare}”\n— ${who}“${reading.published.title}”\n${address}`;
}
