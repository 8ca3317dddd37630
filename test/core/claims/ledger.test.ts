import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../../src/core/claims/ledger.ts';
import { correctArticle } from '../../../src/core/voices/correct-article.ts';
import { ownClaim, PUBLISHED, rowOf, ROWS as rows, SOURCE as source } from './bundled.ts';

const { article } = PUBLISHED;

describe('the ledger of the bundled article', () => {
  it('has its 34 claims in the order of the text, each with its number and its words', () => {
    expect(rows.map(({ label }) => Number(label))).toEqual(
      Array.from({ length: 34 }, (_, index) => index + 1),
    );
    expect(rowOf('5').words).toBe(
      'Russia wants about 6,000 square kilometers of land it has not yet controlled',
    );
    expect(rowOf('5').told).toBe('JD Vance, speaking of Russia');
    expect(rows.every(({ origin, claim }) => origin === 'published' && claim.status === 'open')).toBe(true);
  });

  it('has the 19 relations, each seen from both sides', () => {
    const said = rows.flatMap((row) =>
      row.relations.map(({ other, relation }) => [row.id, other].toSorted().join(' ') + relation),
    );
    expect(said).toHaveLength(38);
    expect(new Set(said).size).toBe(19);
    expect(rowOf('5').relations).toEqual([
      {
        other: 'c34',
        relation: 'disagree',
        about: 'land, or regime and language',
        by: 'published',
        heldBy: 'c5',
      },
    ]);
  });

  it('shows a reader’s copy in the place of the published claim, with its number and relations', () => {
    const copy = ownClaim(rowOf('5').words, {
      voice: { speaker: 'vance' },
      status: 'supported',
      copyOf: 'c5',
    });
    const now = ledgerRows({ ...source, placed: [copy] });
    expect(now).toHaveLength(34);
    expect(rowOf('5', now)).toMatchObject({ id: copy.id, origin: 'copy', claim: { status: 'supported' } });
    expect(rowOf('5', now).key).toBe(rowOf('5').key);
    expect(rowOf('34', now).relations.map(({ other }) => other)).toContain(copy.id);
  });

  it('puts a reader’s own claim between the others, and one without its words at the end', () => {
    const own = ownClaim('consensus', { voice: { speaker: '' } });
    const { span: _, ...lost } = { ...own, id: 'lost' };
    const now = ledgerRows({ ...source, placed: [own], unplaced: [lost] });
    expect(now.map(({ id }) => id).indexOf(own.id)).toBe(2);
    expect(now.at(-1)).toMatchObject({ id: 'lost', span: null });
  });

  it('follows a correction of who said it, but not where the claim was given to somebody else', () => {
    const words = 'Yerofeyev now';
    const said = ownClaim(rowOf('17').words, { voice: { speaker: rowOf('17').speaker } });
    const given = ownClaim(rowOf('17').words, { voice: { speaker: 'somebody' } });
    const { span } = rowOf('17');
    const quoted = article.quotations.find(({ start, end }) => start <= span!.start && span!.end <= end)!;
    const { start, end } = quoted;
    const corrected = correctArticle(article, [{ start, end, speaker: rowOf('22').speaker }]);
    const now = ledgerRows({
      ...source,
      article: corrected,
      placed: [
        { ...said, id: words },
        { ...given, id: 'given' },
      ],
    });
    expect(now.find(({ id }) => id === words)).toMatchObject({
      speaker: rowOf('22').speaker,
      voice: 'Kirill Ozhimko',
    });
    expect(now.find(({ id }) => id === 'given')?.speaker).toBe('somebody');
  });

  it('says of a claim of nobody who is known that its voice is unknown, also beside whom it is about', () => {
    const { span: _, ...lost } = ownClaim('consensus', { voice: { speaker: '', of: 'Russia' } });
    const [row] = ledgerRows({ ...source, published: [], unplaced: [lost] });
    expect(row).toMatchObject({ voice: 'unknown', told: 'unknown, speaking of Russia' });
  });
});
