import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup, type BackupReading } from '../../../src/core/notes/backup.ts';
import type { Contents } from '../../../src/core/notes/merge.ts';
import { readNotesFile } from '../../../src/core/notes/notes-file.ts';
import type { Json, JsonObject } from '../../../src/core/notes/note.ts';
import { hashText } from '../../../src/core/text/hash.ts';
import { DOCX } from '../../../src/core/text/brought.ts';
import { ownArticleOf } from '../../storage/made-article.ts';
import { anyNote } from './any-note.ts';
import { sampleNote } from './sample-notes.ts';

const CONTENTS: Contents = {
  notes: [
    sampleNote('by spring'),
    sampleNote('They doubled', {
      id: 'b',
      kind: 'claim',
      body: '😀 \ud83d “x”\n\u0000',
      revision: 3,
      splitFrom: 'a',
      earlier: ['x', 'y'],
      source: { id: 'urn:x:1', type: 'Annotation', '1': [1.5, null, { deep: true }] },
      claim: {
        kind: 'quantity',
        checkable: 'yes',
        status: 'supported',
        voice: { speaker: 'union', of: 'mayor' },
        sources: [{ title: '', url: 'https://example.org/' }],
      },
    }),
  ],
  corrections: [{ article: 'harbour', corrections: [{ start: 1, end: 5, speaker: null, kind: 'scare' }] }],
  texts: [{ hash: hashText('Old words.'), text: 'Old words.' }],
  drafts: [{ article: 'harbour', key: 'new', fields: '{"body":"…"}', modified: '2025-03-01T10:00:00.000Z' }],
};
const WRITTEN = '2025-04-01T00:00:00.000Z';
const EMPTY: Contents = { notes: [], corrections: [], texts: [], drafts: [] };
const written = (contents = CONTENTS): JsonObject => JSON.parse(writeBackup(contents, WRITTEN)) as JsonObject;
const first = (list: keyof Contents, some: Record<string, Json>): Json => {
  const backup = written();
  const [entry, ...rest] = backup[list] as JsonObject[];
  return { ...backup, [list]: [{ ...entry, ...some }, ...rest] };
};
const faultOf = (reading: BackupReading): string =>
  reading.ok
    ? 'read'
    : reading.faults.map(({ annotation, field }) => `${annotation ?? 'file'}: ${field}`).join('; ');

describe('a backup with own articles', () => {
  const packed = JSON.stringify(ownArticleOf('a1', 'Bridges'));
  const bytes = Uint8Array.from({ length: 257 }, (_, at) => at & 255);
  const articles: Contents['articles'] = [
    {
      id: 'a1',
      title: 'Renamed',
      opened: null,
      packed,
      original: { name: 'a.docx', type: DOCX, content: bytes },
    },
    {
      id: 'b2',
      title: 'Pasted',
      opened: '2026-03-01T10:00:00.000Z',
      packed: JSON.stringify(ownArticleOf('b2', 'Pasted')),
      original: { name: null, type: 'text/plain', content: 'as it came' },
    },
  ];
  const whole = written({ ...CONTENTS, articles });

  it('gives them back, with what they were made of to the byte', () => {
    const contents = { ...CONTENTS, articles };
    expect(readBackup(whole)).toEqual({ ok: true, contents, written: WRITTEN, isIntact: true });
  });

  it('of any length are read as every file is', () => {
    const text = `${'x\ud83d\ude00 “y”\n'.repeat(200_000)}\n`;
    const long = { id: 'l0', title: 'Long', opened: null, original: null };
    const own = ownArticleOf('l0', 'Long', { article: { ...ownArticleOf('l0', '').article, text } });
    const contents: Contents = {
      ...EMPTY,
      texts: [{ hash: hashText(text), text }],
      articles: [{ ...long, packed: JSON.stringify(own) }],
    };
    const read = readNotesFile(writeBackup(contents, WRITTEN), {
      article: own.article,
      articleId: 'x',
      now: WRITTEN,
    });
    expect(read.ok && read.format === 'backup' && read.remarks).toEqual([]);
    expect(read.ok && read.format === 'backup' && read.contents).toEqual(contents);
  });

  it('has a checksum for them apart, so that who knows none finds the rest whole', () => {
    const { articles: _, articlesChecksum: __, ...rest } = whole;
    expect(readBackup(rest)).toEqual({ ok: true, contents: CONTENTS, written: WRITTEN, isIntact: true });
    const [one] = whole['articles'] as JsonObject[];
    const changed = readBackup({ ...whole, articles: [{ ...one, title: 'Other' }] });
    expect(changed).toMatchObject({ ok: true, isIntact: false });
  });

  it.each([
    ['an article that is none', { packed: '{"format":1,"id":"a1"}' }, 'article 1: packed'],
    ['one of another id', { packed: packed.replace('"a1"', '"b9"') }, 'article 1: packed'],
    [
      'an id that can’t stand in an address',
      { id: 'a/1', packed: packed.replace('"a1"', '"a/1"') },
      'article 1: packed',
    ],
    ['words outside of its text', { packed: packed.replace('"end":20', '"end":99999') }, 'article 1: packed'],
    [
      'bytes that are no base64',
      { original: { name: null, type: DOCX, base64: '!' } },
      'article 1: original',
    ],
    [
      'a type that nobody brings',
      { original: { name: null, type: 'image/png', content: '' } },
      'article 1: original',
    ],
  ])('is refused with %s', (_, some, fault) => {
    const [one] = whole['articles'] as JsonObject[];
    expect(faultOf(readBackup({ ...whole, articles: [{ ...one, ...some }] }))).toContain(fault);
  });
});

describe('a backup', () => {
  it('gives back any note, with all that is said of claims and questions', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 4 }), (some) => {
        const contents = { ...EMPTY, notes: some.map(({ note }, index) => ({ ...note, id: `n${index}` })) };
        expect(readBackup(written(contents))).toMatchObject({ ok: true, contents, isIntact: true });
      }),
      { seed: 20251124, numRuns: 100 },
    );
  });

  it('gives back everything that was put into it', () => {
    expect(readBackup(written())).toEqual({ ok: true, contents: CONTENTS, written: WRITTEN, isIntact: true });
    expect(readBackup(written(EMPTY))).toMatchObject({ contents: EMPTY, isIntact: true });
  });

  it('is one JSON text with an entry a line, and says what it is and when it was written', () => {
    const text = writeBackup(CONTENTS, WRITTEN);
    expect(text.split('\n')[0]).toMatch(
      /^\{"format":"sidegloss-backup","version":1,"written":"2025-04-01T00:00:00\.000Z","checksum":"[0-9a-z]{11}",$/,
    );
    expect(text.split('\n').filter((line) => line.startsWith('{"id"'))).toHaveLength(2);
  });

  it('that was changed since is restored as far as it goes, and says so', () => {
    expect(readBackup(first('notes', { body: 'changed' }))).toMatchObject({ ok: true, isIntact: false });
    expect(readBackup({ ...written(), notes: [] })).toMatchObject({ ok: true, isIntact: false });
  });

  it('keeps fields of a note that this version does not know', () => {
    const reading = readBackup(first('notes', { mood: 'glad' }));
    expect(reading.ok && reading.contents.notes[0]).toMatchObject({ mood: 'glad' });
  });

  it.each<[string, Json, string]>([
    [
      'no backup',
      { format: 'else' },
      'file: format; file: version; file: written; file: checksum; file: notes; file: corrections; file: texts; file: drafts',
    ],
    ['of a newer version', { ...written(), version: 2 }, 'file: version'],
    ['without a list', { ...written(), texts: null }, 'file: texts'],
    ['with a note without an id', first('notes', { id: '' }), 'note 1: id'],
    ['with an unknown kind', first('notes', { kind: 'poem' }), 'note 1: kind'],
    ['with a body that is no text', first('notes', { body: 3 }), 'note 1: body'],
    ['with a time that is none', first('notes', { modified: 'today' }), 'note 1: modified'],
    ['with a revision that is none', first('notes', { revision: 0 }), 'note 1: revision'],
    [
      'with a quote that is none',
      first('notes', { selectors: [{ type: 'TextQuoteSelector', exact: 1 }] }),
      'note 1: selectors.0.exact',
    ],
    ['with a selector without a type', first('notes', { selectors: [{}] }), 'note 1: selectors.0.type'],
    ['with a tag that is none', first('notes', { tags: [null] }), 'note 1: tags.0'],
    [
      'with a source that would be no link',
      first('notes', {
        claim: {
          kind: 'cause',
          checkable: 'yes',
          status: 'open',
          voice: { speaker: 'x' },
          sources: [{ title: 'x', url: 'javascript:alert(1)' }],
        },
      }),
      'note 1: claim.sources.0.url',
    ],
    [
      'with a correction that has no end',
      first('corrections', { corrections: [{ start: 1, speaker: null }] }),
      'correction 1: corrections.0.end',
    ],
    ['with a text under another’s hash', first('texts', { text: 'Other words.' }), 'text 1: hash'],
    ['with a draft of nothing', first('drafts', { fields: null }), 'draft 1: fields'],
  ])('is refused %s, and the field is named', (_, json, fault) => {
    expect(faultOf(readBackup(json))).toBe(fault);
  });

  it('stops at a hundred faults', () => {
    const reading = readBackup({ ...written(), notes: Array.from({ length: 5_000 }, () => ({})) });
    expect(!reading.ok && reading.faults.length).toBe(100);
  });
});
