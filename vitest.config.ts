import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_ARGUMENTS } from './tools/browser.ts';

/** The browser that `npm test` has found; without one, the projects that need it are left out. */
const executablePath = process.env['SIDEGLOSS_BROWSER'];

const unit = {
  plugins: [react()],
  test: {
    name: 'unit',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/e2e/**', 'test/faults/**'],
    // Properties go through hundreds of cases, on a machine that is busy with others: time is no part of what they say.
    testTimeout: 30_000,
  },
};

const browser = {
  plugins: [react()],
  // Others' test data lies beside the project, where it is at hand.
  // What the tests import is made ready before, or the first run would reload the page in the middle of a test.
  optimizeDeps: {
    include: [
      '@mozilla/readability',
      '@tanstack/react-query',
      'dompurify',
      'idb',
      'mammoth',
      'mdast-util-from-markdown',
      'react-dom/client',
      'valibot',
      'wouter',
    ],
  },
  server: { fs: { allow: ['.', '../shared/data'] } },
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { args: [...BROWSER_ARGUMENTS], ...(executablePath && { executablePath }) },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
};

/** Tests of the whole that measure time or pixels, or fill the machine: each by itself. */
const ALONE = ['long', 'many-notes', 'quote-links', 'search-library', 'transfer-many'].map(
  (name) => `test/e2e/${name}.test.ts`,
);
const whole = {
  globalSetup: 'test/e2e/site.ts',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What comes is waited for; how soon it comes, on a machine that is busy with others, is not what these tests say.
  expect: { poll: { timeout: 10_000 } },
};

const e2e = {
  test: {
    ...whole,
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    exclude: ALONE,
    maxWorkers: 3,
    sequence: { groupOrder: 1 },
  },
};
const alone = {
  test: { ...whole, name: 'e2e-alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 2 } },
};

/** What notes survive, at length: `npm run test:faults`. Its quick part is in `e2e`. */
const faults = {
  test: {
    name: 'faults',
    include: ['test/faults/**/*.test.ts'],
    fileParallelism: false,
    sequence: { groupOrder: 3 },
  },
};

export default defineConfig({
  test: {
    projects: executablePath ? [unit, browser, e2e, alone, faults] : [unit],
    coverage: {
      provider: 'v8',
      include: ['src/core/**'],
      reporter: ['text'],
      thresholds: { branches: 95, functions: 98, lines: 98, statements: 97 },
    },
  },
});
