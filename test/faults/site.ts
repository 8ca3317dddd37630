import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { serveSite, type SiteServer } from '../../tools/serve.ts';

const FOLDER = 'node_modules/.cache/sidegloss-faults';
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Faults</title><script type="module" src="/page.js"></script>';

/** Builds the fault page and serves it, with the headers that readers get. One origin for as long as it runs. */
export async function serveFaultPage(): Promise<SiteServer> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: FOLDER,
      lib: { entry: 'test/faults/page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
  });
  for (const name of ['index.html', '404.html']) writeFileSync(join(FOLDER, name), PAGE);
  return serveSite(FOLDER, 0);
}
