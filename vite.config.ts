import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { site } from './tools/site.ts';

export default defineConfig({
  // Another folder of articles can be built by naming it, as the benchmarks do.
  plugins: [react(), site(process.env['SIDEGLOSS_ARTICLES'])],
  resolve: {
    alias: {
      // What it stands in for is part of React itself by now.
      'use-sync-external-store/shim/index.js': 'react',
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
    // What changes with a library is one file, which stays in caches when only our own code changes. What the first view
    // shares with parts that are fetched later is one file, too: many small ones are packed worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /src\/(core\/(text\/(span|hash|bisect|clip)|anchor\/(describe|selectors|verbatim)|notes\/(note|claim-voice)|voices\/stretches)|storage\/own-article|dom\/(position|groups|paint)|ui\/(live-value|keeping|preferences|status-line|icon|badge|reading|article-pages|active-note|copy-link|error-boundary|passage-text|notes\/(use-open-reading|use-corrections|history|notebook|notes-key|use-placing)))\.tsx?$/,
            },
            {
              name: 'react',
              priority: 1,
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(query-core|react-query)|wouter|use-sync-external-store|regexparam|mitt)\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173 },
});
