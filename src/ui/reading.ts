import { createContext, useContext } from 'react';
import {
  placeNotes,
  type Placed,
  type PublishedNote,
  type Relation,
  type Unplaced,
} from '../core/notes/note.ts';
import { speakerOf } from '../core/anchor/describe.ts';
import type { View } from '../core/link/view.ts';
import { speakerNow } from '../core/notes/claim-voice.ts';
import { countBefore } from '../core/text/bisect.ts';
import type { Formatting } from '../core/text/formatting.ts';
import { byPosition, contains, type Span } from '../core/text/span.ts';
import type { Article } from '../core/voices/read-article.ts';
import { sections, type PlainSection, type Section, type TurnSection } from '../core/voices/sections.ts';
import { castVoices, type Voice } from '../core/voices/cast-voices.ts';
import { stretches } from '../core/voices/stretches.ts';
import type { PublishedArticle } from '../storage/published-article.ts';

export type { Voice };

/** One thing that holds on a stretch of a block; the layers of a block are what its text is cut by. */
export type Layer = Span &
  (
    | { readonly layer: 'voice'; readonly speaker: string | null }
    | { readonly layer: 'quoted' | 'nested'; readonly speaker: string | null }
    | { readonly layer: 'cue' | 'label' }
    | { readonly layer: 'format'; readonly format: Formatting }
    | { readonly layer: 'note'; readonly note: Placed<PublishedNote> }
  );

/** An article made ready to draw: everything that follows from what is published, worked out once. */
export interface Reading {
  readonly published: PublishedArticle;
  readonly article: Article;
  readonly sections: readonly Section[];
  readonly voices: ReadonlyMap<string, Voice>;
  readonly notes: readonly Placed<PublishedNote>[];
  readonly unplaced: readonly Unplaced<PublishedNote>[];
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly layers: ReadonlyMap<string, readonly Layer[]>;
  /** How whole blocks were set, by block id: headings, list items, block quotes. */
  readonly settings: ReadonlyMap<string, Formatting>;
}

/**
 * Works out what the page draws from what is published and from the article as the reader has corrected it. A voice
 * keeps its look whatever is corrected.
 */
export function prepareReading(published: PublishedArticle, article: Article): Reading {
  const { placed: found, unplaced } = placeNotes(article, published.notes);
  const placed =
    article === published.article ? found : found.map((note) => corrected(note, published, article));
  return {
    published,
    article,
    sections: sections(article),
    voices: castVoices(published.article, article),
    notes: placed,
    unplaced,
    relations: relationsByClaim(published.relations),
    layers: layersByBlock(article, placed, published.formatting ?? []),
    settings: settingsByBlock(article, published.formatting ?? []),
  };
}

/** A claim whose words a reader's correction has given to another speaker is that speaker's. */
export function corrected(
  note: Placed<PublishedNote>,
  published: Pick<PublishedArticle, 'article'>,
  article: Article,
): Placed<PublishedNote> {
  const { claim, span } = note;
  if (!claim) return note;
  const speaker = speakerNow(article, { claim, span }, speakerOf(published.article, span));
  return speaker === claim.voice.speaker
    ? note
    : { ...note, claim: { ...claim, voice: { ...claim.voice, speaker } } };
}

function relationsByClaim(relations: readonly Relation[]): Map<string, Relation[]> {
  const result = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of relation.claims) result.set(id, [...(result.get(id) ?? []), relation]);
  }
  return result;
}

/** Formatting that sets words within a paragraph; the rest sets whole ones. */
const INLINE = new Set<Formatting['kind']>(['emphasis', 'strong', 'link']);

function settingsByBlock(article: Article, formatting: readonly Formatting[]): Map<string, Formatting> {
  const result = new Map<string, Formatting>();
  const { blocks } = article;
  for (const format of formatting) {
    if (INLINE.has(format.kind)) continue;
    for (let at = countBefore(blocks.length, (index) => blocks[index]!.end <= format.start); ; at += 1) {
      const block = blocks[at];
      if (!block || block.start >= format.end) break;
      result.set(block.id, format);
    }
  }
  return result;
}

function layersByBlock(
  article: Article,
  notes: readonly Placed<PublishedNote>[],
  formatting: readonly Formatting[],
): Map<string, Layer[]> {
  const formats = formatting
    .filter(({ kind }) => INLINE.has(kind))
    .map((format): Layer => ({ layer: 'format', start: format.start, end: format.end, format }));
  const layers = [...formats, ...allLayers(article, notes)].toSorted((a, b) => a.start - b.start);
  const result = new Map<string, Layer[]>();
  let open: Layer[] = [];
  let next = 0;
  for (const block of article.blocks) {
    open = open.filter((layer) => layer.end > block.start);
    while (next < layers.length && layers[next]!.start < block.end) {
      if (layers[next]!.end > block.start) open.push(layers[next]!);
      next += 1;
    }
    result.set(block.id, [...open]);
  }
  return result;
}

function allLayers(article: Article, notes: readonly Placed<PublishedNote>[]): Layer[] {
  const layers: Layer[] = stretches(article).map((stretch) => ({ layer: 'voice', ...stretch }));
  const turns = article.turns;
  let turn = 0;
  for (const { start, end, kind, speaker, cue } of article.quotations) {
    while (turn < turns.length && turns[turn]!.end <= start) turn += 1;
    const inTurn = turns[turn]?.speaker;
    // A turn shows its speaker by bar and header, so only words of others are marked as quoted in it.
    if (kind === 'direct' && speaker !== inTurn) layers.push({ layer: 'quoted', start, end, speaker });
    if (kind === 'nested') layers.push({ layer: 'nested', start, end, speaker });
    // In narration a cue is narration like the rest; in a turn it is what the voice did not say.
    if (cue && turns[turn]?.kind !== 'narration') layers.push({ layer: 'cue', ...cue });
  }
  for (const { label } of turns) if (label) layers.push({ layer: 'label', ...label });
  for (const note of notes) layers.push({ layer: 'note', ...note.span, note });
  return layers;
}

/** What Interview leaves out: everything that is not the front, a question, an answer, a statement or a heading. */
export function isFolded(part: TurnSection | PlainSection): boolean {
  return part.kind === 'turn' ? part.turn.kind === 'narration' : part.kind === 'back';
}

/** Those of the notes whose words a view shows, in the order given. */
export function shownIn<T extends { readonly span: Span }>(
  reading: Reading,
  view: View,
  notes: readonly T[],
): readonly T[] {
  if (view === 'full') return notes;
  const parts = reading.sections.flatMap((section) =>
    section.kind === 'exchange' ? section.parts : [section],
  );
  const folded: Span[] = parts
    .filter(isFolded)
    .map(({ blocks }) => ({ start: blocks[0]!.start, end: blocks.at(-1)!.end }));
  for (const { label } of reading.article.turns) if (label) folded.push(label);
  folded.sort(byPosition);
  return notes.filter((note) => {
    const starting = countBefore(folded.length, (index) => folded[index]!.start <= note.span.start);
    const before = folded[starting - 1];
    return !before || !contains(before, note.span);
  });
}

export const ReadingContext = createContext<Reading | null>(null);

/** The article that is open. Throws outside of a reader. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('useReading is used outside of a reader');
  return reading;
}

/** The voice of those whom nobody knows. */
export const UNKNOWN_VOICE: Voice = {
  id: '',
  name: 'Unknown voice',
  short: 'Unknown',
  part: 'quoted',
  aliases: [],
  slot: 0,
  initials: '?',
};

/** The voice of a speaker id; null and ids that nobody has are the unknown voice. */
export function voiceOf(reading: Reading, speaker: string | null): Voice {
  return (speaker === null ? undefined : reading.voices.get(speaker)) ?? UNKNOWN_VOICE;
}

/** How a claim's voice is told: "Vance, speaking of Russia", "The author, reporting Vance". */
export function tellVoice(reading: Reading, { claim }: Pick<PublishedNote, 'claim'>): string {
  if (!claim) return 'Editor';
  const { speaker, reporting, quoting, of } = claim.voice;
  // Somebody whom the article does not know is called as the claim's maker called them.
  const parts = [reading.voices.get(speaker)?.name ?? (speaker || UNKNOWN_VOICE.name)];
  if (reporting !== undefined) parts.push(`reporting ${voiceOf(reading, reporting).short}`);
  if (quoting !== undefined) parts.push(`quoting ${voiceOf(reading, quoting).short}`);
  if (of !== undefined) parts.push(`speaking of ${of}`);
  return parts.join(', ');
}
