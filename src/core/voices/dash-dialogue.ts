import type { Span } from '../text/span.ts';
import type { Block } from './blocks.ts';
import { verbForm } from './lexicon/verbs.ts';

/** As many paragraphs that open with a dash make a dialogue; one alone may credit a picture or a motto. */
const FEWEST_SPEECHES = 2;

const OPENS = /^(?:[—–―]|--)\s?(?=[^\s—–―-])/;
const ENDS = /[.!?…,:;][\p{Pf}\p{Pe}"»]?(?:\s?(?:--|[—–]))?$/u;

/** Where narration breaks in: behind a comma or a stop, or, as in Spanish, right at its first word. */
const BREAKS_IN = /[,.!?…»”]?\s(?:[—–―]\s?|--\s?)(?=\p{Ll})/gu;
/** Where speech goes on: a dash with a blank on its right, or on its left before a stop. */
const GOES_ON = /(?:[.,:;!?]\s(?:[—–―]|--)\s)|(?:(?:[—–―]|--)[.,:;!?]?\s)/gu;
/** Narration without dashes, as in French: ", dit-il". */
const VERB_BEHIND_COMMA =
  /[,!?…]\s(\p{Ll}+)(?:-t)?(?:-(?:ils?|elles?|je|on)\b|\s(?=\p{Lu}|les?\s|la\s|l[’']|mon\s|ma\s|son\s|sa\s))/gu;

/**
 * The speech in paragraphs that open with a dash, where a text prints dialogue so (Russian, French, Spanish, Joyce):
 * from the dash to the paragraph's end, without the narration that breaks in.
 */
export function dashSpeech(text: string, blocks: readonly Block[]): Span[] {
  const speeches = blocks.filter((block) => block.kind === 'paragraph' && opensWithDash(text, block));
  if (speeches.length < FEWEST_SPEECHES) return [];
  return speeches.flatMap((block) => partsOf(text, block));
}

function opensWithDash(text: string, block: Block): boolean {
  return (
    OPENS.test(text.slice(block.start, block.start + 4)) &&
    ENDS.test(text.slice(Math.max(block.start, block.end - 6), block.end))
  );
}

/** The stretches of speech in a paragraph, in order. */
function partsOf(text: string, block: Block): Span[] {
  const parts: Span[] = [];
  let start = block.start;
  while (start < block.end) {
    const narration = narrationFrom(text, { start: start + 2, end: block.end });
    const end = narration?.start ?? block.end;
    if (end - start > 1) parts.push({ start, end });
    start = narration?.end ?? block.end;
  }
  return parts;
}

/** The next narration in a stretch: from behind the speech before it to where speech goes on; null where there is none. */
function narrationFrom(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end);
  BREAKS_IN.lastIndex = 0;
  const dash = BREAKS_IN.exec(words);
  VERB_BEHIND_COMMA.lastIndex = 0;
  let verb = VERB_BEHIND_COMMA.exec(words);
  while (verb !== null && verbForm(verb[1]!)?.sense !== 'speech') verb = VERB_BEHIND_COMMA.exec(words);
  if (dash !== null && (verb === null || dash.index <= verb.index)) {
    GOES_ON.lastIndex = dash.index + dash[0].length;
    const again = GOES_ON.exec(words);
    const stop = /^[,.!?…»”]/.test(dash[0]) ? 1 : 0;
    return {
      start: span.start + dash.index + stop,
      end: again === null ? span.end : span.start + again.index + again[0].length,
    };
  }
  if (verb === null) return null;
  const end = words.slice(verb.index + 1).search(/[.!?:,]\s/);
  return {
    start: span.start + verb.index + 1,
    end: end < 0 ? span.end : span.start + verb.index + 1 + end + 2,
  };
}
