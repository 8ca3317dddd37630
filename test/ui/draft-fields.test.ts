import { describe, expect, it } from 'vitest';
import type { Claim, Source } from '../../src/core/notes/claim.ts';
import { emptyDraft, faultOf, fieldsOf, type DraftFields } from '../../src/ui/notes/draft-fields.ts';

const NOTHING: Source = { title: '', url: '', seen: '2025-05-03' };
const RIGHT: Source = { title: 'The record', url: 'https://example.org/record' };

const draftWith = (status: Claim['status'], ...sources: Source[]): DraftFields => {
  const draft = emptyDraft('claim', 'mayor');
  return { ...draft, claim: { ...draft.claim, status, sources } };
};

describe('a draft of a claim', () => {
  it.each<[string, DraftFields, string | null]>([
    ['an open status without sources', draftWith('open'), null],
    ['an open status with a source that was not begun', draftWith('open', NOTHING), null],
    ['another status with a source', draftWith('supported', RIGHT), null],
    ['another status with one that was not begun beside it', draftWith('partly', NOTHING, RIGHT), null],
    [
      'another status without sources',
      draftWith('unproven'),
      'The status “unproven” needs a source: a title and an address.',
    ],
    [
      'another status with a source that was not begun',
      draftWith('contradicted', NOTHING),
      'The status “contradicted” needs a source: a title and an address.',
    ],
    ['no title', draftWith('supported', { ...RIGHT, title: ' ' }), 'Source 1 needs a title.'],
    ['no address', draftWith('open', RIGHT, { ...RIGHT, url: '' }), 'Source 2 needs an address.'],
    [
      'words alone',
      draftWith('open', { ...NOTHING, words: 'It rose.' }),
      'Source 1 needs a title and an address.',
    ],
    [
      'an address of something else',
      draftWith('open', { ...RIGHT, url: 'javascript:alert(1)' }),
      'Source 1 needs an address that begins with http:// or https://.',
    ],
  ])('with %s says what is missing, and in which source', (_, draft, fault) => {
    expect(faultOf(draft)).toBe(fault);
  });

  it('asks nothing of the claim’s fields while it is a note', () => {
    expect(faultOf({ ...draftWith('supported'), kind: 'comment' })).toBeNull();
  });

  it('leaves out the sources that were not begun, and keeps all of the others', () => {
    const full: Source = { ...RIGHT, words: 'It rose.', seen: '2025-05-03', bears: 'against' };
    expect(fieldsOf(draftWith('supported', NOTHING, full)).claim?.sources).toEqual([full]);
  });
});
