import { build, type Rolldown } from 'vite';

/**
 * A module of the project as one script that puts what it exports on `globalThis.module`, for a test to run in a page
 * of the built site. Pages have it bundled with others, under names that nobody outside knows.
 */
export async function moduleScript(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    // As in the site, whatever runs the tests says.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'sideglossModule' } },
  })) as Rolldown.RolldownOutput[];
  return `${built[0]!.output[0].code}\nglobalThis.module = sideglossModule;`;
}
