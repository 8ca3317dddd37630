import type { Span } from '../text/span.ts';
import { formsOf, labelAt } from './labels.ts';
import { APPEAL, BACK_MATTER, CAPTION_STARTS } from './lexicon/page.ts';
import { isRule, settingOf, withoutMarkup } from './markup.ts';
import { paragraphsOf } from './paragraphs.ts';
import { isQuestion } from './questions.ts';

/** What a block is for. Back matter is what follows the last words of the article: notices, links, appeals. */
export type BlockKind = 'title' | 'standfirst' | 'caption' | 'heading' | 'paragraph' | 'back-matter';

/** One paragraph-like stretch of the text, without the line breaks around it. `id` is stable across versions. */
export interface Block extends Span {
  readonly id: string;
  readonly kind: BlockKind;
}

const LONGEST_TITLE = 220;
const LONGEST_HEADING = 80;
/** Back matter is looked for in this many blocks at the end: an article does not close with more notices than that. */
const MOST_BACK_MATTER = 12;

/** A picture without words: Markdown, a template of a site generator, or HTML. */
const PICTURE = /^(?:!\[[^\]]*\]\([^)]*\)|\{\{[<%].*[>%]\}\}|<(?:img|figure)\b.*>)$/;

/** A line that says that a recording stops for a while. */
const INTERLUDE = /^[*_[(]*(?:ad )?(?:break|intermission|music|applause)[*_:\])\s]*(?:\\?\[[\d:]+\\?\])?$/i;

/** Ends a sentence, with the marks that may close behind it. */
const SENTENCE_END = /[.!?…:;,。！？：；，—–-][\p{Pf}\p{Pe}"'*_]{0,4}$/u;

/** "Next stop …": a short line that trails off leads on to what follows. */
const TRAILING = /\S (?:\S+ ){0,2}\S*\p{L}\s?(?:\.{3}|…)$/u;

/** Finds the blocks of a text and what each is for. Ids are `p0`, `p1`, … in order. */
export function findBlocks(text: string): Block[] {
  const spans = paragraphsOf(text);
  const marked = spans.some((span, index) => index > 0 && settingOf(text, span) === 'heading');
  const kinds = spans.map((span, index): BlockKind => {
    const kind = bodyKind(text, span);
    const plain =
      kind === 'paragraph' && !marked && isPlainHeading(text, span) && standsAlone(text, spans, index);
    return plain ? 'heading' : kind;
  });
  for (const [index, span] of spans.entries()) {
    // A line in italics under a picture is its caption.
    if (kinds[index - 1] === 'caption' && settingOf(text, span) === 'italic') kinds[index] = 'caption';
  }
  markFrontMatter(text, spans, kinds);
  markBackMatter(text, spans, kinds);
  return spans.map((span, index) => ({ id: `p${index}`, ...span, kind: kinds[index]! }));
}

/** What a block is for where it stands in the body: a caption, a marked heading or break, or a paragraph. */
function bodyKind(text: string, span: Span): BlockKind {
  const words = text.slice(span.start, Math.min(span.end, span.start + LONGEST_TITLE));
  if (CAPTION_STARTS.test(words) || PICTURE.test(words)) return 'caption';
  return settingOf(text, span) === 'heading' || INTERLUDE.test(words) ? 'heading' : 'paragraph';
}

/** A heading parts two paragraphs: it is neither the last block nor part of a list. */
function standsAlone(text: string, spans: readonly Span[], index: number): boolean {
  const [before, next] = [spans[index - 1], spans[index + 1]];
  if (next === undefined || isListItem(text, next) || isPlainHeading(text, next)) return false;
  if (before === undefined) return true;
  if (isPlainHeading(text, before)) return false;
  // Before a line that says who speaks, a list or an announcement above it has ended.
  return labelAt(text, next) !== null || !(isListItem(text, before) || text[before.end - 1] === ':');
}

function isListItem(text: string, span: Span): boolean {
  return /^(?:[-*+•]\s|\d{1,3}[.)]\s)/.test(text.slice(span.start, span.start + 6));
}

/** A short line that begins like a sentence and does not end like one: a heading that has lost its markup. */
function isPlainHeading(text: string, span: Span): boolean {
  if (span.end - span.start > LONGEST_HEADING || isRule(text, span)) return false;
  if (/^(?:[-*+•|<{]|\d{1,3}[.)]\s|\[)/.test(text.slice(span.start, span.start + 6))) return false;
  const words = withoutMarkup(text.slice(span.start, span.end));
  if (words.split(' ').length > 10 || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(words)) return false;
  const ends = SENTENCE_END.test(words) && !(TRAILING.test(words) && words.split(' ').length <= 4);
  return !ends && !/[?!"“”«»]/.test(words) && labelAt(text, span) === null;
}

/** The title is the first block if it reads like one; a standfirst follows it, and captions may follow both. */
function markFrontMatter(text: string, spans: readonly Span[], kinds: BlockKind[]): void {
  const first = spans[0];
  if (first === undefined || spans.length < 2 || !isTitle(text, first) || opensDialogue(text, spans)) return;
  kinds[0] = 'title';
  const second = spans[1];
  if (second !== undefined && spans.length > 2 && kinds[1] !== 'caption' && isStandfirst(text, second))
    kinds[1] = 'standfirst';
}

/** True where the first block carries a label that comes again soon, if only in short: there is no title then. */
function opensDialogue(text: string, spans: readonly Span[]): boolean {
  const label = spans[0] === undefined ? null : labelAt(text, spans[0]);
  if (label === null || label.kind !== 'name') return label !== null;
  const forms = formsOf(label);
  const later = spans.slice(1, 12).map((span) => labelAt(text, span));
  return later.some((other) => other !== null && forms.has(other.name.toLowerCase()));
}

function isTitle(text: string, span: Span): boolean {
  if (settingOf(text, span) === 'heading') return true;
  if (span.end - span.start > LONGEST_TITLE || labelAt(text, span)?.marked === true) return false;
  const words = withoutMarkup(text.slice(span.start, span.end));
  return !/[.…:;,。：；，][\p{Pf}\p{Pe}"'*_]{0,4}$/u.test(words) && !/^["“«„「『—–-]/.test(words);
}

/** A standfirst is set apart: in italics or bold throughout, or, like a title, without a stop at its end. */
function isStandfirst(text: string, span: Span): boolean {
  const setting = settingOf(text, span);
  if (setting === 'heading' || labelAt(text, span) !== null) return false;
  const words = withoutMarkup(text.slice(span.start, span.end));
  if (/[?？]$/.test(words) || isQuestion(text, span)) return false;
  if (setting === 'bold' || setting === 'italic') return words.length > LONGEST_HEADING;
  return words.length <= 400 && !SENTENCE_END.test(words) && !/[!]$/.test(words);
}

/** From the end upward: notices, links and appeals, with anything that stands between two of them. */
function markBackMatter(text: string, spans: readonly Span[], kinds: BlockKind[]): void {
  const first = Math.max(1, spans.length - MOST_BACK_MATTER, Math.ceil(spans.length / 2));
  let from = spans.length;
  for (let index = spans.length - 1; index >= first; index--) {
    const span = spans[index];
    if (span === undefined) break;
    if (isBackMatter(text, span)) from = index;
    else if (from - index >= 2 || span.end - span.start > LONGEST_TITLE) break;
  }
  kinds.fill('back-matter', from);
}

function isBackMatter(text: string, span: Span): boolean {
  if (span.end - span.start > 600) return false;
  const words = text.slice(span.start, span.end);
  return BACK_MATTER.test(words) || APPEAL.test(words) || /^\W{0,4}https?:\/\/\S+$/.test(words);
}
