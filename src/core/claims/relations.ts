import type { RELATIONS } from '../notes/claim.ts';
import type { ReaderNote, Relation } from '../notes/note.ts';

/** How a claim bears on another one, as seen from the claim. */
export interface RelationHere {
  /** The other claim: the id of its note. */
  readonly other: string;
  readonly relation: (typeof RELATIONS)[number];
  readonly about: string;
  /** Who says so: the publisher, or the reader, in the note of the id `heldBy` (empty for the publisher). */
  readonly by: 'published' | 'own';
  readonly heldBy: string;
}

/**
 * The relations of every claim that has some, by its note's id, each seen from both sides and said once. A reader's copy
 * of a published claim stands in its place, with its relations. A claim that is gone is still named by its id.
 */
export function relationsOf(
  published: readonly Relation[],
  own: readonly ReaderNote[],
): Map<string, readonly RelationHere[]> {
  const copies = new Map(
    own.flatMap(({ id, claim }) => (claim?.copyOf === undefined ? [] : [[claim.copyOf, id]])),
  );
  const idNow = (id: string): string => copies.get(id) ?? id;
  const result = new Map<string, RelationHere[]>();
  const add = (from: string, to: string, rest: Omit<RelationHere, 'other'>): void => {
    if (from === to) return;
    const here = result.get(from) ?? [];
    const isSaid = here.some(
      ({ other, relation, about }) => other === to && relation === rest.relation && about === rest.about,
    );
    if (!isSaid) result.set(from, [...here, { other: to, ...rest }]);
  };
  const addBoth = (a: string, b: string, rest: Omit<RelationHere, 'other'>): void => {
    add(idNow(a), idNow(b), rest);
    add(idNow(b), idNow(a), rest);
  };
  for (const { claims, relation, about } of published)
    addBoth(claims[0], claims[1], { relation, about, by: 'published', heldBy: '' });
  for (const { id, claim } of own) {
    for (const { claim: other, relation, about } of claim?.relations ?? [])
      addBoth(id, other, { relation, about, by: 'own', heldBy: id });
  }
  return result;
}
