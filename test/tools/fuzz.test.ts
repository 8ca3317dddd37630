import { describe, expect, it } from 'vitest';
import { doors, lettersOf } from '../../tools/external/doors.ts';
import { fuzz, FUZZED } from '../../tools/fuzz.ts';

describe('made-up inputs', () => {
  it.each(Object.entries(FUZZED))(
    'do no harm at the door for %s',
    async (_, door) => {
      expect(await fuzz(door, { count: 150, seed: 7 })).toEqual([]);
    },
    30_000,
  );
});

/** What a door once got wrong; each stays a test. */
describe('inputs that were once read wrongly', () => {
  it.each([
    ['markdown', 'words behind a comment', '<!-- a -->*b*\n*c*', '*b*c'],
    ['markdown', 'a definition over several lines', '[a]: \n   /b  \n\n[a]', 'a'],
    ['markdown', 'a picture within a sentence', 'one ![x](y) two', 'onetwo'],
    [
      'html',
      'a form with a field that is called like a property',
      '<form><input name=attributes>a</form>',
      'a',
    ],
    [
      'html',
      'a form with a field that is called like its sibling',
      '<form>a<input name=nextSibling></form>b',
      'ab',
    ],
    ['page', 'a document with a form that is called like its body', '<form name=body><p>a</form>b', 'ab'],
    [
      'page',
      'a picture that is called like a method',
      '<img name=querySelector><img name=createTreeWalker>a',
      'a',
    ],
    [
      'page',
      'a page of frames',
      '<html><frameset><frame src=a></frameset><noframes>a</noframes></html>',
      'a',
    ],
    ['html', 'a link with a scheme that is broken by a line end', '<a href="java\nscript:x">a</a>', 'a'],
  ] as const)('%s: %s', (door, _, input, letters) => {
    expect(lettersOf(doors[door](input))).toBe(letters);
  });
});
