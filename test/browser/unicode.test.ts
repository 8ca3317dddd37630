import { deleteDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import { locate } from '../../src/core/anchor/locate.ts';
import { readBackup, writeBackup } from '../../src/core/notes/backup.ts';
import { wordsOf, type ReaderNote } from '../../src/core/notes/note.ts';
import { readNotesFile } from '../../src/core/notes/notes-file.ts';
import { writePage } from '../../src/core/notes/web-annotation.ts';
import type { Article } from '../../src/core/voices/read-article.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { selectedSpan } from '../../src/dom/selection.ts';
import { openNoteStore } from '../../src/storage/indexeddb.ts';

/** The strings of the Unicode data, file by file; empty where that data is not at hand. */
const FILES = import.meta.glob<readonly Record<string, unknown>[]>(
  '../../../shared/data/external/unicode/*.json',
  { eager: true, import: 'default' },
);
/** Written for the days without them: marks, joiners, astral letters, both directions. */
const OWN = ['café', 'é̂', '👩‍👩‍👧', '🇺🇦', '𝒳𝒴', 'שלום (a) שלום', 'ﬁ', '각', '\u200bzero\u200d'];

const stringsOf = (list: readonly Record<string, unknown>[]): string[] =>
  list.flatMap((entry) => {
    const text = entry['text'] ?? entry['source'];
    // The same text in a file and in a string: a file has no halves of characters.
    return typeof text === 'string' && text !== '' && !/\p{Surrogate}/u.test(text) ? [text] : [];
  });

/** So many are drawn on one page. */
const PAGE = 400;

const SETS: readonly (readonly [string, readonly string[]])[] = [
  ['our own strings', OWN],
  ...Object.entries(FILES).flatMap(([path, list]) => {
    const all = stringsOf(list);
    return Array.from(
      { length: Math.ceil(all.length / PAGE) },
      (__, page) =>
        [
          `${path.replace(/^.*\//, '')}, from ${page * PAGE}:`,
          all.slice(page * PAGE, (page + 1) * PAGE),
        ] as const,
    );
  }),
];
if (SETS.length === 1) console.info('The Unicode data is not here: only our own strings are tested.');

const NOW = '2026-01-01T00:00:00.000Z';
const name = `unicode-${crypto.randomUUID()}`;
afterEach(async () => {
  document.body.innerHTML = '';
  await deleteDB(name);
});

/** The strings, each between two letters in a paragraph of its own, as an article and as the page draws it. */
function draw(strings: readonly string[]): { article: Article; element: HTMLElement } {
  const text = strings.map((string) => `a${string}b`).join('\n\n');
  const element = document.createElement('article');
  let start = 0;
  for (const string of strings) {
    const piece = document.createElement('span');
    piece.dataset['start'] = String(start);
    piece.textContent = `a${string}b`;
    const block = document.createElement('p');
    block.append(piece);
    element.append(block);
    start += string.length + 4;
  }
  document.body.append(element);
  return { article: readArticle(text), element };
}

/** Selects what is in a piece, as a person would, and takes the words under it. */
function select(element: HTMLElement, index: number, text: string): { start: number; end: number } | null {
  const node = element.children[index]!.firstChild!.firstChild!;
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = document.getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  return selectedSpan(element, text);
}

test.each(SETS)('%s are selected, stored, exported and read back unchanged', async (_, strings) => {
  const { article, element } = draw(strings);
  const notes = strings.map((string, index): ReaderNote => {
    const span = select(element, index, article.text);
    expect(span && article.text.slice(span.start, span.end)).toBe(`a${string}b`);
    return {
      id: `note-${index}`,
      article: 'unicode',
      kind: 'comment',
      selectors: describe(article, span!),
      body: string,
      tags: [string],
      colour: 'blue',
      created: NOW,
      modified: NOW,
      revision: 1,
    };
  });

  const store = await openNoteStore({ name });
  await store.saveAll(notes, () => crypto.randomUUID());
  const byId = (all: readonly ReaderNote[]): ReaderNote[] =>
    all.toSorted((a, b) => Number(a.id.slice(5)) - Number(b.id.slice(5)));
  const stored = byId(await store.notes('unicode'));
  expect(stored).toEqual(notes);

  const context = { article, articleId: 'unicode', now: NOW };
  const page = new Blob([JSON.stringify(writePage(stored, context))]);
  const read = readNotesFile(await page.text(), context);
  if (!read.ok || read.format !== 'annotations') throw new Error('the page was not read as one');
  for (const [index, { note, located }] of read.notes.entries()) {
    expect(wordsOf(note)).toBe(`a${strings[index]}b`);
    expect([note.body, note.tags]).toEqual([strings[index], [strings[index]]]);
    expect(located).toEqual(locate(article, notes[index]!.selectors));
    expect('span' in located && article.text.slice(located.span.start, located.span.end)).toBe(
      `a${strings[index]}b`,
    );
  }

  const backup = new Blob([writeBackup(await store.everything(), NOW)]);
  const restored = readBackup(JSON.parse(await backup.text()));
  expect(restored.ok && byId(restored.contents.notes)).toEqual(notes);
  store.close();
});
