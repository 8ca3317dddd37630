import { describe, expect, it, test } from 'vitest';
import { voiceAt } from '../../../src/core/anchor/voice.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import { articleOf, spanOf } from './plain-article.ts';

const TEXT = 'We cut taxes.\n\nThey did not, and they never will.';
const both = articleOf(TEXT, { p0: 'ann', p1: 'bob' });

describe('whose words are, to somebody who had them', () => {
  test.each<[string, Record<string, string>, [number, number], string]>([
    ['all the speaker’s', { p0: 'ann', p1: 'bob' }, [0, 13], 'own'],
    ['one letter of another’s', { p0: 'ann', p1: 'bob' }, [0, 16], 'partly'],
    ['the smaller part another’s, who goes on after it', { p0: 'ann', p1: 'bob' }, [0, 18], 'partly'],
    ['half another’s', { p0: 'ann', p1: 'bob' }, [8, 20], 'partly'],
    ['one letter more another’s', { p0: 'ann', p1: 'bob' }, [8, 21], 'other'],
    ['the larger part another’s, after much of the speaker’s', { p0: 'ann', p1: 'bob' }, [10, 30], 'other'],
    ['nobody’s', {}, [0, 30], 'unknown'],
    ['one letter the speaker’s, the rest nobody’s', { p0: 'ann' }, [12, 30], 'own'],
    ['one letter another’s, the rest nobody’s', { p0: 'bob' }, [12, 30], 'other'],
  ])('%s', (_, said, [start, end], voice) => {
    expect(voiceAt(articleOf(TEXT, said), { start, end }, 'ann')).toBe(voice);
  });

  it('are as good as theirs where nobody is known to have said them', () => {
    expect(voiceAt(both, { start: 0, end: 30 }, null)).toBe('own');
  });
});

describe('names in another spelling', () => {
  const said = articleOf(TEXT, { p0: 'NAME' });
  const voiceOf = (now: string, was: string, speakers: readonly string[]): string => {
    const article: Article = {
      ...said,
      speakers: speakers.map((id) => ({ id, name: id, short: id, aliases: [], part: 'quoted' as const })),
      turns: said.turns.map((turn) => ({ ...turn, speaker: turn.speaker && now })),
    };
    return voiceAt(article, { start: 0, end: 13 }, was);
  };

  test.each([
    ['one letter is another', 'ann-smith', 'ann-smyth'],
    ['one letter is another, in four', 'anna', 'anne'],
    ['one letter was put in', 'jonson', 'johnson'],
    ['one letter was left out', 'johnson', 'jonson'],
    ['two letters changed places', 'daniel', 'dainel'],
    ['a name was left out', 'ann-smith', 'smith'],
    ['a name was put in before', 'smith', 'ann-smith'],
  ])('are the same where %s: %s for %s', (_, now, was) => {
    expect(voiceOf(now, was, [now])).toBe('own');
    // Where both are in the article, they may be two people.
    expect(voiceOf(now, was, [now, was])).toBe('unsettled');
  });
  test.each([
    ['they are too short', 'ann', 'anne'],
    ['two letters are others', 'smith', 'smwdh'],
    ['two neighbours are others', 'marta', 'manda'],
    ['the first of two letters is another', 'daniel', 'daixel'],
    ['the second of two letters is another', 'daniel', 'daxnel'],
    ['two letters were put in that look like an exchange', 'adel', 'adleel'],
    ['two letters were left out', 'adleel', 'adel'],
    ['one of two names is another', 'ann-smith', 'bob-smith'],
    ['two letters became one', 'holten', 'holzn'],
    ['one letter became two', 'holzn', 'holten'],
    ['the ends have changed places', 'smith', 'hmits'],
  ])('are others where %s: %s for %s', (_, now, was) => {
    expect(voiceOf(now, was, [now])).toBe('other');
  });
});

describe('words that a rule gives to another', () => {
  const span = spanOf(TEXT, 'cut taxes');
  const guessed = (confidence: number): Article => ({
    ...both,
    turns: both.turns.map((turn) => ({ ...turn, confidence })),
  });
  const quoted = (of: Partial<Article['quotations'][number]>): Article => ({
    ...guessed(1),
    quotations: [{ start: 3, end: 12, kind: 'direct', speaker: 'ann', ...of }],
  });

  test.each<[string, Article, string]>([
    ['a label that is sure', guessed(1), 'other'],
    ['a name beside them', guessed(0.9), 'other'],
    ['a guess', guessed(0.89), 'unsettled'],
    ['a hand', both, 'other'],
    ['a quotation that is a guess, in a turn that is sure', quoted({ confidence: 0.5 }), 'unsettled'],
    ['a quotation that is sure', quoted({ confidence: 1 }), 'other'],
    ['a turn, with scare quotes in it', quoted({ kind: 'scare', confidence: 0.5 }), 'other'],
    [
      'a quotation, and another elsewhere that is a guess',
      {
        ...quoted({ confidence: 1 }),
        quotations: [
          { start: 0, end: 2, kind: 'direct', speaker: 'ann', confidence: 0.5 },
          { start: 3, end: 12, kind: 'direct', speaker: 'ann', confidence: 1 },
          { start: 15, end: 20, kind: 'direct', speaker: 'ann', confidence: 0.5 },
        ],
      },
      'other',
    ],
    [
      'nothing but that nobody else says them',
      { ...both, turns: both.turns.map((turn) => ({ ...turn, kind: 'narration' })) },
      'unsettled',
    ],
  ])('are settled as far as it does: %s', (_, article, voice) => {
    expect(voiceAt(article, span, 'minister')).toBe(voice);
  });

  it('are settled by their own turn, not by one before it', () => {
    const [first, second] = both.turns;
    const guessedBefore = {
      ...both,
      turns: [
        { ...first!, confidence: 0.5 },
        { ...second!, speaker: 'ann' },
      ],
    };
    expect(voiceAt(guessedBefore, spanOf(TEXT, 'they never'), 'minister')).toBe('other');
  });
  it('are another’s as soon as one part of them surely is', () => {
    const [first, second] = both.turns;
    const surely = { ...both, turns: [first!, { ...second!, confidence: 0.5 }] };
    expect(voiceAt(surely, { start: 0, end: 30 }, 'minister')).toBe('other');
  });
});
