import type { Span } from '../../core/text/span.ts';
import { copyFormats } from '../../dom/clipboard.ts';
import { NO_LINK } from '../copy-link.tsx';
import { quoteAddress, quoteFormats } from '../quote-address.ts';
import type { Reading } from '../reading.ts';
import type { Message } from '../status-line.tsx';

/** What is passed on of an article, and how the reader is told of it. */
interface Passing {
  readonly span: Span;
  readonly what: 'link' | 'quote';
  readonly say: (message: Message) => void;
}

/** Copies a link to words, or the words as a quote; where the browser allows no copying, they are shown. */
export async function passOn(reading: Reading, { span, what, say }: Passing): Promise<void> {
  const passed = what === 'link' ? quoteAddress(reading, span) : quoteFormats(reading, span);
  if (passed === null) {
    const copy = async (): Promise<void> => {
      await copyFormats(quoteFormats(reading, span));
      say({ text: 'Quote copied.' });
    };
    return say({ text: NO_LINK, action: { label: 'Copy quote', act: () => void copy() } });
  }
  try {
    if (typeof passed === 'string') await navigator.clipboard.writeText(passed);
    else await copyFormats(passed);
    return say({ text: what === 'link' ? 'Link copied.' : 'Quote copied.' });
  } catch {
    const shown = typeof passed === 'string' ? passed : passed.text;
    return say({ text: `Nothing could be copied. Here it is: ${shown}`, error: true });
  }
}
