import { cpus, totalmem } from 'node:os';
import { benchAnchors } from './bench/anchors.ts';
import { benchLinks } from './bench/links.ts';
import { benchLong } from './bench/long.ts';
import { benchNotes } from './bench/notes.ts';

const SUITES: Readonly<Record<string, () => Promise<boolean>>> = {
  anchors: benchAnchors,
  links: benchLinks,
  long: benchLong,
  notes: benchNotes,
};

/** `npm run bench [-- SUITE…]`: measures what is promised to be fast, with the machine's figures beside. */
export async function main(args: string[]): Promise<number> {
  const names = args.length > 0 ? args : Object.keys(SUITES);
  const unknown = names.filter((name) => !(name in SUITES));
  if (unknown.length > 0) {
    console.error(
      `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}`,
    );
    return 1;
  }
  const processor = cpus();
  console.log(
    `${processor.length} × ${processor[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  let ok = true;
  for (const name of names) {
    console.log(`\n── ${name}`);
    ok = (await SUITES[name]!()) && ok;
  }
  return ok ? 0 : 1;
}
