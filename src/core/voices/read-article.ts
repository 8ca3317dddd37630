import { contains } from '../text/span.ts';
import { attribute, type Attribution } from './attribution.ts';
import { findBlocks, type Block } from './blocks.ts';
import { carryIds } from './carry-blocks.ts';
import { applyCorrections, type Correction, type UnlinkedTurn } from './corrections.ts';
import { linkTurns } from './exchanges.ts';
import { sidesOf } from './interviewee.ts';
import { voicesOfLabels } from './label-voices.ts';
import { labelsIn, type Label } from './labels.ts';
import { languageOf } from './language.ts';
import { attributeNested } from './nested.ts';
import { noPeople, type Person } from './people.ts';
import { questionBlocks } from './questions.ts';
import { pairMarks, type Marked } from './quotation-marks.ts';
import { quotationsFrom, type Quotation, type Read } from './quotations.ts';
import {
  castOf,
  speakerReferred,
  type Cast,
  type Member,
  type Speaker,
  type SpeakerPart,
} from './speakers.ts';
import { findTurns, type Exchange, type Turn, type TurnDraft } from './turns.ts';

export type { Correction };

/**
 * A text and what the rules found in it. The text never changes; everything else lies beside it as spans.
 * All lists are in reading order.
 */
export interface Article {
  /** BCP 47 tag of the text's language; `und` where it can't be told. */
  readonly lang: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly speakers: readonly Speaker[];
  readonly quotations: readonly Quotation[];
  readonly turns: readonly Turn[];
  readonly exchanges: readonly Exchange[];
}

/** What is known of an article beforehand. */
export interface ArticleHints {
  readonly lang?: string;
  /** What is known of the speakers. An entry is matched by id, else by name or alias; its fields win over what was found. */
  readonly speakers?: readonly Partial<Speaker>[];
  /** Block ids in order; default `p` and the index from 0. */
  readonly blocks?: readonly string[];
  /** Names and printed words that look like those of a speaker and are none ("Note:"), in any case. */
  readonly nobody?: readonly string[];
  /** Applied last, in order, each over what the ones before it left. */
  readonly corrections?: readonly Correction[];
  /** The text as it was: block ids are carried over by aligning paragraphs; new paragraphs get unused numbers. */
  readonly previous?: Article;
}

/** Finds who says what in a text, by rules. Any string is a text; what the rules can't tell is null. */
export function readArticle(text: string, hints: ArticleHints = {}): Article {
  const found = findBlocks(text);
  const nobody = new Set(hints.nobody?.map((name) => name.toLowerCase()));
  const { quotations, turns, members } = readVoices(text, found, nobody);
  const cast = castOf(
    members.filter(({ voice }) => !isNobody(voice, nobody)),
    hints.speakers ?? [],
  );
  const blocks = nameBlocks(text, found, hints);
  const known = withReferred(cast.speakers, hints);
  const corrections = (hints.corrections ?? []).map((one) => ({
    ...one,
    speaker: one.speaker === null ? null : known.idOf(one.speaker),
  }));
  const corrected = applyCorrections(
    {
      blocks,
      quotations: quotationsFrom(quotations, cast.idOf),
      turns: turns.map((draft) => turnFrom(draft, blocks, cast)),
    },
    corrections,
  );
  return {
    lang: hints.lang ?? languageOf(text),
    text,
    blocks,
    speakers: known.speakers,
    quotations: corrected.quotations,
    ...linkTurns(corrected.turns),
  };
}

/** What the rules find in the blocks of a text, before anybody has an id. */
function readVoices(
  text: string,
  blocks: readonly Block[],
  nobody: ReadonlySet<string>,
): { quotations: Read[]; turns: TurnDraft[]; members: Member[] } {
  const labels = new Map(
    [...labelsIn(text, blocks)].filter(([, { name }]) => !nobody.has(name.toLowerCase())),
  );
  const people = noPeople();
  const marked = outsideLabels(pairMarks(text, blocks), labels);
  const attributions = attribute({ text, blocks, labels, marked, people });
  const voices = voicesOfLabels(labels, people);
  const questions = questionBlocks(text, blocks, labels);
  const sides = sidesOf({ text, blocks, people, labelled: voices.people, questions });
  const turns = findTurns({
    text,
    blocks,
    labels,
    voices,
    questions,
    sides,
    author: people.author,
    marked,
    attributions,
  });
  const spoken = inSomebodysSpeech(
    marked,
    attributions,
    turns.map((turn) => ({ turn, end: blocks[turn.last]!.end })),
  );
  const quotations = marked.map((pair, index): Read => ({
    pair,
    attribution: spoken[index],
    inner: attributeNested(text, pair, people),
  }));
  return { quotations, turns, members: membersOf(turns, quotations, voices.shorts) };
}

/** True for a voice that a person says is none. The author is always somebody. */
function isNobody(voice: Person, nobody: ReadonlySet<string>): boolean {
  return voice.kind !== 'author' && nobody.has(voice.name.toLowerCase());
}

/** Marks inside a label name an outlet; they hold nobody's words. */
function outsideLabels(marked: readonly Marked[], labels: ReadonlyMap<number, Label>): Marked[] {
  const spans = [...labels.values()];
  let at = 0;
  return marked.filter((pair) => {
    while ((spans[at]?.end ?? Infinity) <= pair.start) at++;
    const label = spans[at];
    return label === undefined || !contains(label, pair);
  });
}

/** "I said" inside somebody's labelled or quoted turn is said by them, not by the author. */
function inSomebodysSpeech(
  marked: readonly Marked[],
  attributions: readonly Attribution[],
  turns: readonly { turn: TurnDraft; end: number }[],
): Attribution[] {
  let at = 0;
  return attributions.map((attribution, index) => {
    while ((turns[at]?.end ?? Infinity) <= marked[index]!.start) at++;
    const turn = turns[at]?.turn;
    if (attribution.speaker?.kind !== 'author' || turn === undefined) return attribution;
    return { ...attribution, speaker: turn.speaker };
  });
}

/** Everybody who speaks, with the most telling part that they have. */
function membersOf(
  turns: readonly TurnDraft[],
  quotations: readonly Read[],
  shorts: ReadonlyMap<Person, string>,
): Member[] {
  const parts = new Map<Person, SpeakerPart>();
  for (const { speaker, kind } of turns) {
    if (speaker === null || parts.get(speaker) === 'interviewer') continue;
    parts.set(speaker, speaker.kind === 'author' ? 'author' : kind === 'question' ? 'interviewer' : 'guest');
  }
  for (const { attribution, inner } of quotations) {
    for (const person of [attribution?.speaker ?? null, ...inner]) {
      if (person !== null && !parts.has(person))
        parts.set(person, person.kind === 'author' ? 'author' : 'quoted');
    }
  }
  return [...parts].map(([voice, part]) => ({ voice, part, short: shorts.get(voice) ?? null }));
}

function turnFrom(draft: TurnDraft, blocks: readonly Block[], cast: Cast): UnlinkedTurn {
  const speaker = cast.idOf(draft.speaker);
  const { kind, label, confidence } = draft;
  return {
    start: blocks[draft.first]!.start,
    end: blocks[draft.last]!.end,
    kind,
    speaker,
    ...(label === null ? {} : { label: { start: label.start, end: label.end } }),
    ...(speaker === null ? {} : { confidence }),
  };
}

/** Gives the blocks the ids that are asked for, else those of the version before, else numbers in order. */
function nameBlocks(text: string, blocks: readonly Block[], hints: ArticleHints): readonly Block[] {
  if (hints.blocks === undefined) {
    return hints.previous === undefined ? blocks : carryIds(hints.previous, { text, blocks });
  }
  const given = [...new Set(hints.blocks)];
  const taken = new Set(given);
  let number = 0;
  return blocks.map((block, index): Block => {
    let id = given[index];
    while (id === undefined) {
      const free = `p${number++}`;
      if (!taken.has(free)) id = free;
    }
    const { start, end, kind } = block;
    return { id, start, end, kind };
  });
}

/** The speakers with those that only a correction names, and the id of each reference. */
function withReferred(
  found: readonly Speaker[],
  hints: ArticleHints,
): { speakers: Speaker[]; idOf: (ref: string) => string } {
  const speakers = [...found];
  const ids = new Map<string, string>();
  for (const { speaker: ref } of hints.corrections ?? []) {
    if (ref === null || ids.has(ref)) continue;
    const speaker = speakerReferred(ref, speakers, hints.speakers ?? []);
    if (!speakers.some(({ id }) => id === speaker.id)) speakers.push(speaker);
    ids.set(ref, speaker.id);
  }
  return { speakers, idOf: (ref) => ids.get(ref) ?? ref };
}
