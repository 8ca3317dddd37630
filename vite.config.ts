import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { site } from './tools/site.ts';

export default defineConfig({
  // Another folder of articles can be built by naming it, as the benchmarks do.
  plugins: [react(), site(process.env['SIDEGLOSS_ARTICLES'])],
  resolve: {
    alias: {
      // Its form for browsers writes to innerHTML, which Trusted Types forbid; this is its form for everything else.
      'decode-named-character-reference': new URL(
        'node_modules/decode-named-character-reference/index.js',
        import.meta.url,
      ).pathname,
    },
  },
  build: {
    // Styles that a chunk needs are linked, never inlined: the CSP admits files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What changes with a library is one file, which stays in caches when only our own code changes.
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(query-core|react-query)|wouter|use-sync-external-store|regexparam|mitt)\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
});
