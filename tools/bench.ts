import { cpus, totalmem } from 'node:os';
import { benchAnchors } from './bench/anchors.ts';
import { benchFirstPaint } from './bench/first-paint.ts';
import { benchLinks } from './bench/links.ts';
import { benchLong } from './bench/long.ts';
import { benchNotes } from './bench/notes.ts';
import { benchPeers } from './bench/peers.ts';

const SUITES: Readonly<Record<string, (flags: readonly string[]) => Promise<boolean>>> = {
  anchors: benchAnchors,
  links: benchLinks,
  'first-paint': benchFirstPaint,
  long: benchLong,
  notes: benchNotes,
  peers: benchPeers,
};

/**
 * `npm run bench [-- SUITE… --FLAG…]`: measures what is promised to be fast, with the machine's figures beside. Every suite
 * gets the flags; `peers` has some.
 */
export async function main(args: string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const names = asked.length > 0 ? asked : Object.keys(SUITES);
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
    ok = (await SUITES[name]!(flags)) && ok;
  }
  return ok ? 0 : 1;
}
