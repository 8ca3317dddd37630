import { blockAt } from '../anchor/describe.ts';
import { markdownLink, plainToLine } from '../notes/markdown-text.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { questionTitle } from '../voices/question-title.ts';
import type { Article } from '../voices/read-article.ts';
import { stretches } from '../voices/stretches.ts';
import { oneLine } from '../text/one-line.ts';

/** A quote as it goes elsewhere: the words, and all that says where they come from. */
export interface Citation {
  /** One line, without marks of its own; an ellipsis stands where words were left out. */
  readonly words: string;
  /** Who said them; null where several did, or nobody knows. */
  readonly speaker: { readonly id: string; readonly name: string; readonly role?: string } | null;
  /** The question that they answer, in the asker's words; null where they answer none. */
  readonly question: { readonly words: string; readonly asker: string | null } | null;
}

/** Where a citation comes from. */
export interface CitationSource {
  readonly title: string;
  /** The outlet's name; null where it is not known. */
  readonly outlet: string | null;
  /** ISO 8601 date; null where it is not known. */
  readonly date: string | null;
  /** An absolute address that leads to the words; null where there is none. */
  readonly address: string | null;
}

/**
 * The words of a span as one quotes them. What somebody else says in between ("he said") is left out with an ellipsis
 * where all the rest is one speaker's; so is what comes before and after in the same sentence.
 */
export function citationOf(article: Article, span: Span): Citation {
  const parts = partsOf(article, span);
  const id = parts.speaker;
  const speaker = article.speakers.find((one) => one.id === id);
  const words = parts.spans.map((part) => wordsIn(article.text, part)).filter((part) => part !== '');
  const text = [
    startsInside(article, parts.spans[0] ?? span) ? '…' : '',
    words.join(' … '),
    endsInside(article, parts.spans.at(-1) ?? span) ? '…' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  return {
    words: text,
    speaker: speaker
      ? { id: speaker.id, name: speaker.name, ...(speaker.role !== undefined && { role: speaker.role }) }
      : null,
    question: questionOf(article, span),
  };
}

/** The citation as plain text. */
export function citationText(citation: Citation, source: CitationSource): string {
  const { words, question } = citation;
  const lines = [
    `“${words}”`,
    `— ${[speakerLine(citation), sourceLine(source, `“${source.title}”`)].filter(Boolean).join(', ')}`,
  ];
  if (question) lines.push(`${askedBy(question)}: “${question.words}”`);
  if (source.address !== null) lines.push(source.address);
  return lines.join('\n');
}

/** The citation as Markdown: a block quote, and under it who, where and the link. */
export function citationMarkdown(citation: Citation, source: CitationSource): string {
  const { words, question } = citation;
  const who = plainToLine(speakerLine(citation));
  const where = sourceLine(
    { ...source, outlet: source.outlet === null ? null : plainToLine(source.outlet) },
    source.address === null ? plainToLine(source.title) : markdownLink(source.title, source.address),
  );
  const lines = [`> “${plainToLine(words)}”`, '>', `> — ${[who, where].filter(Boolean).join(', ')}`];
  if (question) lines.push('>', `> ${plainToLine(`${askedBy(question)}: “${question.words}”`)}`);
  return lines.join('\n');
}

/** The citation as HTML, every text in it escaped. */
export function citationHtml(citation: Citation, source: CitationSource): string {
  const { words, question } = citation;
  const title = escapeHtml(source.title);
  const address = source.address === null ? null : escapeHtml(source.address);
  const link = address === null ? title : `<a href="${address}">${title}</a>`;
  const where = sourceLine(
    { ...source, outlet: source.outlet === null ? null : escapeHtml(source.outlet) },
    link,
  );
  const who = escapeHtml(speakerLine(citation));
  const asked = question ? `<p>${escapeHtml(`${askedBy(question)}: “${question.words}”`)}</p>` : '';
  return `<blockquote${address === null ? '' : ` cite="${address}"`}><p>“${escapeHtml(words)}”</p></blockquote><p>— ${[who, where].filter((part) => part !== '').join(', ')}</p>${asked}`;
}

function speakerLine({ speaker }: Citation): string {
  if (!speaker) return '';
  return speaker.role === undefined ? speaker.name : `${speaker.name} (${speaker.role})`;
}

function sourceLine({ outlet, date }: CitationSource, title: string): string {
  return [title, outlet, date].filter((part) => part !== null).join(', ');
}

/** How a question is introduced: who asked it, where that is known. */
export function askedBy({ asker }: { readonly asker: string | null }): string {
  return asker === null ? 'Asked' : `Asked by ${asker}`;
}

/** The parts of a span that are one speaker's, where everything else in it is the author's; else all of it. */
function partsOf(article: Article, span: Span): { speaker: string | null; spans: Span[] } {
  const said = stretches(article).filter((stretch) => overlaps(stretch, span));
  const speakers = new Set(said.map(({ speaker }) => speaker));
  if (speakers.size === 1) return { speaker: said[0]!.speaker, spans: [span] };
  const author = article.speakers.find(({ part }) => part === 'author')?.id;
  const others = [...speakers].filter((speaker) => speaker !== author);
  const [only] = others;
  if (others.length !== 1 || only === undefined || only === null) return { speaker: null, spans: [span] };
  const spans = said
    .filter(({ speaker }) => speaker === only)
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }));
  return { speaker: only, spans };
}

/** Words on one line, without the quotation marks that enclose them, for they get new ones. */
function wordsIn(text: string, span: Span): string {
  const words = oneLine(text.slice(span.start, span.end));
  const bare = words.replace(/^["“”„«「『]+\s*/u, '').replace(/ ?(?<!["“”»」』])["“”»」』]+$/u, '');
  // One mark alone belongs to words inside: it stays with its partner.
  const before = words.slice(0, words.indexOf(bare));
  return isBalanced(bare) || before === '' ? bare : words;
}

function isBalanced(words: string): boolean {
  return (words.match(/["“”„«»]/gu) ?? []).length % 2 === 0;
}

const SENTENCE_END = /[.!?…。！？:;][\s"'“”’»)\]」』]*$/u;

/** Whether words before a span in its paragraph belong to its sentence. A quotation begins where its mark stands. */
function startsInside(article: Article, { start }: Span): boolean {
  const block = blockAt(article, start);
  const before = article.text.slice(block?.start ?? start, start);
  if (before.trim() === '' || /["“„«「『]\s*$/u.test(before)) return false;
  if (/^["“„«「『]/u.test(article.text.slice(start))) return false;
  const label = article.turns.find(
    (turn) => turn.label && turn.label.end <= start && turn.end > start,
  )?.label;
  if (label && article.text.slice(label.end, start).trim() === '') return false;
  return !SENTENCE_END.test(before);
}

function endsInside(article: Article, { start, end }: Span): boolean {
  const block = blockAt(article, Math.max(start, end - 1));
  const after = article.text.slice(end, block?.end ?? end);
  const words = article.text.slice(start, end);
  if (after.trim() === '' || /^[,;:–—-]*["”»」』]/u.test(after) || /["”»」』]\s*$/u.test(words)) return false;
  return !SENTENCE_END.test(words) && !/^[.!?…。！？]/u.test(after);
}

function questionOf(article: Article, span: Span): Citation['question'] {
  const turn = article.turns.find((one) => contains(one, { start: span.start, end: span.start + 1 }));
  if (!turn) return null;
  const exchange = article.exchanges.find(({ answers }) => answers.includes(turn.id));
  if (!exchange) return null;
  const asked = article.turns.find(({ id }) => id === exchange.questions[0]);
  const asker = article.speakers.find(({ id }) => id === asked?.speaker);
  return { words: questionTitle(article, exchange), asker: asker?.name ?? null };
}
