import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Licences (SPDX) of what may be part of the site: each lets anybody use, change and pass it on, and asks for no more than
 * its notice, which `licences.txt` in the built site has.
 */
const SHIPPED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // What an older package calls BSD-2-Clause.
  'BSD',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'Unlicense',
]);
/** A licence for fonts alone: they may be passed on with other software, and not sold by themselves. */
const FONTS = new Set(['OFL-1.1']);
/**
 * Licences of tools, of which nothing is passed on. MPL-2.0 asks for the source of its own changed files only; CC0-1.0,
 * MIT-0, BlueOak-1.0.0 and Python-2.0 ask for less than MIT or about as much.
 */
const TOOLS = new Set(['MPL-2.0', 'MIT-0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0']);

/** Packages that name their licence in a file beside them only: each was read there. */
const READ = new Map([['node_modules/rangy', 'MIT']]);

/** A package as it stands in the lock file. */
interface Locked {
  readonly license?: unknown;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Whether a licence, or one of those to choose from (`A OR B`), or all that hold (`A AND B`), is among those allowed. */
export function isAllowed(licence: string, allowed: ReadonlySet<string>): boolean {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}

/** What is wrong with the licences of packages, by their places in a lock file; `installed` is what a package says itself. */
export function licenceFaults(
  packages: Readonly<Record<string, Locked>>,
  installed: (place: string) => unknown,
): string[] {
  const faults: string[] = [];
  for (const [place, { license, dev, devOptional }] of Object.entries(packages)) {
    if (place === '') continue;
    const isTool = dev === true || devOptional === true;
    const allowed = new Set([
      ...SHIPPED,
      ...(isTool ? TOOLS : []),
      ...(place.includes('/@fontsource') ? FONTS : []),
    ]);
    const own = installed(place);
    const locked = license ?? READ.get(place);
    for (const said of new Set([locked, own === undefined ? locked : (own ?? READ.get(place))]))
      if (typeof said !== 'string') faults.push(`${place}: has no licence`);
      else if (!isAllowed(said, allowed))
        faults.push(`${place}: ${said} is not among the licences of ${isTool ? 'tools' : 'what is shipped'}`);
  }
  return faults;
}

/** `npm run licences`: whether every package, for the site or for work on it, has a licence that is allowed here. */
export function main(): number {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const faults = licenceFaults(packages, (place) => {
    const file = join(place, 'package.json');
    // Those for other systems are not installed.
    if (!existsSync(file)) return undefined;
    const { license } = JSON.parse(readFileSync(file, 'utf8')) as Locked;
    return license ?? null;
  });
  for (const fault of faults) console.log(fault);
  const count = Object.keys(packages).length - 1;
  console.log(`${count} packages, ${faults.length} with a licence that is missing or not allowed`);
  return faults.length > 0 ? 1 : 0;
}
