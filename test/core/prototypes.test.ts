// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseLedgerQuery } from '../../src/core/claims/ledger-query.ts';
import { carriedNote } from '../../src/core/link/carried-note.ts';
import { parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { writeBackup } from '../../src/core/notes/backup.ts';
import { parseJson } from '../../src/core/notes/json-text.ts';
import { readNotesFile } from '../../src/core/notes/notes-file.ts';
import { readNotesPage } from '../../src/core/notes/published-page.ts';
import { writePage } from '../../src/core/notes/web-annotation.ts';
import { formatPage } from '../../src/core/page/format-page.ts';
import { parsePage } from '../../src/core/page/page-data.ts';
import { runSlices } from '../../src/core/text/slices.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { hintsOf } from '../../src/core/voices/review.ts';
import { publish } from '../../src/storage/article-files.ts';
import { readPreferences } from '../../src/storage/preferences.ts';
import { readListings, readPublished } from '../../src/storage/published-door.ts';
import { bringHtml } from '../../src/import/html.ts';
import { keysOf } from '../../src/ui/keymap.ts';
import { readDraft } from '../../src/ui/notes/kept-draft.ts';
import { sampleNote } from './notes/sample-notes.ts';
import { samplePage, TALK } from './page/sample-page.ts';

const NOW = '2025-03-01T10:00:00.000Z';
const CONTEXT = { article: readArticle(TALK), articleId: 'a', now: NOW };
const note = sampleNote('by spring');

/** A file of each kind that is read as JSON, whole and right. */
const FILES: Readonly<Record<string, string>> = {
  annotations: JSON.stringify(writePage([note], CONTEXT)),
  hypothesis: JSON.stringify({
    annotations: [{ id: 'x', uri: 'https://example.org/', text: 'a', target: [] }],
  }),
  backup: writeBackup({ notes: [note], corrections: [], texts: [], drafts: [] }, NOW),
  claims: JSON.stringify({ type: 'AnnotationPage', items: [] }),
  meta: JSON.stringify({
    lang: 'en',
    author: null,
    translator: null,
    date: null,
    source: null,
    provenance: [],
    speakers: [],
    corrections: [],
    blocks: [],
  }),
  preferences: JSON.stringify({ theme: 'night', keymap: { view: 'x' } }),
  draft: JSON.stringify({
    fields: {
      kind: 'claim',
      body: 'b',
      tags: [],
      colour: 'blue',
      claim: { kind: 'record', checkable: 'yes', status: 'open', voice: { speaker: '' }, sources: [] },
    },
    note: null,
    selectors: [],
  }),
  page: formatPage(samplePage(TALK, { noted: ['By spring'] })),
};

/** Every door through which JSON comes in. What it makes of a text is looked through; a throw is an answer too. */
const DOORS: Readonly<Record<string, (text: string) => unknown>> = {
  annotations: (text) => readNotesFile(text, CONTEXT),
  hypothesis: (text) => readNotesFile(text, CONTEXT),
  backup: (text) => readNotesFile(text, CONTEXT),
  claims: (text) => readNotesPage(JSON.parse(text), TALK),
  meta: (text) => publish({ slug: 'a', text: TALK, meta: text, claims: null as never }),
  published: (text) => readPublished(JSON.parse(text)),
  listings: (text) => readListings(JSON.parse(text)),
  preferences: (text) => {
    localStorage.setItem('sidegloss.preferences', text);
    const preferences = readPreferences();
    return [preferences, keysOf(preferences.keymap)];
  },
  draft: (text) => readDraft({ article: 'a', key: 'k', fields: text, modified: NOW }),
  page: (text) => parsePage(text),
  'data of a web page': (text) =>
    bringHtml(`<script type="application/ld+json">${text}</script><p>${TALK}</p>`, {
      name: null,
      address: 'https://example.org/',
      parse: (html) => new DOMParser().parseFromString(html, 'text/html'),
      extent: 'page',
    }),
};

/** Fields that lead to what all objects have in common. */
const POISON = [
  '"__proto__":{"polluted":1,"isAdmin":true}',
  '"__proto__":{"toString":1}',
  '"__proto__":null',
  '"\\u005f_proto__":{"polluted":1}',
  '"constructor":{"prototype":{"polluted":1}}',
  '"constructor":1',
  '"prototype":{"polluted":1}',
  '"toString":"x","valueOf":"x","hasOwnProperty":"x"',
  '"__defineGetter__":"x","__lookupSetter__":"x"',
  '"polluted":1,"polluted":2',
];
/** The same fields at each object of a file. */
const poisoned = (text: string): string[] =>
  POISON.flatMap((poison) =>
    [...text.matchAll(/\{(?=")/g)]
      .slice(0, 40)
      .map(({ index }) => `${text.slice(0, index + 1)}${poison},${text.slice(index + 1)}`),
  );

const COMMON = Reflect.ownKeys(Object.prototype).length;
function expectClean(value: unknown): void {
  expect(Reflect.ownKeys(Object.prototype)).toHaveLength(COMMON);
  expect('polluted' in {} || 'isAdmin' in {}).toBe(false);
  expect(strangeIn(value, new Set())).toBeNull();
}

/** The first object that inherits from anything but what the language gives it, or has a field of its own that is called so. */
function strangeIn(value: unknown, seen: Set<object>): unknown {
  if (typeof value !== 'object' || value === null || seen.has(value)) return null;
  seen.add(value);
  const above: unknown = Object.getPrototypeOf(value);
  const known: unknown[] = [Object.prototype, Array.prototype, Map.prototype, Set.prototype, null];
  if (!known.includes(above) && !(value instanceof Error) && !ArrayBuffer.isView(value)) return value;
  for (const inner of value instanceof Map ? value.values() : Object.values(value)) {
    const strange = strangeIn(inner, seen);
    if (strange !== null) return strange;
  }
  return null;
}

function read(door: string, text: string): unknown {
  try {
    return DOORS[door]!(text);
  } catch (error) {
    return error;
  }
}

afterEach(() => localStorage.clear());

describe('no file changes what all objects have in common', () => {
  it.each(Object.keys(DOORS))('%s: poisoned at every depth', (door) => {
    const text =
      FILES[door] ?? '{"@type":"Article","headline":"x","author":{"name":"y"},"format":1,"slug":"a"}';
    if (door in FILES) expect(poisoned(text).length).toBeGreaterThan(POISON.length - 1);
    for (const one of poisoned(text)) expectClean(read(door, one));
  });

  it('a note says nothing that it inherits, and is written back without such a field', () => {
    const annotation = JSON.stringify(writePage([note], CONTEXT)).replace(
      '"type":"Annotation"',
      '"toString":"kept","type":"Annotation"',
    );
    const file = readNotesFile(annotation, CONTEXT);
    if (!file.ok || file.format === 'backup') throw new Error('was refused');
    const written = JSON.stringify(
      writePage(
        file.notes.map((one) => one.note),
        CONTEXT,
      ),
    );
    expect(written).toContain('"toString":"kept"');
    expect(written).not.toContain('__proto__');
  });

  it('any JSON is read without harm, or refused', () => {
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'polluted', 'items', 'type', 'id'),
      fc.string(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('1', 'null', '"x"', '"Annotation"', '[]'),
        fc
          .array(fc.tuple(key, tie('value')), { maxLength: 4 })
          .map(
            (fields) =>
              `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${String(inner)}`).join(',')}}`,
          ),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom(...Object.keys(DOORS)), (text, door) => {
        expectClean(read(door, text));
        const parsed = runSlices(parseJson(text));
        if (parsed.ok) expectClean(parsed.value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('names that every object has are names like others', () => {
  const HARD = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

  it.each(HARD)('in an address: %s', (name) => {
    for (const fragment of [
      `#${name}`,
      `#p1.${name}`,
      `#${name}=${name}`,
      `#voice=${name}&${name}=1`,
      `#p1&note=${name}`,
    ]) {
      expectClean([parseQuoteLink(fragment), carriedNote(fragment), parseLedgerQuery(fragment)]);
    }
    expect(parseLedgerQuery(`#voice=${name}`).voice).toEqual([name]);
  });

  it('a voice that is called Constructor keeps its name', () => {
    const text = `Constructor: First.\n\nAnna: Second?\n\nConstructor: Third.\n\nAnna: Fourth?`;
    const article = readArticle(text);
    expect(article.speakers.map(({ id }) => id)).toContain('constructor');
    expect(hintsOf(article, { edits: {}, answers: [] })).toEqual({});
    const merged = hintsOf(article, { edits: { anna: { sameAs: 'constructor' } }, answers: [] });
    expect(merged.speakers?.[0]).toMatchObject({ id: 'constructor', name: 'Constructor' });
  });

  it.each(HARD)('a key of the keymap: %s', (name) => {
    localStorage.setItem('sidegloss.preferences', `{"keymap":{"${name}":"x","view":"y"}}`);
    const keys = keysOf(readPreferences().keymap);
    expect(keys.get('view')).toBe('y');
    expect([...keys.values()]).not.toContain('x');
  });

  it.each([
    ['a kind', '"kind":"record"', '"kind":"constructor"'],
    ['a status', '"status":"open"', '"status":"toString"'],
    ['a colour', '"colour":"blue"', '"colour":"valueOf"'],
    ['no list of tags', '"tags":[]', '"tags":{"length":1}'],
  ])('a draft out of a backup with %s that there is not is no draft', (_, was, is) => {
    const draft = FILES['draft']!;
    expect(read('draft', draft)).not.toBeNull();
    expect(read('draft', draft.replace(was, is))).toBeNull();
  });
});
