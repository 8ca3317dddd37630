import { contains } from '../text/span.ts';
import { attribute, attributeInner, type Attribution } from './attribution.ts';
import { findBlocks, type Block } from './blocks.ts';
import { exchangesIn } from './exchanges.ts';
import { labelsIn, type Label } from './labels.ts';
import { sidesOf } from './interviewee.ts';
import { voicesOfLabels } from './label-voices.ts';
import { noPeople, type Person } from './people.ts';
import { questionBlocks } from './questions.ts';
import { pairMarks, type Marked } from './quotation-marks.ts';
import type { Quotation } from './quotations.ts';
import { AUTHOR_ID, speakersFor, type Speaker, type SpeakerPart } from './speakers.ts';
import { findTurns, type Exchange, type Turn, type TurnDraft } from './turns.ts';

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

/** A person's word on what the rules found in a stretch: it is always right. `speaker: null` is "unknown". */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly kind?: string;
}

export interface ArticleHints {
  readonly lang?: string;
  /** What is known of the speakers. An entry is matched by id, else by name or alias; its fields win over what was found. */
  readonly speakers?: readonly Partial<Speaker>[];
  /** Block ids in order; default `p` and the index from 0. */
  readonly blocks?: readonly string[];
  readonly corrections?: readonly Correction[];
  /** The text as it was: block ids are carried over by aligning paragraphs; new paragraphs get unused numbers. */
  readonly previous?: Article;
}

/** Finds who says what in a text, by rules. Any string is a text; what the rules can't tell is null. */
export function readArticle(text: string, hints: ArticleHints = {}): Article {
  const blocks = findBlocks(text);
  const labels = labelsIn(text, blocks);
  const people = noPeople();
  const marked = pairMarks(text, blocks).filter((pair) => !inLabel(pair, labels, blocks));
  const attributions = attribute({ text, blocks, labels, marked, people });
  const voices = voicesOfLabels(labels, people);
  const questions = questionBlocks(text, blocks, labels);
  const sides = sidesOf(text, blocks, people, new Set([...questions, ...labels.keys()]));
  const drafts = findTurns({ text, blocks, labels, voices, questions, sides, marked, attributions });
  const { shorts } = voices;
  const inner = marked.map((pair) => attributeInner(text, pair, people));
  const speakers = castOf(drafts, [...attributions.map(({ speaker }) => speaker), ...inner.flat()], shorts);
  const idOf = (person: Person | 'author' | null): string | null =>
    person === null ? null : person === 'author' ? AUTHOR_ID : (speakers.get(person)?.id ?? null);
  const turns = turnsFrom(drafts, blocks, idOf);
  const author: Speaker = { id: AUTHOR_ID, name: 'Author', short: 'Author', part: 'author', aliases: [] };
  return {
    lang: hints.lang ?? 'und',
    text,
    blocks,
    speakers: [...(turns.some((turn) => turn.speaker === AUTHOR_ID) ? [author] : []), ...speakers.values()],
    quotations: quotationsFrom({ marked, attributions, inner }, idOf),
    turns,
    exchanges: exchangesIn(turns),
  };
}

function inLabel(pair: Marked, labels: ReadonlyMap<number, Label>, blocks: readonly Block[]): boolean {
  for (const [index] of labels) {
    const label = labels.get(index);
    if (label !== undefined && contains(label, pair) && blocks[index] !== undefined) return true;
  }
  return false;
}

function castOf(
  drafts: readonly TurnDraft[],
  quoted: readonly (Person | null)[],
  shorts: ReadonlyMap<Person, string>,
): Map<Person, Speaker> {
  const parts = new Map<Person, SpeakerPart>();
  for (const speaker of quoted) if (speaker !== null) parts.set(speaker, 'quoted');
  for (const { speaker, kind } of drafts) {
    if (speaker !== null && speaker !== 'author')
      parts.set(speaker, kind === 'question' ? 'interviewer' : 'guest');
  }
  return speakersFor(
    [...parts.keys()],
    (person) => parts.get(person) ?? 'quoted',
    (person) => shorts.get(person) ?? null,
  );
}

function turnsFrom(
  drafts: readonly TurnDraft[],
  blocks: readonly Block[],
  idOf: (person: Person | 'author' | null) => string | null,
): Turn[] {
  let question: string | null = null;
  return drafts.map((draft, index) => {
    const id = `t${index}`;
    if (draft.kind === 'question') question = id;
    if (draft.kind === 'narration') question = null;
    const speaker = idOf(draft.speaker);
    return {
      id,
      start: blocks[draft.first]?.start ?? 0,
      end: blocks[draft.last]?.end ?? 0,
      kind: draft.kind,
      speaker,
      ...(draft.label === null ? {} : { label: { start: draft.label.start, end: draft.label.end } }),
      ...(draft.kind === 'answer' && question !== null ? { answers: question } : {}),
      ...(speaker === null ? {} : { confidence: draft.confidence }),
    };
  });
}

function quotationsFrom(
  source: {
    marked: readonly Marked[];
    attributions: readonly Attribution[];
    inner: readonly (Person | null)[][];
  },
  idOf: (person: Person | 'author' | null) => string | null,
): Quotation[] {
  return source.marked.flatMap((pair, index): Quotation[] => {
    const attribution = source.attributions[index];
    const speaker = idOf(attribution?.speaker ?? null);
    const span = { start: pair.start, end: pair.end };
    if (attribution?.scare === true) return [{ ...span, kind: 'scare', speaker: null }];
    const cue =
      attribution?.cue == null ? {} : { cue: { start: attribution.cue.start, end: attribution.cue.end } };
    const confidence =
      speaker === null || attribution === undefined ? {} : { confidence: attribution.confidence };
    return [
      { ...span, kind: 'direct', speaker, ...cue, ...confidence },
      ...pair.inner.map((nested, place): Quotation => ({
        start: nested.start,
        end: nested.end,
        kind: 'nested',
        speaker: idOf(source.inner[index]?.[place] ?? null),
      })),
    ];
  });
}
