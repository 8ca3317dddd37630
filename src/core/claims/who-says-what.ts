import { ALL_KINDS, type ClaimKind } from '../notes/claim.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import { countWords, stretches, type Stretch } from '../voices/stretches.ts';
import type { Turn } from '../voices/turns.ts';
import type { LedgerRow } from './ledger.ts';

/*
 * What the pictures of an article show, as numbers, each with what it is a number of. The article is the one that the
 * reader has corrected. A speaker is an id everywhere here; empty is the unknown voice.
 */

/** A voice's line in the matrix of claims. `counts` are in the order of the matrix's kinds. */
export interface MatrixLine {
  readonly speaker: string;
  /** The speaker's name; the id where the article has no such speaker (any more), `Unknown voice` where there is none. */
  readonly name: string;
  /** Whether any words of the article's body are theirs: claims may be given to somebody who never speaks in it. */
  readonly speaks: boolean;
  readonly counts: readonly number[];
  readonly total: number;
}

/** How many claims each voice makes, by kind. The denominator of every number in it is `total`. */
export interface ClaimMatrix {
  readonly kinds: readonly ClaimKind[];
  readonly lines: readonly MatrixLine[];
  /** For each kind, the claims of all voices. */
  readonly totals: readonly number[];
  readonly total: number;
}

/**
 * Counts the rows of a ledger by voice and kind: published claims and the reader's own, those whose words were not found,
 * too. Every kind has a column, and a line everybody who speaks or claims: in the order of their first words, then those
 * who have none, the unknown voice last.
 */
export function claimMatrix(article: Article, rows: readonly LedgerRow[]): ClaimMatrix {
  const speaking = new Set(stretches(article).map(keyOf));
  const bySpeaker = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const theirs = bySpeaker.get(row.speaker);
    if (theirs) theirs.push(row);
    else bySpeaker.set(row.speaker, [row]);
  }
  const names = new Map(rows.map((row) => [row.speaker, row.voice]));
  const lines = inOrder(article, [...speaking, ...bySpeaker.keys()]).map((speaker): MatrixLine => {
    const theirs = bySpeaker.get(speaker) ?? [];
    return {
      speaker,
      name: nameOf(article, speaker, names.get(speaker)),
      speaks: speaking.has(speaker),
      counts: ALL_KINDS.map((kind) => theirs.filter(({ claim }) => claim.kind === kind).length),
      total: theirs.length,
    };
  });
  const totals = ALL_KINDS.map((_, kind) => lines.reduce((sum, { counts }) => sum + counts[kind]!, 0));
  return { kinds: ALL_KINDS, lines, totals, total: rows.length };
}

/** A part of the text that one voice has the word in, and how many words of it are theirs. */
export interface Speech extends Span {
  readonly words: number;
}

/** How much a voice says. `words` out of `of`, all words of the body, as `shares` counts both. */
export interface Talk {
  readonly speaker: string;
  readonly name: string;
  readonly words: number;
  readonly of: number;
  /** Turns of their own, and words of theirs that stand in somebody else's turn: quoted, or between quotations. */
  readonly turns: number;
  readonly quotations: number;
  /** The one of these with the most words, the first of several; null where a voice only adds who said it. */
  readonly longest: Speech | null;
}

/**
 * How much each voice says, in the order of their first words. A turn is what the article sets apart as one: its words
 * are those of its speaker, without the clauses in which the author says who speaks, which don't break it. Those clauses
 * are words of the author's, but no quotations.
 */
export function talk(article: Article): Talk[] {
  const words = new Map<string, number>();
  const spoken = new Map<string, { turns: Speech[]; quotations: Speech[] }>();
  const author = article.speakers.find(({ part }) => part === 'author')?.id;
  let of = 0;
  for (const [turn, inside] of stretchesByTurn(article)) {
    const own = turn.speaker ?? '';
    const ofTurn: Speech[] = [];
    for (const stretch of inside) {
      const key = keyOf(stretch);
      const count = countWords(article.text, stretch);
      of += count;
      words.set(key, (words.get(key) ?? 0) + count);
      const all = spoken.get(key) ?? { turns: [], quotations: [] };
      spoken.set(key, all);
      const speech = { start: stretch.start, end: stretch.end, words: count };
      if (key === own) ofTurn.push(speech);
      else if (key !== author) all.quotations.push(speech);
    }
    const [first] = ofTurn;
    if (first) {
      const count = ofTurn.reduce((sum, speech) => sum + speech.words, 0);
      spoken.get(own)!.turns.push({ start: first.start, end: ofTurn.at(-1)!.end, words: count });
    }
  }
  return inOrder(article, words.keys()).map((speaker): Talk => {
    const { turns, quotations } = spoken.get(speaker)!;
    return {
      speaker,
      name: nameOf(article, speaker),
      words: words.get(speaker)!,
      of,
      turns: turns.length,
      quotations: quotations.length,
      longest: longestOf([...turns, ...quotations]),
    };
  });
}

function longestOf(all: readonly Speech[]): Speech | null {
  return all.reduce<Speech | null>(
    (most, speech) =>
      !most || speech.words > most.words || (speech.words === most.words && speech.start < most.start)
        ? speech
        : most,
    null,
  );
}

/** The stretches of each turn; a stretch that goes on over turns is cut. */
function stretchesByTurn(article: Article): [Turn, Stretch[]][] {
  const all = stretches(article);
  let next = 0;
  return article.turns.map((turn) => {
    while (next < all.length && all[next]!.end <= turn.start) next += 1;
    const inside: Stretch[] = [];
    for (let at = next; at < all.length && all[at]!.start < turn.end; at += 1) {
      const { start, end, speaker } = all[at]!;
      inside.push({ start: Math.max(start, turn.start), end: Math.min(end, turn.end), speaker });
    }
    return [turn, inside];
  });
}

/** What a voice asks and answers. Counted are turns that are questions; one turn may ask several things. */
export interface Asking {
  readonly speaker: string;
  readonly name: string;
  /** How many they ask, and to how many of these another voice answers in the same exchange. */
  readonly asked: number;
  readonly answered: number;
  /** How many of others' questions they answer, out of `of`: all questions but their own. */
  readonly answers: number;
  readonly of: number;
}

/** Who asks and who answers, in the order of their first words; voices that do neither are left out. */
export function questionsAsked(article: Article): Asking[] {
  const turns = new Map(article.turns.map((turn) => [turn.id, turn]));
  const speakerOf = (id: string): string => turns.get(id)?.speaker ?? '';
  const counts = new Map<string, { asked: number; answered: number; answers: number }>();
  const countOf = (speaker: string): { asked: number; answered: number; answers: number } => {
    const known = counts.get(speaker) ?? { asked: 0, answered: 0, answers: 0 };
    counts.set(speaker, known);
    return known;
  };
  let all = 0;
  for (const { questions, answers } of article.exchanges) {
    const answering = new Set(answers.map(speakerOf));
    for (const question of questions) {
      const asker = speakerOf(question);
      // Two unknown voices need not be one.
      const others = [...answering].filter((speaker) => speaker !== asker || speaker === '');
      all += 1;
      countOf(asker).asked += 1;
      if (others.length > 0) countOf(asker).answered += 1;
      for (const speaker of others) countOf(speaker).answers += 1;
    }
  }
  return inOrder(article, counts.keys()).flatMap((speaker): Asking[] => {
    const { asked, answered, answers } = counts.get(speaker)!;
    if (asked === 0 && answers === 0) return [];
    const of = speaker === '' ? all : all - asked;
    return [{ speaker, name: nameOf(article, speaker), asked, answered, answers, of }];
  });
}

/** A claim's place along the text: the row it is, and where its words begin and end, 0 to 1 of the whole text. */
export interface Tick {
  readonly row: LedgerRow;
  readonly span: Span;
  readonly from: number;
  readonly to: number;
}

/** A voice's claims along the text, in its order. */
export interface Lane {
  readonly speaker: string;
  readonly name: string;
  readonly ticks: readonly Tick[];
}

/** Where claims stand. `placed` of `of` claims have a place; the words of the others are no longer in the text. */
export interface ClaimsAlong {
  readonly lanes: readonly Lane[];
  readonly placed: number;
  readonly of: number;
}

/** The claims along the text, a lane for each voice that makes some, ordered as the matrix is. */
export function claimsAlong(article: Article, rows: readonly LedgerRow[]): ClaimsAlong {
  const length = Math.max(1, article.text.length);
  const lanes = new Map<string, Tick[]>();
  const names = new Map(rows.map((row) => [row.speaker, row.voice]));
  let placed = 0;
  for (const row of rows) {
    const { span, speaker } = row;
    if (!span) continue;
    placed += 1;
    const lane = lanes.get(speaker) ?? [];
    lane.push({ row, span, from: span.start / length, to: span.end / length });
    lanes.set(speaker, lane);
  }
  return {
    lanes: inOrder(article, lanes.keys()).map((speaker) => ({
      speaker,
      name: nameOf(article, speaker, names.get(speaker)),
      ticks: lanes.get(speaker)!.toSorted((a, b) => a.from - b.from || a.to - b.to),
    })),
    placed,
    of: rows.length,
  };
}

const keyOf = (stretch: Stretch): string => stretch.speaker ?? '';

/** Each once: by first words, then those without as the article lists them, then strangers, the unknown voice last. */
function inOrder(article: Article, speakers: Iterable<string>): string[] {
  const wanted = new Set(speakers);
  const named = [...stretches(article).map(keyOf), ...article.speakers.map(({ id }) => id), ...wanted];
  return [...new Set([...named.filter((speaker) => speaker !== ''), ''])].filter((speaker) =>
    wanted.has(speaker),
  );
}

function nameOf(article: Article, speaker: string, otherwise = speaker): string {
  if (speaker === '') return 'Unknown voice';
  return article.speakers.find(({ id }) => id === speaker)?.name ?? otherwise;
}
