import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { cacheHeader, headersFor } from './headers.ts';

/** A running server; `address` is where it can be opened, without a slash at its end. */
export interface SiteServer {
  readonly address: string;
  stop: () => Promise<void>;
}

export interface ServeOptions {
  /** The path that the site was built for (`vite build --base`), beginning and ending with a slash. */
  readonly base?: string;
  /** Whether text goes out compressed, to browsers that take it so, as any host does it. */
  readonly compressed?: boolean;
  /** Told of every request, as its first line names what is asked for. */
  readonly seen?: (target: string) => void;
}

/**
 * Serves a built site with the headers that it is meant to have. Unknown addresses get the site's own page for that,
 * with status 404. `port` 0 takes any free one. Rejects where the port is taken (`EADDRINUSE`).
 */
export async function serveSite(
  folder: string,
  port: number,
  { base = '/', compressed = false, seen }: ServeOptions = {},
): Promise<SiteServer> {
  const missing = readFileSync(join(folder, '404.html'));
  const files = sirv(folder, {
    etag: true,
    dev: false,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', cacheHeader(pathname));
    },
  });
  const compress = compression();
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    seen?.(target);
    // As a host does that has other sites beside it.
    if (!target.startsWith(base)) return void response.writeHead(404).end();
    request.url = target.slice(base.length - 1);
    const { pathname } = new URL(request.url, 'http://localhost');
    for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
    if (compressed) {
      response.setHeader('Vary', 'Accept-Encoding');
      compress(request, response);
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : missing);
    });
    return undefined;
  });
  await listen(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base.slice(0, -1)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
