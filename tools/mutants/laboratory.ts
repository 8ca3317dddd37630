import { resolve } from 'node:path';
import { createServer, createServerModuleRunner, type Plugin } from 'vite';
import { instrument, type Mutant } from './instrument.ts';
import { collector, type Test } from './test-run.ts';

/** What became of a mutant: the test that failed with it, or null where none did. */
export interface Fate {
  readonly mutant: Mutant;
  readonly killedBy: string | null;
}

/** Tests that take longer are no help here: what they find, a short one should find, too. In ms of the processor. */
const LONGEST_TEST = 150;
/** A mutant that meets so many times as many switches as the source itself runs without end. */
const RUNAWAY = 30;
const GRACE = 200_000;
const SHIM = '\0tests';

interface Probe {
  readonly file: string;
  readonly index: number;
  readonly met: Uint8Array;
  readonly hits: number;
  readonly cost: number;
}

/** The switches of the mutants; what has been met is kept. */
class Switches {
  active = -1;
  hits = 0;
  limit = Infinity;
  met: Uint8Array;
  constructor(count: number) {
    this.met = new Uint8Array(count);
  }
  readonly ask = (id: number): boolean => {
    this.hits += 1;
    this.met[id] = 1;
    if (this.hits > this.limit) throw new Error('runs without end');
    return id === this.active;
  };
  begin(active: number, limit: number): void {
    this.active = active;
    this.hits = 0;
    this.limit = limit;
    this.met.fill(0);
  }
}

/**
 * Runs the tests of some files against every mutant of a source, or those that `chosen` picks, until one fails. Each
 * mutant gets modules of its own, so that nothing that they remember goes from one to the next. Throws where a test
 * fails without a mutant.
 */
export async function fates(
  file: string,
  {
    source,
    testFiles,
    chosen,
  }: { source: string; testFiles: readonly string[]; chosen: (mutant: Mutant) => boolean },
): Promise<Fate[]> {
  const { code, mutants } = instrument(file, source);
  const switches = new Switches(mutants.length);
  const given = globalThis as unknown as Record<string, unknown>;
  given['__mutant'] = switches.ask;
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: ['vitest'] },
    plugins: [replacing(resolve(file), code)],
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  const load = async (testFile: string): Promise<readonly Test[]> => {
    const { module, tests } = collector();
    given['__tests'] = module;
    runner.clearCache();
    await runner.import(resolve(testFile));
    return tests;
  };
  try {
    const probes = await probe(load, switches, testFiles);
    const result: Fate[] = [];
    for (const mutant of mutants.filter(chosen)) {
      const meeting = probes.filter(({ met }) => met[mutant.id] === 1);
      result.push({ mutant, killedBy: await killer(load, switches, { mutant, meeting }) });
    }
    return result;
  } finally {
    await runner.close();
    await server.close();
  }
}

/** Gives the source with its mutants in place of the file, and the collector in place of Vitest. */
function replacing(path: string, code: string): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    resolveId: (id) => (id === 'vitest' ? SHIM : null),
    load: (id) =>
      id === SHIM
        ? 'const { describe, it, test, expect } = globalThis.__tests; export { describe, it, test, expect };'
        : id === path
          ? code
          : null,
  };
}

type Load = (testFile: string) => Promise<readonly Test[]>;

/** Runs every test once without a mutant: what it meets, and what it costs. What is met in loading counts for all. */
async function probe(load: Load, switches: Switches, testFiles: readonly string[]): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const file of testFiles) {
    switches.begin(-1, Infinity);
    const beforeLoad = process.cpuUsage();
    const tests = await load(file);
    const loaded = { met: switches.met.slice(), hits: switches.hits, cost: spentSince(beforeLoad) };
    for (const [index, { name, run }] of tests.entries()) {
      switches.begin(-1, Infinity);
      const began = process.cpuUsage();
      try {
        await run();
      } catch (error) {
        throw new Error(`“${name}” fails without a mutant`, { cause: error });
      }
      const cost = spentSince(began);
      if (cost > LONGEST_TEST) continue;
      const met = switches.met.map((one, id) => one | loaded.met[id]!);
      if (met.includes(1))
        probes.push({ file, index, met, hits: switches.hits + loaded.hits, cost: cost + loaded.cost });
    }
  }
  return probes.toSorted((a, b) => a.cost - b.cost);
}

/** In ms of the processor. */
function spentSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The name of the first test that fails with a mutant on; null where none does. Short tests come first. */
async function killer(
  load: Load,
  switches: Switches,
  { mutant, meeting }: { mutant: Mutant; meeting: readonly Probe[] },
): Promise<string | null> {
  const loaded = new Map<string, readonly Test[]>();
  for (const { file, index, hits } of meeting) {
    const limit = hits * RUNAWAY + GRACE;
    try {
      let tests = loaded.get(file);
      if (!tests) {
        switches.begin(mutant.id, limit);
        tests = await load(file);
        loaded.set(file, tests);
      }
      switches.begin(mutant.id, limit);
      const test = tests[index];
      if (!test) return `${file}: other tests`;
      await test.run();
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
      return `${file} ${loaded.get(file)?.[index]?.name ?? 'loading'}: ${reason}`;
    }
  }
  return null;
}
