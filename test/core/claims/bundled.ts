import { publishAll } from '../../../tools/articles.ts';
import { describe as selectorsFor } from '../../../src/core/anchor/describe.ts';
import { ledgerRows, type LedgerRow, type LedgerSource } from '../../../src/core/claims/ledger.ts';
import type { Claim } from '../../../src/core/notes/claim.ts';
import { placeNotes, type Placed, type ReaderNote } from '../../../src/core/notes/note.ts';
import { sampleNote } from '../notes/sample-notes.ts';

/** The bundled article as it is published. */
export const PUBLISHED = publishAll()[0]!;

const { slug, title, article, notes, relations } = PUBLISHED;

/** Its claims, as a ledger is made of them. */
export const SOURCE: LedgerSource = {
  slug,
  title,
  article,
  published: placeNotes(article, notes).placed,
  relations,
  placed: [],
  unplaced: [],
};
export const ROWS: readonly LedgerRow[] = ledgerRows(SOURCE);

/** The row of a claim by its number. */
export function rowOf(label: string, rows: readonly LedgerRow[] = ROWS): LedgerRow {
  const row = rows.find((one) => one.label === label);
  if (!row) throw new Error(`there is no claim ${label}`);
  return row;
}

/** A reader's claim on words of the bundled article. */
export function ownClaim(
  words: string,
  claim: Partial<Claim> & Pick<Claim, 'voice'>,
  some: Partial<ReaderNote> = {},
): Placed<ReaderNote> {
  const start = article.text.indexOf(words);
  const span = { start, end: start + words.length };
  const whole: Claim = { kind: 'record', checkable: 'yes', status: 'open', sources: [], ...claim };
  return {
    ...sampleNote('harbour'),
    id: `own ${words}`,
    article: slug,
    kind: 'claim',
    selectors: selectorsFor(article, span),
    span,
    claim: whole,
    ...some,
  };
}
