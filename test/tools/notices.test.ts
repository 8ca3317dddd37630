import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { noticesOf, takeDownShipped } from '../../tools/notices.ts';

const root = new URL('../..', import.meta.url).pathname;

describe('the notices of what a site contains', () => {
  const notices = noticesOf(
    ['react/index.js', 'react/jsx-runtime.js', '@fontsource-variable/inter/files/a.woff2']
      .map((file) => `${root}node_modules/${file}`)
      .concat(`${root}src/app/main.tsx`, '\0virtual'),
  );

  it('name each package once, with its version, its licence and the words of that', () => {
    expect(notices.match(/^react \d+\.\d+\.\d+: MIT$/gm)).toHaveLength(1);
    expect(notices).toContain('Permission is hereby granted, free of charge');
  });

  it('are there for fonts, too', () => {
    expect(notices).toMatch(/^@fontsource-variable\/inter [\d.]+: OFL-1\.1$/m);
    expect(notices).toContain('SIL OPEN FONT LICENSE');
  });
});

describe('what goes into a site', () => {
  it('is taken down while it is built: modules, those of workers, and fonts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'notices-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
    write('index.html', '<script type="module" src="./page.js"></script>');
    write(
      'page.js',
      "import 'idb';\nimport './page.css';\n" +
        "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });",
    );
    write('worker.js', "import { safeParse } from 'valibot';\nself.onmessage = safeParse;");
    write(
      'page.css',
      "@font-face { font-family: a; src: url('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'); }",
    );
    const shipped = takeDownShipped();
    try {
      await build({
        root: folder,
        configFile: false,
        logLevel: 'error',
        plugins: [shipped.plugin()],
        worker: { plugins: () => [shipped.plugin()] },
        build: { write: false, assetsInlineLimit: 0 },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const named = noticesOf(shipped.files).match(/^\S+(?= [\d.]+: )/gm);
    expect(named).toEqual(['@fontsource-variable/inter', 'idb', 'valibot']);
  }, 30_000);
});
