import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { serveSite, type SiteServer } from './serve.ts';

/**
 * Builds the site as it is for readers into a folder of its own, and serves it. With a `port`
 * its pages name their whole addresses, as search engines want them. `finish` may put something beside what was built,
 * whose folder it is told. `stop` takes all of it away.
 */
export async function builtSite({
  port = 0,
  compressed = false,
  finish,
}: {
  readonly port?: number;
  readonly compressed?: boolean;
  readonly finish?: (folder: string) => void;
} = {}): Promise<SiteServer> {
  const outDir = join(mkdtempSync(join(tmpdir(), 'sidegloss-site-')), 'dist');
  // With anything else, React and Vite would build their development versions.
  process.env['NODE_ENV'] = 'production';
  if (port > 0) process.env['SITE_URL'] = `http://localhost:${port}`;
  const builder = await createBuilder({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  await builder.buildApp();
  finish?.(outDir);
  const site = await serveSite(outDir, port, { compressed });
  return {
    address: site.address,
    stop: async () => {
      await site.stop();
      rmSync(join(outDir, '..'), { recursive: true });
    },
  };
}
