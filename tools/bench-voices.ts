import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../src/core/voices/read-article.ts';
import { predictionOf, type Prediction } from './voices.ts';

const FOLDER = new URL('../../shared/data/voices/', import.meta.url);

/** A text with what people marked in it. */
interface Gold {
  readonly id: string;
  readonly text: string;
  readonly quotes?: readonly {
    start: number;
    end: number;
    speaker: string | null;
    aliases?: readonly string[];
  }[];
  readonly turns?: readonly unknown[];
}

interface Score {
  readonly quotes?: {
    exactStrict: { f1: number };
    speakerAccuracy: number;
    speakerCoverage: number;
    speakerPrecisionWhenGiven: number;
  };
  readonly turns?: { f1: number; roleAccuracy: number | null; speakerAccuracyFullName: number | null };
}

interface Scorer {
  readonly scoreAll: (gold: readonly Gold[], predicted: readonly Prediction[]) => Score;
  readonly sameSpeaker: (predicted: string | null, gold: string, aliases: readonly string[]) => boolean;
}

/** Loaded with the module, since the runner of the tools imports nothing later; null where the folder is absent. */
const scorer: Scorer | null = existsSync(new URL('score.mjs', FOLDER))
  ? ((await import(/* @vite-ignore */ new URL('score.mjs', FOLDER).href)) as Scorer)
  : null;

type Measure = readonly [
  name: string,
  aim: number | null,
  reached: (score: Score) => number | null | undefined,
];

const QUOTES: readonly Measure[] = [
  ['spans F1', null, (score) => score.quotes?.exactStrict.f1],
  ['speaker right', null, (score) => score.quotes?.speakerAccuracy],
  ['speaker given', null, (score) => score.quotes?.speakerCoverage],
  ['right when given', null, (score) => score.quotes?.speakerPrecisionWhenGiven],
];
const TURNS: readonly Measure[] = [
  ['turns F1', null, (score) => score.turns?.f1],
  ['role right', null, (score) => score.turns?.roleAccuracy],
  ['speaker right', null, (score) => score.turns?.speakerAccuracyFullName],
];

/** The sets, what is measured on each, and the aims in per cent, in the order of the measures. */
const SETS: readonly { name: string; measures: readonly Measure[]; aims: readonly (number | null)[] }[] = [
  { name: 'wikinews', measures: QUOTES, aims: [97, 88, 75, 93] },
  { name: 'litbank', measures: QUOTES, aims: [95, 65, null, null] },
  ...['qa-wikinews', 'qa-rendered', 'qa-usesthis', 'qa-changelog', 'qa-carpentries', 'qa-k8s'].map(
    (name) => ({ name, measures: TURNS, aims: [98, null, 95] }),
  ),
  { name: 'qa-plain', measures: TURNS, aims: [96, null, null] },
];

/** `npm run bench-voices`: how well and how fast the rules read the texts that people have marked; skipped without them. */
export function main(): number {
  if (scorer === null) {
    console.log(`Skipped: the marked texts are not at ${fileURLToPath(FOLDER)}.`);
    return 0;
  }
  console.log(`${'set'.padEnd(16)}${'measure'.padEnd(18)}   aim  half A  half B     all   words/s`);
  for (const set of SETS) report(set, scorer);
  misses(scorer);
  return 0;
}

function goldOf(name: string): Gold[] {
  const lines = readFileSync(new URL(`${name}.dev.jsonl`, FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Gold);
}

function report(set: (typeof SETS)[number], { scoreAll }: Scorer): void {
  const gold = goldOf(set.name);
  const words = gold.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const started = performance.now();
  const predicted = gold.map(({ id, text }) => predictionOf(id, readArticle(text)));
  const speed = Math.round(words / ((performance.now() - started) / 1000));
  const halves = [halfOf(gold, 0), halfOf(gold, 1), gold].map((part) => scoreAll(part, predicted));
  for (const [index, [name, , reached]] of set.measures.entries()) {
    const aim = set.aims[index] ?? null;
    const cells = halves.map((score) => percent(reached(score) ?? null));
    console.log(
      `${(index === 0 ? set.name : '').padEnd(16)}${name.padEnd(18)}${(aim === null ? '' : String(aim)).padStart(6)}${cells.join('')}${index === 0 ? String(speed).padStart(10) : ''}`,
    );
  }
}

function percent(share: number | null): string {
  return (share === null ? '-' : (100 * share).toFixed(1)).padStart(8);
}

/** The half of some documents that a hash of the id puts a document in: rules are made on one and confirmed on the other. */
function halfOf(gold: readonly Gold[], half: 0 | 1): Gold[] {
  return gold.filter(({ id }) => ((fnv1a(id.replace(/#plain$/, '').replace(/#r$/, '')) >>> 7) & 1) === half);
}

function fnv1a(words: string): number {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/** Prints the wrong attributions that the rules were surest of. */
function misses({ sameSpeaker }: Scorer): void {
  const found = goldOf('wikinews').flatMap(({ id, text, quotes = [] }) => {
    const predicted = predictionOf(id, readArticle(text)).quotes;
    return quotes.flatMap(({ start, end, speaker, aliases = [] }) => {
      const quote = predicted.find((candidate) => candidate.start === start && candidate.end === end);
      if (quote?.speaker == null || speaker === null || sameSpeaker(quote.speaker, speaker, aliases))
        return [];
      const before = text.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' ');
      return [
        {
          trust: quote.confidence ?? 0,
          line: `${quote.speaker}, not ${speaker}: …${before}${text.slice(start, start + 30)}…  (${id})`,
        },
      ];
    });
  });
  console.log('\nSurest of what is wrong, in wikinews:');
  for (const { trust, line } of found.toSorted((a, b) => b.trust - a.trust).slice(0, 12))
    console.log(`  ${trust.toFixed(2)}  ${line}`);
}
