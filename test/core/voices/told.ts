import { readArticle, type Article, type ArticleHints } from '../../../src/core/voices/read-article.ts';

/** A speaker by name; `?` for nobody. */
export function nameOf(article: Article, id: string | null): string {
  return article.speakers.find((speaker) => speaker.id === id)?.name ?? '?';
}

/**
 * What an article is found to say, one line a quotation: `Anna Holt: "We won,"`, with `?` where nobody is named, `~` for
 * scare marks, and `> ` before what is nested.
 */
export function quotationsTold(text: string, hints?: ArticleHints): string[] {
  const article = readArticle(text, hints);
  return article.quotations.map(({ start, end, kind, speaker }) => {
    const words = text.slice(start, end).replace(/\s+/g, ' ');
    if (kind === 'scare') return `~ ${words}`;
    return `${kind === 'nested' ? '> ' : ''}${nameOf(article, speaker)}: ${words}`;
  });
}

/** The speakers of the quotations alone, in order; `~` for scare marks. */
export function voicesTold(text: string): string {
  return quotationsTold(text)
    .map((line) => (line.startsWith('~') ? '~' : line.slice(0, line.indexOf(': '))))
    .join(' | ');
}

/** The turns, one line each: `question Outlet: How are you?`, without the label and cut after a few words. */
export function turnsTold(text: string, hints?: ArticleHints): string[] {
  const article = readArticle(text, hints);
  return article.turns.map(({ start, end, kind, speaker, label }) => {
    const words = text
      .slice(label?.end ?? start, end)
      .replace(/[\s*#_]+/g, ' ')
      .trim();
    return `${kind} ${nameOf(article, speaker)}: ${words.split(' ').slice(0, 4).join(' ')}`;
  });
}

/** The blocks, one line each: `heading The Summit`. */
export function blocksTold(text: string): string[] {
  return readArticle(text).blocks.map(
    ({ start, end, kind }) => `${kind} ${text.slice(start, end).replace(/\s+/g, ' ').slice(0, 24)}`,
  );
}
