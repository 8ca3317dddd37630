import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

/** The addresses of what a page needs beside its markup. */
export interface PageFiles {
  readonly styles: readonly string[];
  readonly modules: readonly string[];
}

const MODULES =
  /\s*<(?:script type="module"|link rel="modulepreload")[^>]*? (?:src|href)="([^"]+)">(?:<\/script>)?/g;

/** The modules that a built page begins and fetches, in its order: the first is the one that begins the app. */
export function modulesIn(page: string): string[] {
  return [...page.matchAll(MODULES)].map((match) => match[1]!);
}

/** A built page that begins and fetches no module by itself. */
export function withoutModules(page: string): string {
  return page.replace(MODULES, '');
}

/**
 * What a page needs that is drawn by a part of the bundle which is fetched by itself: styles, without which it would show
 * bare and then jump, and modules, so that it comes alive with the rest. `module` is the part's source, from the
 * project's root. Throws where the bundle has no such part.
 */
export function filesOfPart(bundle: Rolldown.RolldownOutput, module: string, base: string): PageFiles {
  const chunks = new Map(
    bundle.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const part = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === resolve(module));
  if (!part) throw new Error(`${module} is no part of the bundle by itself`);
  const needed = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk): void => {
    if (needed.has(chunk)) return;
    needed.add(chunk);
    for (const name of chunk.imports) {
      const imported = chunks.get(name);
      if (imported && !imported.isEntry) add(imported);
    }
  };
  add(part);
  const styles = new Set([...needed].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  return {
    styles: [...styles].map((name) => base + name),
    modules: [...needed].map(({ fileName }) => base + fileName),
  };
}
