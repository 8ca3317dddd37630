import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMITS = { js: 120_000, css: 14_000 };

/** `npm run size`: what the first view of an article loads, gzipped, against its limits. Needs a built site. */
export function main(args: string[]): number {
  const [folder = 'dist'] = args;
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`There is no built site in ${folder}. Build it first: npm run build`);
    return 1;
  }
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const [, app = ''] = /<script [^>]*data-app="([^"]+)"/.exec(page) ?? [];
  const js = [...filesOf(page, /<script [^>]*src="([^"]+\.js)"/g), ...app.split(' ')];
  const css = filesOf(page, /<link rel="stylesheet"[^>]*href="([^"]+\.css)"/g);
  const rows = [
    measure('JavaScript', folder, js, LIMITS.js),
    measure('CSS', folder, css, LIMITS.css),
    checkFonts(folder, css),
    checkLazy(folder, js),
  ];
  for (const { told } of rows) console.log(told);
  return rows.every(({ ok }) => ok) ? 0 : 1;
}

interface Row {
  readonly ok: boolean;
  readonly told: string;
}

const filesOf = (page: string, pattern: RegExp): string[] =>
  [...page.matchAll(pattern)].map((match) => match[1]!);

function measure(name: string, folder: string, files: readonly string[], limit: number): Row {
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const ok = files.length > 0 && sum <= limit;
  return {
    ok,
    told: `${ok ? 'ok  ' : 'OVER'} ${name} of the first view: ${sum} of ${limit} bytes gzipped (${files.length} files)`,
  };
}

/** No face may hold back the text or shift it: each that is fetched must be `optional`. */
function checkFonts(folder: string, css: readonly string[]): Row {
  const faces = css.flatMap(
    (file) => readFileSync(join(folder, file), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [],
  );
  const fetched = faces.filter((face) => face.includes('url('));
  const blocking = fetched.filter((face) => !/font-display:\s*optional/.test(face));
  const ok = fetched.length > 0 && blocking.length === 0;
  return {
    ok,
    told: `${ok ? 'ok  ' : 'BAD '} Fonts: ${fetched.length} faces, ${blocking.length} of them may block or shift the text`,
  };
}

/** Panels and dialogs must come in files of their own, which the first view does not name. */
function checkLazy(folder: string, first: readonly string[]): Row {
  const names = readdirSync(join(folder, 'assets')).filter((name) =>
    /^(type-panel|keys-dialog|share-panel|transfer-dialog)-.*\.js$/.test(name),
  );
  const early = names.filter((name) => first.some((file) => file.endsWith(name)));
  const ok = names.length === 4 && early.length === 0;
  return {
    ok,
    told: `${ok ? 'ok  ' : 'BAD '} Loaded when opened: ${names.map((name) => name.replace(/-[^-]+\.js$/, '')).join(', ')}`,
  };
}
