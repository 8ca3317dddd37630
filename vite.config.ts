import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { site } from './tools/site.ts';

export default defineConfig({
  plugins: [react(), site()],
  build: {
    // Styles that a chunk needs are linked, never inlined: the CSP admits files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173 },
});
