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
  // Two projects of tests share it.
  if (process.env['SIDEGLOSS_E2E_BUILT'] !== String(process.pid)) await build(folder);
  process.env['SIDEGLOSS_E2E_BUILT'] = String(process.pid);
  const server = await serveSite(folder, 0);
  project.provide('site', server.address);
  return server.stop;
}

async function build(folder: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  // Vitest says `test`, with which React and Vite would build their development versions.
  process.env['NODE_ENV'] = 'production';
  const builder = await createBuilder({
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await builder.buildApp();
  process.env['NODE_ENV'] = before;
}
