import { join } from 'node:path';
import { check } from 'recheck';
import type { Attack } from './regexes/attacks.ts';
import { everyExpression, type Expression } from './regexes/collect.ts';
import { LONGEST, measure, type Measured } from './regexes/measure.ts';

const SOURCE = new URL('../src', import.meta.url).pathname;

/** What the analysis says of an expression: `safe`, `polynomial`, `exponential`, or `unknown` where it takes too long. */
interface Judged {
  readonly verdict: string;
  /** The text that the analysis says is hard; null where it knows none. */
  readonly witness: Attack | null;
}

async function judge({ source, flags }: Expression, timeout: number): Promise<Judged> {
  const judged = await check(source, flags, { timeout });
  if (judged.status !== 'vulnerable') return { verdict: judged.status, witness: null };
  const { pumps, suffix } = judged.attack;
  const last = pumps.at(-1);
  const before = pumps.slice(0, -1).map(({ prefix, pump }) => prefix + pump);
  const witness = last ? { prefix: before.join('') + last.prefix, pump: last.pump, suffix } : null;
  return { verdict: judged.complexity.type, witness };
}

/**
 * `npm run regexes [-- --quick] [-- FILE…]`: every regular expression of `src`, analysed and then tried on a thousand texts
 * made to be hard for it, at a million units. `--quick` leaves the analysis out and takes shorter texts.
 */
export async function main(args: string[]): Promise<number> {
  process.env['RECHECK_BACKEND'] ??= 'pure';
  const isQuick = args.includes('--quick');
  const named = args.filter((one) => !one.startsWith('--'));
  const { expressions, missed } = await everyExpression(join(SOURCE));
  const asked = expressions.filter(({ at }) => named.length === 0 || named.some((name) => at.includes(name)));
  const verdicts = new Map<string, number>();
  let unfit = 0;
  const began = performance.now();
  for (const expression of asked) {
    const { verdict, witness } = isQuick
      ? { verdict: 'not analysed', witness: null }
      : await judge(expression, 2_000);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    const measured = measure(expression, { witness, isQuick });
    if (!measured.isFit) unfit += 1;
    if (!measured.isFit || expression.bound !== null || args.includes('--all'))
      console.log(lineOf(expression, verdict, measured));
  }
  for (const at of missed)
    console.log(`${at} FAIL makes expressions that nobody sees: make them as the module is loaded`);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const said = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  const bounded = asked.filter(({ bound }) => bound !== null).length;
  console.log(`${asked.length} expressions (${said}), ${bounded} of them bounded, ${seconds} s`);
  console.log(`${asked.length - unfit} passed, ${unfit + missed.length} failed`);
  return unfit + missed.length > 0 ? 1 : 0;
}

function lineOf(
  { at, source, flags, bound }: Expression,
  verdict: string,
  { isFit, attack, ms, power }: Measured,
): string {
  const shown = source.length > 80 ? `${source.slice(0, 79)}…` : source;
  const took = ms === Infinity ? 'was ended' : `${ms.toFixed(1)} ms`;
  const text =
    attack === null
      ? ''
      : ` on ${[attack.prefix, attack.pump, attack.suffix].map((part) => JSON.stringify(part.slice(0, 30))).join(' ')}`;
  const where = bound === null ? `${LONGEST / 1_000_000} MB` : `bounded by ${bound}`;
  const grows = power === null ? '' : `, power ${power.toFixed(2)}`;
  return `${at} ${isFit ? 'ok' : 'FAIL'} ${verdict}, ${where}: ${took}${grows}${text}: /${shown}/${flags}`;
}
