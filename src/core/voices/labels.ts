import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { NAME_PARTICLES } from './lexicon/people.ts';
import { ANSWER_LABELS, NOT_A_SPEAKER, QUESTION_LABELS } from './lexicon/page.ts';
import { initialsOf } from './names.ts';
import { wordList } from './lexicon/word-list.ts';
import { MARKUP, withoutMarkup } from './markup.ts';

/** The printed words that open a turn and say whose it is: `Q:`, `"Outlet" (SP):`, `**Name:**`, `((WN))`, `记者：`. */
export interface Label extends Span {
  /** The name as printed, without marks and brackets; for `Q:` and its kind the word itself. */
  readonly name: string;
  /** What the label puts in brackets after the name: an abbreviation that later labels use, or a role. */
  readonly note: string | null;
  /** `question` and `answer` where the label says only this; else it names somebody. */
  readonly kind: 'question' | 'answer' | 'name';
  /** True where the page sets the label apart from text by bold, doubled brackets or quotation marks. */
  readonly marked: boolean;
}

const LONGEST_LABEL = 80;
/** How much of a text is searched for the names that its labels shorten. */
const OPENING_LENGTH = 8000;
const OPENING = '"“«„「『‘';
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '‘': '’',
};

/** The label that the paragraph or line at `span` opens with, going by its shape alone; null where there is none. */
export function labelAt(text: string, span: Span): Label | null {
  if (/^(?:[-*+•]|\d{1,3}[.)])\s/.test(text.slice(span.start, span.start + 5))) return null;
  const limit = Math.min(span.end, span.start + LONGEST_LABEL);
  const lead = skipLead(text, span.start, limit);
  if (lead >= limit) return null;
  return doubleBracketLabel(text, { start: span.start, end: limit }, lead) ?? colonLabel(text, span, lead);
}

/** Past markup, blanks and a time stamp such as `[00:12]`. */
function skipLead(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && (MARKUP.has(text[at]!) || text[at] === ' ')) at++;
  const stamp = /^(?:\\?\[|\()?\d{1,2}:\d\d(?::\d\d)?(?:\\?\]|\))?[\s–-]{1,3}/.exec(text.slice(at, at + 16));
  return stamp === null ? at : at + stamp[0].length;
}

/** `((Name))`, as wikis write it. */
function doubleBracketLabel(text: string, span: Span, lead: number): Label | null {
  if (!text.startsWith('((', lead)) return null;
  const inside = text.slice(lead, span.end + 2).indexOf('))');
  if (inside < 0) return null;
  const close = lead + inside;
  const name = text.slice(lead + 2, close).trim();
  if (!isName(name)) return null;
  const end = text[close + 2] === ':' ? close + 3 : close + 2;
  return { start: span.start, end, name, note: null, kind: kindOf(name), marked: true };
}

/** `Name:`, `"Outlet" (SP):`, `**Name (Role):**`, `Q.`: everything that ends in a colon, or in a stop after a bare Q or A. */
function colonLabel(text: string, span: Span, lead: number): Label | null {
  const limit = Math.min(span.end, lead + LONGEST_LABEL);
  const mark = CLOSING[text[lead] ?? ''];
  const closing = mark === undefined ? -1 : text.slice(lead, limit).indexOf(mark, 1);
  if (mark !== undefined && closing < 0) return null;
  const colon = findColon(text, mark === undefined ? lead : lead + closing + 1, limit);
  if (colon < 0) return null;
  const named = readName(text.slice(lead, colon));
  if (named === null || !isName(named.name)) return null;
  const kind = kindOf(named.name);
  if (text[colon] === '.' && kind === 'name') return null;
  const bold = text.slice(span.start, lead).includes('**') || text.slice(span.start, lead).includes('__');
  return {
    start: span.start,
    end: pastMarkup(text, colon + 1, span.end),
    ...named,
    kind,
    marked: bold || mark !== undefined,
  };
}

/** Where the label's colon stands; -1 where something comes first that no label holds. */
function findColon(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const char = text[at]!;
    if (char === '：') return at;
    if (char === ':') return isLabelColon(text, at) ? at : -1;
    if (char === '.' && isShortForm(text, from, at)) continue;
    if (char === '.' && at - from <= 10 && /^[QAqa]\d{0,3}$/.test(text.slice(from, at))) return at;
    if ('.!?;\n\r[]{}|=/,'.includes(char)) return -1;
  }
  return -1;
}

/** A colon inside a time, a URL or a namespace opens nothing. */
function isLabelColon(text: string, at: number): boolean {
  const next = text[at + 1] ?? ' ';
  return (
    !/[\d/:]/.test(next) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text[at - 1] ?? '')
  );
}

/** A stop after an initial or a title ("St.", "Dr.") does not end the label. */
function isShortForm(text: string, from: number, at: number): boolean {
  const word = /\p{Lu}\p{Ll}{0,4}$/u.exec(text.slice(Math.max(from, at - 6), at))?.[0];
  return (
    word !== undefined &&
    (word.length < 4 || word === 'Prof') &&
    /[\s\p{Lu}]/u.test(text[at + 1] ?? '') &&
    !/^[QA]$/.test(word)
  );
}

/** Past the blanks and the closing emphasis that follow the colon. */
function pastMarkup(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && MARKUP.has(text[at]!) && text[at] !== '>' && text[at] !== '#') at++;
  return at;
}

function readName(printed: string): { name: string; note: string | null } | null {
  const words = withoutMarkup(printed);
  // "Han (HK) and Elana (EH)": a label of two has no abbreviation of its own.
  if (/[)\]] ?(?:and|&|,) /.test(words))
    // Bounded by 80: LONGEST_LABEL.
    return { name: words.replace(/\s?\([^)]*\)/g, '').trim(), note: null };
  // Bounded by 80: LONGEST_LABEL.
  const bracket = /^(.*?)\s*[([（](.{1,60})[)\]）]$/u.exec(words);
  const name = (bracket?.[1] ?? words).trim();
  const unquoted = OPENING.includes(name[0] ?? ' ') ? name.slice(1, -1).trim() : name;
  return unquoted === '' ? null : { name: unquoted, note: bracket?.[2]?.trim() ?? null };
}

function kindOf(name: string): Label['kind'] {
  const word = name.toLowerCase().replace(/(?<![\s\d.])[\s\d.]+$/u, '');
  if (QUESTION_LABELS.has(word)) return 'question';
  return ANSWER_LABELS.has(word) ? 'answer' : 'name';
}

/** Small words inside the name of an outlet or of two people. */
const JOINING_WORDS = wordList('of the for in and und et и &');

/** True for up to six words that are capitalised, in capitals, or of a script without case, small joining words aside. */
function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length > 6 || name.length > 60) return false;
  if (
    NOT_A_SPEAKER.has(words[0]!.toLowerCase()) &&
    !(words.length > 1 && /^\p{Lu}/u.test(words[1]!) && words[0]!.length === 1)
  )
    return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}·・]+$/u.test(name)) return name.length <= 12;
  return words.every(
    (word, index) => (index > 0 && isSmall(word.toLowerCase())) || /^["“(]?\p{Lu}|^\p{Lo}/u.test(word),
  );
}

function isSmall(word: string): boolean {
  return JOINING_WORDS.has(word) || NAME_PARTICLES.has(word);
}

/**
 * The labels of an article by the index of their block. What looks like a label is one if it recurs, under its name, its
 * abbreviation or a part of either, or if it is one of the formal labels of questions and answers. A name that heads
 * only one paragraph counts among other labels, if it is set off like them, is spelled out elsewhere in the text, or is
 * an abbreviation; otherwise a line with a colon ("Our first stop: New York") is text.
 */
export function labelsIn(text: string, blocks: readonly Block[]): Map<number, Label> {
  const shaped = new Map<number, Label>();
  for (const [index, block] of blocks.entries()) {
    const label = block.kind === 'paragraph' || block.kind === 'heading' ? labelAt(text, block) : null;
    if (label !== null) shaped.set(index, label);
  }
  const uses = countForms([...shaped.values()]);
  const sure = [...shaped].filter(
    ([, label]) => label.kind !== 'name' || [...formsOf(label)].some((form) => (uses.get(form) ?? 0) > 1),
  );
  const marked = sure.filter(([, label]) => label.marked).length * 2 >= sure.length;
  const known = countForms(sure.map(([, label]) => label));
  const certain = new Set(sure.map(([index]) => index));
  const single = [...shaped].filter(([index, label]) => {
    if (certain.has(index)) return false;
    const among = { block: blocks[index]!, known, marked };
    return speaksOfSelf(text, label) || (sure.length > 1 && isLikely(text, label, among));
  });
  return new Map([...sure, ...single].toSorted((a, b) => a[0] - b[0]));
}

function countForms(labels: readonly Label[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const label of labels) for (const form of formsOf(label)) uses.set(form, (uses.get(form) ?? 0) + 1);
  return uses;
}

/** The forms under which a label may return: its name, the first and the last word and the initials of that, its abbreviation; in lower case. */
export function formsOf(label: Label): Set<string> {
  const name = label.name.toLowerCase();
  const words = name.split(' ');
  const forms = new Set([name]);
  if (words.length > 1 && words.length < 4)
    forms.add(words[0]!).add(words.at(-1)!).add(initialsOf(name).toLowerCase());
  if (label.note !== null && /^\p{Lu}{2,5}$/u.test(label.note)) forms.add(label.note.toLowerCase());
  return forms;
}

/** True for a full name after which somebody speaks of themselves: "**Jana Novak**: My name is Jana, …". */
function speaksOfSelf(text: string, label: Label): boolean {
  const full = label.name.includes(' ') && !/ (?:and|&) /.test(label.name);
  const words = text.slice(label.end, label.end + 80).split('\n', 1)[0] ?? '';
  // Bounded by 80: the slice.
  return full && /^\W*(?:[^.?!]{0,40}\b)?(?:I|I['’](?:m|ve|d)|[Mm]y)\b/.test(words);
}

/** True for a label met once that the other labels, or the text, make likely. */
function isLikely(
  text: string,
  label: Label,
  among: { block: Block; known: ReadonlyMap<string, number>; marked: boolean },
): boolean {
  const { block, known, marked } = among;
  if (text.slice(label.end, block.end).trim().length < 2) return false;
  const parts = label.name.toLowerCase().split(/ (?:and|&) /);
  if (parts.length > 1) return parts.every((part) => known.has(part) || known.has(part.split(' ')[0]!));
  if (/^\p{Lu}{2,4}$/u.test(label.name) || (label.marked && marked)) return true;
  const opening = text.slice(0, OPENING_LENGTH);
  const first = opening.indexOf(`${label.name} `);
  const again = opening.indexOf(`${label.name} `, Math.max(first, label.end) + 1);
  return [first, again].some(
    (at) =>
      at >= 0 &&
      (at < label.start || at > label.end) &&
      /^\p{Lu}/u.test(text[at + label.name.length + 1] ?? ''),
  );
}
