import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readArticle, type Article } from '../../../src/core/voices/read-article.ts';

const folder = new URL('../../../../shared/article/', import.meta.url);
const present = existsSync(fileURLToPath(new URL('article.txt', folder)));
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

interface Gold {
  quotes: { start: number; end: number; speaker: string }[];
  scare: { start: number; end: number }[];
  turns: { start: number; end: number; speaker: string; role: string; paragraphs: [number, number] }[];
  exchanges: { question: [number, number]; asker: string; answers: string[] }[];
  front: [number, number];
  back: [number, number];
  labels: { start: number; end: number }[];
  nested: { start: number; end: number; quoted: string | null }[];
}

/** A speaker as `voices.json` writes it: `author`, the short form of a label, or the last word of the name. */
function written(article: Article, id: string | null): string | null {
  const speaker = article.speakers.find((candidate) => candidate.id === id);
  if (speaker === undefined) return null;
  if (speaker.part === 'author') return 'author';
  return /^\p{Lu}{2,5}$/u.test(speaker.short) ? speaker.short : (speaker.name.split(' ').at(-1) ?? null);
}

describe.skipIf(!present)('the bundled article (skipped where ../shared/article is absent)', () => {
  const gold = present ? (JSON.parse(read('voices.json')) as Gold) : ({} as Gold);
  const article = readArticle(present ? read('article.txt') : '');
  const quotations = (kind: string): { start: number; end: number; speaker: string | null }[] =>
    article.quotations
      .filter((quotation) => quotation.kind === kind)
      .map(({ start, end, speaker }) => ({ start, end, speaker: written(article, speaker) }));
  const spans = (list: readonly { start: number; end: number }[]): number[][] =>
    list.map(({ start, end }) => [start, end]);

  it('every quotation is found and given to its speaker', () => {
    expect(quotations('direct')).toEqual(
      gold.quotes.map(({ start, end, speaker }) => ({ start, end, speaker })),
    );
  });

  it('marked words that the text gives to no one are told apart', () => {
    expect(quotations('scare')).toEqual(gold.scare.map(({ start, end }) => ({ start, end, speaker: null })));
  });

  it('a quotation inside a quotation names who is quoted there, where the text tells', () => {
    expect(quotations('nested')).toEqual(
      gold.nested.map(({ start, end, quoted }) => ({ start, end, speaker: quoted })),
    );
  });

  it('the turns have their kinds, speakers and labels', () => {
    const turns = article.turns.map(({ start, end, kind, speaker }) => ({
      start,
      end,
      speaker: written(article, speaker),
      role: kind,
    }));
    expect(turns).toEqual(gold.turns.map(({ start, end, speaker, role }) => ({ start, end, speaker, role })));
    expect(spans(article.turns.flatMap(({ label }) => label ?? []))).toEqual(spans(gold.labels));
  });

  it('the exchanges join each question to its answers', () => {
    const turn = (id: string): Article['turns'][number] | undefined =>
      article.turns.find((candidate) => candidate.id === id);
    const voice = (id: string): string | null => written(article, turn(id)?.speaker ?? null);
    expect(article.exchanges.map(({ answers }) => answers.map(voice))).toEqual(
      gold.exchanges.map(({ answers }) => answers),
    );
    expect(article.exchanges.map(({ questions }) => voice(questions[0] ?? ''))).toEqual(
      gold.exchanges.map(({ asker }) => asker),
    );
    for (const { questions, answers } of article.exchanges)
      for (const id of answers) expect(turn(id)?.answers).toBe(questions[0]);
  });

  it('front and back matter are set apart and in no turn', () => {
    expect(article.blocks).toHaveLength(42);
    expect(article.blocks.slice(0, 3).map(({ kind }) => kind)).toEqual(['title', 'standfirst', 'caption']);
    expect(article.blocks.slice(3, 39).every(({ kind }) => kind === 'paragraph')).toBe(true);
    expect(article.blocks.slice(gold.back[0]).map(({ kind }) => kind)).toEqual(
      Array<string>(3).fill('back-matter'),
    );
  });
});
