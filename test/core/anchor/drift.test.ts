import { describe as group, expect, it, test } from 'vitest';
import { describe } from '../../../src/core/anchor/describe.ts';
import { comparingWords, reportingDrift } from '../../../src/core/anchor/drift.ts';
import { runSlices } from '../../../src/core/text/slices.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

/** A comparison as a line: `[old→new]` where words were changed. */
const compare = (was: string, is: string): string =>
  runSlices(comparingWords(was, is))
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'old' ? `[-${text}]` : `[+${text}]`))
    .join('');

group('old words beside new ones', () => {
  test.each([
    ['cut by twelve percent', 'cut by twenty percent', 'cut by [-twelve ][+twenty ]percent'],
    ['he reported it', 'he denied it', 'he [-reported ][+denied ]it'],
    ['it is safe', 'it is not safe', 'it is [+not ]safe'],
    ['it is really safe', 'it is safe', 'it is [-really ]safe'],
    ['all of it', 'none', '[-all of it][+none]'],
    ['the us economy', 'the US economy', 'the [-us ][+US ]economy'],
    ['“quoted” words', '"quoted" words', '"quoted" words'],
    ['', 'new', '[+new]'],
  ])('%s / %s', (was, is, expected) => {
    expect(compare(was, is)).toBe(expected);
  });
});

group('what became of notes when their article changed', () => {
  const OLD = [
    'The committee met in March to hear the report on the harbour.',
    'Its members agreed that the costs had doubled since the plan was made.',
    'A second vote was put off until the union had answered the letter.',
  ].join('\n\n');
  const NEW = OLD.replace('doubled', 'tripled').replace('A second vote', 'One more vote');

  it('counts the outcomes and keeps the order of the notes', () => {
    const [old, article] = [readArticle(OLD), readArticle(NEW)];
    const note = (words: string) =>
      describe(old, { start: OLD.indexOf(words), end: OLD.indexOf(words) + words.length });
    const { counts, notes } = runSlices(
      reportingDrift(old, article, [note('the costs had doubled since'), note('met in March'), []]),
    );
    expect(counts).toEqual({ exact: 1, moved: 0, reworded: 1, ambiguous: 0, lost: 1 });
    expect(notes.map(({ was, is }) => [was, is])).toEqual([
      ['the costs had doubled since', 'the costs had tripled since'],
      ['met in March', 'met in March'],
      ['', null],
    ]);
    expect(notes[0]!.parts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'same: the costs had ',
      'old: doubled ',
      'new: tripled ',
      'same: since',
    ]);
  });
});
