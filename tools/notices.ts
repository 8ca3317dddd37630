import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The files that went into a site, with what takes them down while it is built, workers' too. */
export interface Shipped {
  readonly files: Set<string>;
  readonly plugin: () => Plugin;
}

export function takeDownShipped(): Shipped {
  const files = new Set<string>();
  const plugin = (): Plugin => ({
    name: 'sidegloss-notices',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    generateBundle(_, bundle) {
      for (const one of Object.values(bundle))
        for (const file of one.type === 'chunk' ? one.moduleIds : one.originalFileNames)
          // Files that are no modules are named from the root.
          files.add(resolve(this.environment.config.root, file));
    },
  });
  return { files, plugin };
}

/** The notices of the packages that files belong to, as plain text: name, version, licence, and its words. */
export function noticesOf(files: Iterable<string>): string {
  const places = new Set<string>();
  for (const file of files) {
    const place = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0];
    if (place !== undefined && !place.startsWith('\0')) places.add(place);
  }
  const notices = [...places].map(noticeOf).toSorted();
  const line = '-'.repeat(72);
  return [
    'Sidegloss contains the following software and fonts of others, under their licences.\n',
    ...notices.map((notice) => `${line}\n\n${notice}\n`),
  ].join('\n');
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|unlicense|ofl)(?:[-.].*)?$/i;

function noticeOf(place: string): string {
  const about = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name?: string };
  };
  const texts = readdirSync(place)
    .filter((name) => LICENCE_FILE.test(name))
    .toSorted()
    .map((name) => readFileSync(join(place, name), 'utf8').replaceAll('\r\n', '\n').trim());
  const author = typeof about.author === 'object' ? about.author.name : about.author;
  const by = texts.length === 0 && author !== undefined ? `Copyright ${author}` : null;
  return [`${about.name} ${about.version}: ${about.license ?? 'no licence named'}`, by, ...texts]
    .filter((part) => part !== null)
    .join('\n\n');
}
