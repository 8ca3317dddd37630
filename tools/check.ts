import { spawnSync } from 'node:child_process';

const run = (name: string): string[] => [process.execPath, 'tools/run.mjs', name];
const bin = (name: string, ...args: string[]): string[] => [
  process.execPath,
  `node_modules/.bin/${name}`,
  ...args,
];

/** Everything that must hold before a change lands, in the order in which it fails soonest. */
const STEPS: readonly [name: string, command: string[]][] = [
  ['format', bin('oxfmt', '--check')],
  ['lint', bin('oxlint', '--type-aware')],
  ['types', bin('tsc', '-p', 'tsconfig.json')],
  ['types of the core', bin('tsc', '-p', 'tsconfig.core.json')],
  ['unused code', bin('knip')],
  ['licences', run('licences')],
  ['regular expressions', [...run('regexes'), '--quick']],
  ['tests', run('test')],
  ['build', bin('vite', 'build', '--logLevel', 'warn')],
  ['size', run('size')],
];

/** `npm run check`: all that CI runs. `--without-tests` leaves out the tests, for a caller that runs them itself. */
export function main(args: string[]): number {
  const steps = STEPS.filter(([name]) => !(args.includes('--without-tests') && name === 'tests'));
  const failed = steps.filter(([name, [program, ...rest]]) => {
    console.log(`\n── ${name}`);
    const env = { ...process.env, ...(name === 'build' && { NODE_ENV: 'production' }) };
    const { status } = spawnSync(program!, rest, { stdio: 'inherit', env });
    return status !== 0;
  });
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(([name]) => name).join(', ')}`);
  console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`);
  return failed.length > 0 ? 1 : 0;
}
