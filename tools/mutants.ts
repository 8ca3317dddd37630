import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Mutant } from './mutants/instrument.ts';
import { fates, type Fate } from './mutants/laboratory.ts';

/** What is measured where nothing is named: what decides where notes and links lead. */
const MEASURED = ['src/core/anchor', 'src/core/link'];
const CACHE = 'node_modules/.cache/mutants';

/** What is kept of a run of one file: which of its mutants survived, by number. */
interface Kept {
  readonly source: string;
  readonly count: number;
  readonly survivors: readonly number[];
}

/**
 * `npm run mutants [-- [--again] PATH…]`: changes the sources at one place after another and runs the tests of their
 * folder (`test/core/<folder>`); says how many of the changes a test notices, and lists those that none does. With
 * `--again` only what survived the last time is tried, in sources that are still the same.
 */
export async function main(args: string[]): Promise<number> {
  const isAgain = args.includes('--again');
  const named = args.filter((arg) => !arg.startsWith('--'));
  mkdirSync(CACHE, { recursive: true });
  const sum = { count: 0, survived: 0 };
  for (const file of (named.length > 0 ? named : MEASURED).flatMap(filesOf)) {
    const began = performance.now();
    const kept = await measure(file, isAgain);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    sum.count += kept.count;
    sum.survived += kept.survivors.length;
    console.log(`${file}: ${scoreOf(kept.count, kept.survivors.length)}, ${seconds} s`);
  }
  console.log(`All: ${scoreOf(sum.count, sum.survived)}`);
  return 0;
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(path, name));
}

async function measure(file: string, isAgain: boolean): Promise<Kept> {
  const source = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(source).digest('hex');
  const cache = join(CACHE, `${file.replaceAll('/', '-')}.json`);
  const last = existsSync(cache) ? (JSON.parse(readFileSync(cache, 'utf8')) as Kept) : null;
  const isSame = isAgain && last?.source === hash;
  const folder = join('test/core', basename(dirname(file)));
  const results = await fates(file, {
    source,
    testFiles: filesOf(folder).filter((name) => name.endsWith('.test.ts')),
    chosen: isSame ? ({ id }) => last.survivors.includes(id) : () => true,
  });
  const survivors = results.filter(({ killedBy }) => killedBy === null).map(({ mutant }) => mutant);
  for (const survivor of survivors) console.log(`  ${file}:${survivor.line} ${tell(survivor)}`);
  const kept = {
    source: hash,
    count: isSame ? last.count : results.length,
    survivors: survivors.map(({ id }) => id),
  };
  writeFileSync(cache, JSON.stringify(kept));
  writeKillers(cache, results);
  return kept;
}

/** Which test each mutant fell to, beside what is kept. */
function writeKillers(cache: string, results: readonly Fate[]): void {
  const lines = results.map(
    ({ mutant, killedBy }) => `${mutant.line} ${tell(mutant)} :: ${killedBy ?? 'SURVIVED'}`,
  );
  writeFileSync(cache.replace('.json', '.txt'), `${lines.join('\n')}\n`);
}

function tell({ was, is }: Mutant): string {
  const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 70);
  return `${short(was)}  →  ${is === '' ? '(left out)' : short(is)}`;
}

function scoreOf(count: number, survived: number): string {
  const killed = count - survived;
  const share = count === 0 ? 100 : (killed / count) * 100;
  return `${killed} of ${count} mutants killed (${share.toFixed(1)} %)`;
}
