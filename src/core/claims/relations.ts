import type { RELATIONS } from '../notes/claim.ts';
import type { ReaderNote, Relation } from '../notes/note.ts';

/** A relation as one of its two claims sees it. */
export interface Related {
  /** The note id of the other claim. There may be no such claim any more. */
  readonly other: string;
  readonly relation: (typeof RELATIONS)[number];
  /** On what, in a few words; empty where a reader did not say. */
  readonly about: string;
  /** Whether it came with the article or was made by the reader, who can take it away again. */
  readonly by: 'published' | 'own';
  /** The id of the note that it is stored on, as it is stored; the first of the two where it is published. */
  readonly heldBy: string;
}

/**
 * What each claim agrees and disagrees with, by note id: what is published first, then what the reader added, in the
 * order of `own`. Every relation is there from both sides, and once, however often it was recorded; two claims may both
 * agree and disagree, about different things.
 *
 * A reader's copy of a published claim (`copyOf`) stands in its place: it has the published one's relations, and others
 * lead to it. Under the published one's id the same list is found. Of several copies the first made is the one.
 */
export function relationsOf(
  published: readonly Relation[],
  own: readonly ReaderNote[],
): ReadonlyMap<string, readonly Related[]> {
  const standIns = standInsOf(own);
  const standIn = (id: string): string => standIns.get(id) ?? id;
  const sides = new Map<string, Related[]>();
  const known = new Set<string>();

  const add = (pair: readonly [string, string], related: Omit<Related, 'other'>): void => {
    const [first, second] = [standIn(pair[0]), standIn(pair[1])];
    const about = related.about.trim();
    const name = JSON.stringify([...[first, second].toSorted(), related.relation, about.toLowerCase()]);
    if (first === second || known.has(name)) return;
    known.add(name);
    for (const [id, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const side = { ...related, about, other };
      const list = sides.get(id);
      if (list) list.push(side);
      else sides.set(id, [side]);
    }
  };

  for (const { claims, relation, about } of published) {
    add(claims, { relation, about, by: 'published', heldBy: claims[0] });
  }
  for (const { id, claim } of own) {
    for (const { claim: other, relation, about } of claim?.relations ?? []) {
      add([id, other], { relation, about, by: 'own', heldBy: id });
    }
  }
  for (const [id, copy] of standIns) {
    const list = sides.get(copy);
    if (list) sides.set(id, list);
  }
  return sides;
}

/** Which of the reader's claims stand for published ones: the published one's id, and the id of the first copy made. */
export function standInsOf(own: readonly ReaderNote[]): ReadonlyMap<string, string> {
  const first = new Map<string, ReaderNote>();
  for (const note of own) {
    const id = note.claim?.copyOf;
    if (id === undefined) continue;
    const before = first.get(id);
    if (!before || isMadeBefore(note, before)) first.set(id, note);
  }
  return new Map([...first].map(([id, { id: copy }]) => [id, copy]));
}

function isMadeBefore(a: ReaderNote, b: ReaderNote): boolean {
  return a.created === b.created ? a.id < b.id : a.created < b.created;
}
