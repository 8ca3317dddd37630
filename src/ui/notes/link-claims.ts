import { selectorOf } from '../../core/anchor/selectors.ts';
import { relationsOf, standInsOf, type Related } from '../../core/claims/relations.ts';
import type { Claim, ClaimRelation } from '../../core/notes/claim.ts';
import { copyOfClaim } from '../../core/notes/claim-copy.ts';
import { wordsOf, type Placed, type PublishedNote, type ReaderNote } from '../../core/notes/note.ts';
import { oneLine } from '../../core/text/one-line.ts';
import { tellVoice, type Reading } from '../reading.ts';
import type { NoteActions } from './note-actions.ts';

/** A claim of the open article, published or the reader's own; a reader's copy of a published one is both. */
export interface LinkedClaim {
  /** The id of the note in which one sees it: the reader's, where there is one. */
  readonly id: string;
  readonly published: Placed<PublishedNote> | null;
  readonly own: ReaderNote | null;
  /** Its number, where it is published. */
  readonly label: string | null;
  /** The words that are claimed, on one line, and who asserts them. */
  readonly words: string;
  readonly voice: string;
}

/** The claims of an article and how they bear on each other. */
export interface ClaimWeb {
  /** In the order of the text. */
  readonly claims: readonly LinkedClaim[];
  /** By note id; a published claim of which the reader has a copy is found under both ids. */
  readonly byId: ReadonlyMap<string, LinkedClaim>;
  readonly related: ReadonlyMap<string, readonly Related[]>;
}

const webs = new WeakMap<Reading, { own: readonly ReaderNote[]; web: ClaimWeb }>();

/** The web of an article's claims; `own` are the reader's notes that are claims. Worked out once for the same two. */
export function claimWeb(reading: Reading, own: readonly ReaderNote[]): ClaimWeb {
  const known = webs.get(reading);
  if (known?.own === own) return known.web;
  const web = makeWeb(reading, own);
  webs.set(reading, { own, web });
  return web;
}

function makeWeb(reading: Reading, own: readonly ReaderNote[]): ClaimWeb {
  const notes = new Map(own.map((note) => [note.id, note]));
  const standIns = standInsOf(own);
  const byId = new Map<string, LinkedClaim>();
  const placed: { claim: LinkedClaim; start: number }[] = [];
  const add = (published: Placed<PublishedNote> | null, note: ReaderNote | null, start: number): void => {
    const shown = note ?? published;
    if (!shown) return;
    const words = oneLine(wordsOf(shown));
    const [label, id] = [published?.label ?? null, shown.id];
    const claim = { id, published, own: note, label, words, voice: tellVoice(reading, shown) };
    placed.push({ claim, start });
    byId.set(id, claim);
    if (published) byId.set(published.id, claim);
  };
  for (const note of reading.notes) {
    const copy = standIns.get(note.id);
    if (note.claim) add(note, notes.get(copy ?? '') ?? null, note.span.start);
  }
  for (const note of own) {
    if (byId.has(note.id)) continue;
    const start = selectorOf(note.selectors, 'TextPositionSelector')?.start ?? Number.POSITIVE_INFINITY;
    add(null, note, start);
  }
  placed.sort((a, b) => (a.start === b.start ? 0 : a.start - b.start));
  return {
    claims: placed.map(({ claim }) => claim),
    byId,
    related: relationsOf(reading.published.relations, own),
  };
}

/**
 * Links two claims. The link is kept with the one that is the reader's own; where both are published, the first is copied
 * among the reader's notes, which `copied` says. Null where it could not be saved, which has been said.
 */
export async function linkClaims(
  actions: NoteActions,
  [from, to]: readonly [LinkedClaim, LinkedClaim],
  how: Omit<ClaimRelation, 'claim'>,
): Promise<'linked' | 'copied' | null> {
  const holder = from.own ?? to.own;
  const other = holder === from.own ? to : from;
  // By the published one's id, so that the link stays where a copy is deleted.
  const link: ClaimRelation = { claim: other.published?.id ?? other.id, ...how };
  if (holder?.claim) {
    const relations = [...(holder.claim.relations ?? []), link];
    return (await actions.change(holder, { claim: { ...holder.claim, relations } })) && 'linked';
  }
  const { published } = from;
  if (!published?.claim) return null;
  const relations = [{ ...link, claim: to.published?.id ?? to.id }];
  const copy = copyOfClaim(published, { ...published.claim, relations });
  const made = await actions.add(published.span, copy);
  return made && 'copied';
}

/** Takes a link of the reader's away again, from whichever of the two claims has it. False where it could not be saved. */
export async function unlinkClaims(
  actions: NoteActions,
  web: ClaimWeb,
  { id, related }: { readonly id: string; readonly related: Related },
): Promise<boolean> {
  const sides = [
    [web.byId.get(id)?.own, related.other],
    [web.byId.get(related.other)?.own, id],
  ] as const;
  for (const [note, other] of sides) {
    const kept = note?.claim?.relations?.filter((one) => !isSame(web, one, { ...related, other }));
    if (!note?.claim || !kept || kept.length === note.claim.relations?.length) continue;
    // One after the other: each is a change of its own, to be undone by itself.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await actions.change(note, { claim: withRelations(note.claim, kept) }))) return false;
  }
  return true;
}

function isSame(web: ClaimWeb, one: ClaimRelation, related: Related): boolean {
  const seen = (id: string): string => web.byId.get(id)?.id ?? id;
  return (
    seen(one.claim) === seen(related.other) &&
    one.relation === related.relation &&
    one.about.trim().toLowerCase() === related.about.toLowerCase()
  );
}

function withRelations(claim: Claim, kept: readonly ClaimRelation[]): Claim {
  const { relations: _before, ...rest } = claim;
  return kept.length === 0 ? rest : { ...rest, relations: kept };
}
