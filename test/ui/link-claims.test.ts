import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../src/core/anchor/describe.ts';
import type { Claim } from '../../src/core/notes/claim.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { revise } from '../../src/core/notes/note-state.ts';
import { publishAll } from '../../tools/articles.ts';
import { prepareReading } from '../../src/ui/reading.ts';
import { claimWeb, linkClaims, unlinkClaims, type ClaimWeb } from '../../src/ui/notes/link-claims.ts';
import type { NoteActions } from '../../src/ui/notes/note-actions.ts';

const [published] = publishAll();
const reading = prepareReading(published!, published!.article);
const NOW = '2025-05-03T10:00:00.000Z';
const CLAIM: Claim = {
  kind: 'record',
  checkable: 'yes',
  status: 'open',
  voice: { speaker: 'somebody' },
  sources: [],
};

function ownClaim(id: string, words: string, claim: Partial<Claim> = {}): ReaderNote {
  const start = reading.article.text.indexOf(words);
  return {
    id,
    article: published!.slug,
    kind: 'claim',
    selectors: selectorsFor(reading.article, { start, end: start + words.length }),
    body: '',
    tags: [],
    colour: 'yellow',
    created: NOW,
    modified: NOW,
    revision: 1,
    claim: { ...CLAIM, ...claim },
  };
}

/** A notebook in memory. */
function notebook(...notes: ReaderNote[]) {
  let all: readonly ReaderNote[] = notes;
  const none = async (): Promise<never> => Promise.reject(new Error('not in this test'));
  const actions: NoteActions = {
    add: async (span, fields) => {
      const note: ReaderNote = {
        ...fields,
        id: `new${all.length}`,
        article: published!.slug,
        selectors: selectorsFor(reading.article, span),
        created: NOW,
        modified: NOW,
        revision: 1,
      };
      all = [...all, note];
      return note;
    },
    change: async (note, fields) => {
      const changed = revise(note, fields, NOW);
      all = all.map((each) => (each.id === note.id ? changed : each));
      return changed;
    },
    attach: none,
    remove: none,
    undo: none,
    redo: none,
  };
  return { actions, web: (): ClaimWeb => claimWeb(reading, all), all: () => all };
}

/** The links of a claim that the reader made, each as `agree c5 prices`. */
const linksOf = (web: ClaimWeb, id: string): string[] =>
  (web.related.get(id) ?? [])
    .filter(({ by }) => by === 'own')
    .map(({ relation, other, about }) => `${relation} ${other} ${about}`);

describe('links between claims', () => {
  it('know every claim, in the order of the text, a copy in the place of what it was made from', () => {
    const { web } = notebook(
      ownClaim('n1', 'two major issues'),
      ownClaim('n2', 'a landmark event', { copyOf: 'c5' }),
    );
    const { claims, byId } = web();
    expect(claims).toHaveLength(reading.notes.filter(({ claim }) => claim).length + 1);
    expect(byId.get('c5')).toBe(byId.get('n2'));
    expect(byId.get('n2')).toMatchObject({ id: 'n2', label: '5', voice: 'somebody' });
    expect(byId.get('n1')).toMatchObject({ label: null, words: 'two major issues' });
    const order = claims.map(({ id }) => id);
    expect(order.indexOf('n1')).toBeGreaterThan(order.indexOf('c1'));
    expect(order.indexOf('n1')).toBeLessThan(order.indexOf('n2'));
  });

  it('are kept with the reader’s own claim, whichever of the two it is', async () => {
    const { actions, web, all } = notebook(ownClaim('n1', 'two major issues'));
    const of = (id: string) => web().byId.get(id)!;
    expect(await linkClaims(actions, [of('c1'), of('n1')], { relation: 'agree', about: 'size' })).toBe(
      'linked',
    );
    expect(await linkClaims(actions, [of('n1'), of('c2')], { relation: 'disagree', about: '' })).toBe(
      'linked',
    );
    expect(all()).toHaveLength(1);
    expect(linksOf(web(), 'n1')).toEqual(['agree c1 size', 'disagree c2 ']);
    expect(linksOf(web(), 'c1')).toEqual(['agree n1 size']);
  });

  it('between two published claims copy the first among the reader’s notes', async () => {
    const { actions, web, all } = notebook();
    const of = (id: string) => web().byId.get(id)!;
    expect(await linkClaims(actions, [of('c1'), of('c2')], { relation: 'agree', about: 'dates' })).toBe(
      'copied',
    );
    const [copy] = all();
    expect(copy!.claim).toMatchObject({ copyOf: 'c1', kind: of('c1').published!.claim!.kind });
    expect(linksOf(web(), 'c2')).toEqual([`agree ${copy!.id} dates`]);
    // The next link finds the copy.
    expect(await linkClaims(actions, [of('c1'), of('c3')], { relation: 'agree', about: '' })).toBe('linked');
    expect(all()).toHaveLength(1);
  });

  it('are taken away from both sides, also where both have recorded them, and nothing else is', async () => {
    const { actions, web, all } = notebook(
      ownClaim('n1', 'two major issues', {
        relations: [
          { claim: 'n2', relation: 'agree', about: 'Size' },
          { claim: 'n2', relation: 'disagree', about: 'size' },
        ],
      }),
      ownClaim('n2', 'a landmark event', { relations: [{ claim: 'n1', relation: 'agree', about: 'size ' }] }),
    );
    const [related] = web().related.get('n2')!;
    expect(await unlinkClaims(actions, web(), { id: 'n2', related: related! })).toBe(true);
    expect(linksOf(web(), 'n2')).toEqual(['disagree n1 size']);
    expect(all()[1]!.claim).not.toHaveProperty('relations');
  });

  it('to a claim that is gone can be taken away', async () => {
    const relations = [{ claim: 'gone', relation: 'agree', about: '' }] as const;
    const { actions, web } = notebook(ownClaim('n1', 'two major issues', { relations }));
    expect(web().byId.has('gone')).toBe(false);
    await unlinkClaims(actions, web(), { id: 'n1', related: web().related.get('n1')![0]! });
    expect(linksOf(web(), 'n1')).toEqual([]);
  });
});
