import { createBuilder } from 'vite';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../tools/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly site: string;
  }
}

/** Builds the site as it is published and serves it for the tests of the whole. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = 'node_modules/.cache/sidegloss-e2e';
  const before = process.env['NODE_ENV'];
  // Vitest says `test`, with which React and Vite would build their development versions.
  process.env['NODE_ENV'] = 'production';
  const builder = await createBuilder({
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await builder.buildApp();
  process.env['NODE_ENV'] = before;
  const server = await serveSite(folder, 0);
  project.provide('site', server.address);
  return server.stop;
}
