import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import type { Label } from './labels.ts';
import { settingOf, withoutMarkup } from './markup.ts';

/** How much of a paragraph is read to tell whether it asks. */
const READ = 2000;
/** An interviewer without a label is short: a longer paragraph that ends in a question is an answer that asks back. */
const LONGEST_QUESTION = 90;
/** As many questions make an interview; fewer may be an essay that asks its reader. */
const FEWEST_QUESTIONS = 3;

const ASKING =
  /^(?:(?:and|but|so|then|also|moreover|besides|finally|or|now|however|furthermore|first|firstly|second|lastly|still|well|okay|ok|great|thanks|thank you|yes|right),?\s)*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might|in what|to what|for how|at what|tell (?:us|me)|describe|explain|talk (?:us|me) through|walk (?:us|me) through|give (?:us|me)|share|please|introduce)\b/i;

/** Words by which somebody speaks of themselves. */
const SELF = /\b(?:I|my|me|we|our)\b/g;

/** True where a paragraph asks: most of its sentences end in a question mark, or it begins as a question does. */
export function isQuestion(text: string, span: Span | undefined): boolean {
  if (span === undefined) return false;
  const words = withoutMarkup(text.slice(span.start, Math.min(span.end, span.start + READ)));
  const asked = words.match(/[?？]/g)?.length ?? 0;
  const said = words.match(/[.!](?=\s+\p{Lu}|$)|[。！]/gu)?.length ?? 0;
  return asked > said || (said <= 1 && ASKING.test(words));
}

/** A request to somebody who is interviewed. */
const REQUEST =
  /^(?:tell (?:us|me)|describe|explain|talk (?:us|me) through|walk (?:us|me) through|introduce)\b/i;

/** True where the paragraph's last sentence asks or requests ("Tell us about …"), or the whole does. */
export function endsAsking(text: string, span: Span): boolean {
  const words = withoutMarkup(text.slice(Math.max(span.start, span.end - READ), span.end));
  if (/[?？]["”’»)\]]*$/.test(words)) return true;
  const last = words.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1)!;
  return REQUEST.test(words) || REQUEST.test(last);
}

/** True for words that speak to somebody rather than of somebody. */
function speaksToYou(words: string): boolean {
  return /\b(?:you|your|yours|yourself|you['’](?:re|ve|d|ll)|(?:tell|give) (?:us|me)|вы|вас|ваш\p{L}*|vous|votre|usted|ustedes|Sie|Ihr\p{L}*)\b|您|你/iu.test(
    words,
  );
}

/**
 * The blocks in which an interviewer without a label speaks. Where the page sets questions apart, as headings, in bold
 * or in italics, everything set so belongs to the interviewer; else short paragraphs that ask and speak to "you" do,
 * if there are several and each is followed by something that does not ask.
 */
export function questionBlocks(
  text: string,
  blocks: readonly Block[],
  labels: ReadonlyMap<number, Label>,
): Set<number> {
  return setApart(text, blocks, labels) ?? asking(text, blocks, labels);
}

function setApart(
  text: string,
  blocks: readonly Block[],
  labels: ReadonlyMap<number, Label>,
): Set<number> | null {
  const groups = new Map<string, { all: number[]; asking: number }>();
  for (const [index, block] of blocks.entries()) {
    if (
      block.kind === 'title' ||
      block.kind === 'back-matter' ||
      block.kind === 'caption' ||
      labels.has(index)
    )
      continue;
    const setting = settingOf(text, block);
    if (setting === 'plain') continue;
    const name =
      setting === 'heading' ? `heading ${text.slice(block.start, block.end).search(/[^#]/)}` : setting;
    const group = groups.get(name) ?? { all: [], asking: 0 };
    group.all.push(index);
    if (isQuestion(text, block)) group.asking++;
    groups.set(name, group);
  }
  const best = [...groups.values()].toSorted((a, b) => b.asking - a.asking)[0];
  if (best === undefined || best.asking < 2) return null;
  const mostAsk = best.asking * 2 >= best.all.length && (labels.size > 0 || best.asking >= FEWEST_QUESTIONS);
  return mostAsk || takesTurns(best.all) ? new Set(best.all) : null;
}

/** True where what is set apart alternates with plain text: an interviewer also puts in remarks that ask nothing. */
function takesTurns(indices: readonly number[]): boolean {
  return (
    indices.length > FEWEST_QUESTIONS &&
    indices.every((index, at) => at === 0 || index > indices[at - 1]! + 1)
  );
}

function asking(text: string, blocks: readonly Block[], labels: ReadonlyMap<number, Label>): Set<number> {
  const found: number[] = [];
  let toYou = 0;
  for (const [index, block] of blocks.entries()) {
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || labels.has(index)) continue;
    const next = blocks[index + 1];
    if (next === undefined || next.kind === 'back-matter' || !isInterviewers(text, block)) continue;
    found.push(index);
    if (speaksToYou(text.slice(block.start, block.end))) toYou++;
  }
  const interviews = toYou * 2 >= found.length || announcesInterview(text, blocks);
  if (found.length < FEWEST_QUESTIONS || found.length < labels.size || !interviews) return new Set();
  return new Set([...found, ...remarks(text, blocks, new Set(found))]);
}

/** Words that open a reply: what stands before them is somebody else's. */
const REPLYING =
  /^(?:yes|yeah|yep|no|nope|well|oh|absolutely|definitely|exactly|certainly|sure|right|correct)\b(?!\s\p{L}+ (?:of us|one))[,.!:;—– ]/iu;

/**
 * Remarks of an interviewer that ask nothing: short paragraphs right before one that opens a reply. They stand behind
 * one paragraph of an answer, or do not speak of "I" and "we"; else the answer itself goes on.
 */
function remarks(text: string, blocks: readonly Block[], questions: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    const remark = blocks[index - 1];
    if (remark?.kind !== 'paragraph' || !REPLYING.test(text.slice(block.start, block.start + 40))) continue;
    if ([index, index - 1, index - 2].some((at) => questions.has(at))) continue;
    const words = text.slice(remark.start, Math.min(remark.end, remark.start + READ));
    const behindOne = questions.has(index - 3) || found.has(index - 3);
    if (words.split(' ').length <= LONGEST_QUESTION && (behindOne || words.match(SELF) === null))
      found.add(index - 1);
  }
  return found;
}

/** True where the first words of the article say that questions were put to somebody. */
function announcesInterview(text: string, blocks: readonly Block[]): boolean {
  const opening = text.slice(0, Math.min(blocks[4]?.end ?? text.length, READ));
  return /\b(?:interview(?:s|ed)?|q ?& ?a|questions|talk(?:s|ed) (?:to|with)|sp(?:oke|eaks) (?:to|with)|conversation)\b/i.test(
    opening,
  );
}

/** A short paragraph that ends by asking, and speaks at least as much of "you" as of "I" or "we". */
function isInterviewers(text: string, block: Block): boolean {
  const words = withoutMarkup(text.slice(block.start, Math.min(block.end, block.start + READ)));
  if (words.split(' ').length > LONGEST_QUESTION || /^["“«„]/.test(words)) return false;
  if (!endsAsking(text, block) && !(ASKING.test(words) && speaksToYou(words) && !/[.!?]/.test(words)))
    return false;
  const you = words.match(/\byou(?:r|rs)?\b/gi)?.length ?? 0;
  const self = words.match(SELF)?.length ?? 0;
  return you >= self || (self <= 1 && words.length < 80);
}
