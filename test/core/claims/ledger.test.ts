import { describe, expect, it } from 'vitest';
import { publishAll } from '../../../tools/articles.ts';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import { ledgerRows } from '../../../src/core/claims/ledger.ts';
import type { Claim } from '../../../src/core/notes/claim.ts';
import { placeNotes, type Placed, type ReaderNote } from '../../../src/core/notes/note.ts';
import { correctArticle } from '../../../src/core/voices/correct-article.ts';
import { sampleNote } from '../notes/sample-notes.ts';

const [published] = publishAll();
const { slug, title, article, notes, relations } = published!;
const source = {
  slug,
  title,
  article,
  published: placeNotes(article, notes).placed,
  relations,
  placed: [] as Placed<ReaderNote>[],
  unplaced: [] as ReaderNote[],
};
const rows = ledgerRows(source);
const rowOf = (label: string, all = rows) => all.find((row) => row.label === label)!;

/** A reader's claim on words of the bundled article. */
function ownClaim(words: string, claim: Partial<Claim> & Pick<Claim, 'voice'>): Placed<ReaderNote> {
  const start = article.text.indexOf(words);
  const span = { start, end: start + words.length };
  const whole: Claim = { kind: 'record', checkable: 'yes', status: 'open', sources: [], ...claim };
  const selectors = selectorsFor(article, span);
  return {
    ...sampleNote('harbour'),
    id: `own ${words}`,
    article: slug,
    kind: 'claim',
    selectors,
    span,
    claim: whole,
  };
}

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
});
