import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { serveSite, type SiteServer } from './serve.ts';

/**
 * Builds the site as it is for readers into a folder of its own, and serves it; `articles` is another folder than that of
 * the published ones. With a `port` its pages name their whole addresses, as search engines want them. `finish` may put
 * something beside what was built, whose folder it is told. `stop` takes all of it away.
 */
export async function builtSite({
  articles,
  port = 0,
  compressed = false,
  finish,
}: {
  readonly articles?: string;
  readonly port?: number;
  readonly compressed?: boolean;
  readonly finish?: ((folder: string) => void) | undefined;
} = {}): Promise<SiteServer> {
  const outDir = join(mkdtempSync(join(tmpdir(), 'sidegloss-site-')), 'dist');
  const environment = {
    // With anything else, React and Vite would build their development versions.
    NODE_ENV: 'production',
    ...(articles !== undefined && { SIDEGLOSS_ARTICLES: articles }),
    ...(port > 0 && { SITE_URL: `http://localhost:${port}` }),
  };
  await withEnvironment(environment, async () => {
    const builder = await createBuilder({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
    await builder.buildApp();
  });
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

/** Does something with variables of the environment, which are afterwards what they were. */
async function withEnvironment(
  variables: Readonly<Record<string, string>>,
  run: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
