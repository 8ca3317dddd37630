import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

/**
 * Links for the head of a page that is drawn by a part of the bundle which is fetched by itself: its styles, without
 * which the page would show bare and then jump, and its modules, so that it comes alive with the rest. `module` is the
 * part's source, from the project's root; what `page` names already is not named again. Throws where the bundle has no
 * such part.
 */
export function linksToPart(
  bundle: Rolldown.RolldownOutput,
  module: string,
  { page, base }: { readonly page: string; readonly base: string },
): string {
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
  return [
    ...[...styles].map((file) => `<link rel="stylesheet" crossorigin href="${base}${file}">`),
    ...[...needed].map(({ fileName }) => `<link rel="modulepreload" crossorigin href="${base}${fileName}">`),
  ]
    .filter((link) => !page.includes(link.slice(link.indexOf('href='))))
    .join('\n    ');
}
