import type { ReaderNote } from '../../src/core/notes/note.ts';

/** A note with a body, as an editor gives it to a store. */
export function noteOf(id: string, body: string, more: Partial<ReaderNote> = {}): ReaderNote {
  return {
    id,
    article: 'talks',
    kind: 'comment',
    selectors: [{ type: 'TextQuoteSelector', exact: 'these words', prefix: 'all ', suffix: ' here' }],
    body,
    tags: ['land', 'dates'],
    colour: 'yellow',
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
    ...more,
  };
}
