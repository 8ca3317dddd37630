import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createBuilder } from 'vite';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../tools/serve.ts';
import { REQUESTS } from './request-log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly site: string;
  }
}

/**
 * Builds the site as it is published and serves it for the tests of the whole. At the end it says how many requests the
 * browsers have made: each was looked at by its test (`page.ts`), and the server has looked at all that came.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = 'node_modules/.cache/sidegloss-e2e';
  // Two projects of tests share it.
  if (process.env['SIDEGLOSS_E2E_BUILT'] !== String(process.pid)) {
    rmSync(REQUESTS, { force: true });
    await build(folder);
  }
  process.env['SIDEGLOSS_E2E_BUILT'] = String(process.pid);
  let came = 0;
  const wrong: string[] = [];
  const server = await serveSite(folder, 0, {
    seen: (target) => {
      came += 1;
      // A browser that sent a fragment would send the words of a quote.
      if (/#|%23|:~:/.test(target)) wrong.push(target);
    },
  });
  project.provide('site', server.address);
  return async () => {
    await server.stop();
    const made = existsSync(REQUESTS) ? readFileSync(REQUESTS, 'utf8').trim().split('\n').map(Number) : [];
    const sum = made.reduce((total, count) => total + count, 0);
    console.log(
      `${sum} requests by browsers, none to another origin; ${came} came, ${wrong.length} with a fragment`,
    );
    if (wrong.length > 0) throw new Error(`fragments were sent: ${wrong.join(' ')}`);
  };
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
