import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

/** The page that all are measured on, built and served. */
export interface BenchSite {
  readonly address: string;
  /** Puts a file beside the page, and gives its address. */
  readonly put: (name: string, text: string) => string;
  readonly stop: () => Promise<void>;
}

/** Builds the page as a site is built for readers, and serves it from a folder that `stop` takes away. */
export async function serveBench(): Promise<BenchSite> {
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-peers-'));
  const mode = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({
    root: new URL('page', import.meta.url).pathname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 2000 },
  });
  process.env['NODE_ENV'] = mode;
  // What is put there later is found, too.
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (name, text) => {
      writeFileSync(join(folder, name), text);
      return `/${name}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(folder, { recursive: true });
          resolve();
        });
      }),
  };
}
