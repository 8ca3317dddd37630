import { overlaps, type Span } from '../text/span.ts';
import type { Correction } from './corrections.ts';
import type { Article, ArticleHints } from './read-article.ts';
import type { Speaker } from './speakers.ts';
import { stretches } from './stretches.ts';

/** What a person says of a voice that the rules found. What is absent stays as it was found. */
export interface VoiceEdit {
  readonly name?: string;
  readonly part?: Speaker['part'];
  /** The id of the voice that this one is, under another name. */
  readonly sameAs?: string;
  /** What looks like a name is none. */
  readonly isNobody?: boolean;
}

/** What a person says of a reading before it is kept: of voices, by their ids, and of single passages. */
export interface Review {
  readonly edits: Readonly<Record<string, VoiceEdit>>;
  readonly answers: readonly Correction[];
}

/**
 * The hints with which `readArticle` reads the text as the person sees it. `found` is the reading without them, whose
 * ids the review speaks of. Names carry over to another version of the text; only `corrections` are places in this one.
 */
export function hintsOf(
  found: Article,
  { edits, answers }: Review,
): Pick<ArticleHints, 'speakers' | 'nobody' | 'corrections'> {
  const speakers: Partial<Speaker>[] = [];
  const nobody: string[] = [];
  for (const speaker of found.speakers) {
    const edit = editOf(edits, speaker.id) ?? {};
    if (edit.isNobody) nobody.push(speaker.name);
    if (edit.isNobody || resolve(edits, speaker.id) !== speaker.id) continue;
    const same = found.speakers.filter(
      ({ id }) => id !== speaker.id && !editOf(edits, id)?.isNobody && resolve(edits, id) === speaker.id,
    );
    if (edit.name === undefined && edit.part === undefined && same.length === 0) continue;
    const name = edit.name?.trim();
    speakers.push({
      id: speaker.id,
      // The name as found leads from another version of the text to this voice.
      aliases: [...new Set([speaker.name, ...same.map((one) => one.name)])],
      ...(name ? { name, short: shortOf(speaker, name) } : { name: speaker.name, short: speaker.short }),
      ...(edit.part && { part: edit.part }),
    });
  }
  // Those whom only an answer names.
  const isFound = new Set(found.speakers.map(({ id }) => id));
  for (const [id, { name, part }] of Object.entries(edits)) {
    if (!isFound.has(id) && (name ?? part) !== undefined)
      speakers.push({ id, ...(name && { name }), ...(part && { part }) });
  }
  const corrections = answers.map((answer) => {
    const { speaker } = answer;
    if (speaker === null) return answer;
    const who = resolve(edits, speaker);
    return { ...answer, speaker: editOf(edits, who)?.isNobody ? null : who };
  });
  return {
    ...(speakers.length > 0 && { speakers }),
    ...(nobody.length > 0 && { nobody }),
    ...(corrections.length > 0 && { corrections }),
  };
}

/** The voice that an id stands for after merging; a ring of merges ends where it began. */
function resolve(edits: Review['edits'], id: string): string {
  const seen = new Set([id]);
  let at = id;
  const next = (): string | undefined => editOf(edits, at)?.sameAs;
  for (let other = next(); other !== undefined && !seen.has(other); other = next()) {
    seen.add(other);
    at = other;
  }
  return at;
}

/** What is said of a voice. An id is made from a name, and a voice may be called as something that every object has. */
function editOf(edits: Review['edits'], id: string): VoiceEdit | undefined {
  return Object.hasOwn(edits, id) ? edits[id] : undefined;
}

function shortOf(speaker: Speaker, name: string): string {
  return name === speaker.name ? speaker.short : (name.split(/\s+/).at(-1) ?? name);
}

/** Words whose speaker the rules are not sure of. */
export interface Doubt extends Span {
  /** Whom the rules would name; null where they name nobody. */
  readonly speaker: string | null;
  /** Who may have said it: the rules' own guess first, then those who speak nearby, nearest first. */
  readonly candidates: readonly string[];
}

/** An attribution below this is worth a question. */
const UNSURE = 0.6;
const CANDIDATES = 4;

/** The quotations and turns whose speaker is unknown or unsure, in reading order. `answered` ones are no longer. */
export function doubtsIn(article: Article, answered: readonly Span[] = []): Doubt[] {
  const isOpen = (one: Span & { readonly speaker: string | null; readonly confidence?: number }): boolean =>
    (one.speaker === null || (one.confidence ?? 1) < UNSURE) &&
    !answered.some(({ start, end }) => start === one.start && end === one.end);
  const turns = article.turns.filter((turn) => turn.kind !== 'narration' && isOpen(turn));
  const quotations = article.quotations.filter(
    (quotation) =>
      quotation.kind === 'direct' && isOpen(quotation) && !turns.some((turn) => overlaps(turn, quotation)),
  );
  return [...turns, ...quotations]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, speaker }) => ({
      start,
      end,
      speaker,
      candidates: candidatesFor(article, { start, end }, speaker),
    }));
}

function candidatesFor(article: Article, span: Span, guess: string | null): string[] {
  const all = stretches(article);
  const here = all.findIndex((stretch) => stretch.end > span.start);
  const near = new Set(guess === null ? [] : [guess]);
  for (let reach = 1; reach < all.length && near.size < CANDIDATES; reach += 1) {
    for (const stretch of [all[here - reach], all[here + reach]]) {
      if (stretch?.speaker != null && near.size < CANDIDATES) near.add(stretch.speaker);
    }
  }
  return [...near];
}
