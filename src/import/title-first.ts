import { fold } from '../core/text/fold.ts';
import type { Formatting } from '../core/text/formatting.ts';

/** A title is looked for in so much of the text's head, in UTF-16 units, besides its own length. */
const HEAD = 400;

/** A text with its title as its first paragraph, a heading; as it is where it opens with its title already. */
export function titleFirst(
  page: { readonly text: string; readonly formatting: readonly Formatting[] },
  title: string | null,
): { text: string; formatting: readonly Formatting[] } {
  const words = title === null ? '' : fold(title).text.trim();
  if (title === null || words === '') return page;
  if (fold(page.text.slice(0, HEAD + title.length)).text.includes(words)) return page;
  const shift = title.length + 2;
  return {
    text: `${title}\n\n${page.text}`,
    formatting: [
      { kind: 'heading', level: 1, start: 0, end: title.length },
      ...page.formatting.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
    ],
  };
}
