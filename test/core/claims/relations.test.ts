import { describe, expect, it } from 'vitest';
import { relationsOf, standInsOf, type Related } from '../../../src/core/claims/relations.ts';
import type { ClaimRelation } from '../../../src/core/notes/claim.ts';
import type { ReaderNote, Relation } from '../../../src/core/notes/note.ts';

const published = (first: string, second: string, about = 'dates'): Relation => ({
  claims: [first, second],
  relation: 'agree',
  about,
});

/** A claim of the reader's: `to` are the notes that it is linked to, as `x disagree about prices`. */
function own(
  id: string,
  to: readonly string[],
  some: { copyOf?: string; created?: string } = {},
): ReaderNote {
  const { copyOf, created = '2025-01-01T00:00:00.000Z' } = some;
  const relations = to.map((each): ClaimRelation => {
    const [claim = '', relation, ...about] = each.split(' ');
    return { claim, relation: relation === 'agree' ? 'agree' : 'disagree', about: about.join(' ') };
  });
  return {
    id,
    article: 'a',
    kind: 'claim',
    selectors: [],
    body: '',
    tags: [],
    colour: 'yellow',
    created,
    modified: created,
    revision: 1,
    claim: {
      kind: 'record',
      checkable: 'yes',
      status: 'open',
      sources: [],
      voice: { speaker: 'x' },
      relations,
      ...(copyOf !== undefined && { copyOf }),
    },
  };
}

/** One side as a line: `c2 agree dates published c1`. */
const told = (sides: readonly Related[] | undefined): string[] =>
  (sides ?? []).map(({ other, relation, about, by, heldBy }) =>
    [other, relation, about, by, heldBy].join(' '),
  );

describe('the relations of claims', () => {
  it('are there from both sides, those published first', () => {
    const sides = relationsOf([published('c1', 'c2')], [own('n1', ['c1 disagree prices'])]);
    expect(told(sides.get('c1'))).toEqual(['c2 agree dates published c1', 'n1 disagree prices own n1']);
    expect(told(sides.get('c2'))).toEqual(['c1 agree dates published c1']);
    expect(told(sides.get('n1'))).toEqual(['c1 disagree prices own n1']);
    expect(sides.get('c3')).toBeUndefined();
  });

  it('are told once, whoever recorded them, and what is published wins', () => {
    const notes = [
      own('n1', ['n2 agree Prices', 'n2 disagree prices', 'n2 agree dates']),
      own('n2', ['n1 agree  prices ']),
    ];
    expect(told(relationsOf([], notes).get('n2'))).toEqual([
      'n1 agree Prices own n1',
      'n1 disagree prices own n1',
      'n1 agree dates own n1',
    ]);
    const again = relationsOf([published('c1', 'c2')], [own('n1', ['c2 agree dates'], { copyOf: 'c1' })]);
    expect(told(again.get('c2'))).toEqual(['n1 agree dates published c1']);
  });

  it('of a published claim are those of the reader’s copy, which stands in its place', () => {
    const copy = own('n1', ['c3 disagree prices'], { copyOf: 'c1' });
    const sides = relationsOf([published('c1', 'c2')], [copy, own('n2', ['c1 agree size'])]);
    const all = ['c2 agree dates published c1', 'c3 disagree prices own n1', 'n2 agree size own n2'];
    expect(told(sides.get('n1'))).toEqual(all);
    expect(told(sides.get('c1'))).toEqual(all);
    expect(told(sides.get('c2'))).toEqual(['n1 agree dates published c1']);
    expect(told(sides.get('n2'))).toEqual(['n1 agree size own n2']);
  });

  it('between two copies join the copies', () => {
    const copies = [own('n1', [], { copyOf: 'c1' }), own('n2', [], { copyOf: 'c2' })];
    expect(told(relationsOf([published('c1', 'c2')], copies).get('n2'))).toEqual([
      'n1 agree dates published c1',
    ]);
  });

  it('lead to the first copy made, where there are several', () => {
    const late = own('n1', [], { copyOf: 'c1', created: '2025-02-01T00:00:00.000Z' });
    const early = own('n2', [], { copyOf: 'c1' });
    expect([...standInsOf([late, early])]).toEqual([['c1', 'n2']]);
    expect([...standInsOf([early, { ...early, id: 'n0' }])]).toEqual([['c1', 'n0']]);
  });

  it('never join a claim to itself, and keep an other that is gone', () => {
    const sides = relationsOf(
      [],
      [own('n1', ['n1 agree x', 'c1 agree x', 'gone disagree x'], { copyOf: 'c1' })],
    );
    expect(told(sides.get('n1'))).toEqual(['gone disagree x own n1']);
    expect(told(sides.get('gone'))).toEqual(['n1 disagree x own n1']);
  });
});
