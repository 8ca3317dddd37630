import { describe } from '../../core/anchor/describe.ts';
import { locateAll } from '../../core/anchor/locate.ts';
import { clip } from '../../core/text/clip.ts';
import type { Imported } from '../../core/text/brought.ts';
import type { Article, Correction } from '../../core/voices/read-article.ts';
import { inPlainOrder } from '../../core/text/plain-order.ts';
import { oneLine } from '../../core/text/one-line.ts';
import type { OwnArticle } from '../../storage/own-article.ts';

/** In UTF-16 units. */
const LONGEST_TITLE = 160;

/** What an article is called in the library: what the source says, else its title, else how it begins. */
export function titleOf(imported: Imported, article: Article): string {
  const block = article.blocks.find(({ kind }) => kind === 'title') ?? article.blocks[0];
  const words = block ? oneLine(article.text.slice(block.start, block.end)) : '';
  const title = imported.about.title?.trim() || words || imported.original.name || 'Untitled';
  return clip(inPlainOrder(title), LONGEST_TITLE, '…');
}

/** The same words as one text of nobody in particular. */
export function withoutVoices(article: Article): Article {
  return { ...article, speakers: [], quotations: [], turns: [], exchanges: [] };
}

/** What is said of the voices of one version of a text, for another: names as they are, places where they are found again. */
export function hintsFor(text: Article, of: OwnArticle): OwnArticle['hints'] {
  const { corrections = [], ...names } = of.hints;
  const located = locateAll(
    text,
    corrections.map((one) => describe(of.article, one)),
    of.article,
  );
  const moved = corrections.flatMap((one, index): Correction[] => {
    const found = located[index]!;
    return 'span' in found ? [{ ...one, start: found.span.start, end: found.span.end }] : [];
  });
  return { ...names, ...(moved.length > 0 && { corrections: moved }) };
}
