import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { doubtsIn, hintsOf, type Review } from '../../../src/core/voices/review.ts';

const INTERVIEW = [
  'Ann: How did it begin?',
  'Bob Reed: With a storm.',
  'Ann: And then?',
  'Bob: We waited.',
  'Note: the line was bad.',
  'Ann: For long?',
  'Bob Reed: For a week.',
  'Note: he paused here.',
].join('\n\n');
const found = readArticle(INTERVIEW);
const reviewed = (review: Partial<Review>) =>
  readArticle(INTERVIEW, hintsOf(found, { edits: {}, answers: [], ...review }));
const names = (article: typeof found): string[] => article.speakers.map(({ name }) => name);
const idOf = (name: string): string => found.speakers.find((speaker) => speaker.name === name)!.id;

describe('a review of voices', () => {
  it('that says nothing changes nothing', () => {
    expect(reviewed({})).toEqual(found);
  });

  it('renames a voice everywhere, and keeps its id', () => {
    const article = reviewed({ edits: { [idOf('Ann')]: { name: 'Ann Lee' } } });
    expect(names(article)).toContain('Ann Lee');
    expect(article.turns.map(({ speaker }) => speaker)).toEqual(found.turns.map(({ speaker }) => speaker));
  });

  it('gives a voice another part', () => {
    const article = reviewed({ edits: { [idOf('Bob Reed')]: { part: 'interviewer' } } });
    expect(article.speakers.find(({ name }) => name === 'Bob Reed')?.part).toBe('interviewer');
  });

  it('makes one voice of two', () => {
    const article = reviewed({ edits: { [idOf('Ann')]: { sameAs: idOf('Bob Reed') } } });
    expect(new Set(article.turns.map(({ speaker }) => speaker))).toEqual(new Set(['bob-reed']));
  });

  it('survives voices that are said to be each other', () => {
    const [ann, bob] = [idOf('Ann'), idOf('Bob Reed')];
    expect(() => reviewed({ edits: { [ann]: { sameAs: bob }, [bob]: { sameAs: ann } } })).not.toThrow();
  });

  it('takes a label for words, where it names nobody', () => {
    const text = INTERVIEW.replaceAll('Note:', 'Setting:');
    const before = readArticle(text);
    const { id } = before.speakers.find(({ name }) => name === 'Setting')!;
    const without = readArticle(text, hintsOf(before, { edits: { [id]: { isNobody: true } }, answers: [] }));
    expect(names(without)).not.toContain('Setting');
    expect(without.turns.length).toBeLessThan(before.turns.length);
  });

  it('carries names over to another version of the text', () => {
    const hints = hintsOf(found, { edits: { [idOf('Ann')]: { name: 'Ann Lee' } }, answers: [] });
    expect(names(readArticle(`A storm\n\n${INTERVIEW}`, hints))).toContain('Ann Lee');
  });

  it('says who said single words', () => {
    const [turn] = found.turns;
    const article = reviewed({ answers: [{ start: turn!.start, end: turn!.end, speaker: 'Carl Ost' }] });
    expect(article.turns[0]?.speaker).toBe('Carl Ost');
  });

  it('speaks of somebody whom only an answer names, too', () => {
    const [turn] = found.turns;
    const answers = [{ start: turn!.start, end: turn!.end, speaker: 'Carl' }];
    const renamed = reviewed({ answers, edits: { Carl: { name: 'Carl Ost', part: 'guest' } } });
    expect(renamed.speakers.find(({ id }) => id === 'Carl')).toMatchObject({
      name: 'Carl Ost',
      part: 'guest',
    });
    const merged = reviewed({ answers, edits: { Carl: { sameAs: idOf('Ann') } } });
    expect(merged.turns[0]?.speaker).toBe(idOf('Ann'));
    expect(reviewed({ answers, edits: { Carl: { isNobody: true } } }).turns[0]?.speaker).toBeNull();
  });
});

describe('doubts', () => {
  const NEWS = [
    'A bridge falls',
    'The bridge fell on Monday.',
    '"It was old," said Tom Reed, an engineer.',
    'The town is angry.',
    '"We warned them for years and years and nobody listened to a word."',
    'Anna Holt said "it was a shame that nobody looked at the bridge".',
  ].join('\n\n');
  const article = readArticle(NEWS, {
    corrections: [
      {
        start: NEWS.indexOf('"We'),
        end: NEWS.indexOf('word."') + 6,
        speaker: null,
      },
    ],
  });

  it('are asked of words that nobody is named for, with those who speak nearby', () => {
    const [doubt, ...rest] = doubtsIn(article);
    expect(rest).toEqual([]);
    expect(NEWS.slice(doubt!.start, doubt!.end)).toMatch(/^"We warned/);
    expect(doubt!.candidates).toEqual(expect.arrayContaining(['tom-reed', 'anna-holt']));
  });

  it('are not asked again once they are answered', () => {
    expect(doubtsIn(article, doubtsIn(article))).toEqual([]);
  });

  it('are not asked where the text is clear', () => {
    expect(doubtsIn(found)).toEqual([]);
  });
});
