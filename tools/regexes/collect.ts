import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { runnerImport, type Plugin } from 'vite';

/** A regular expression of the code. */
export interface Expression {
  /** Where it stands: file from the project's folder, and line. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
  /** True where it looks for every match, or parts a text: it goes on behind each match. */
  readonly isRepeated: boolean;
  /** The most UTF-16 units that it ever gets, as the comment beside it says (`Bounded by 400: why`); null for any text. */
  readonly bound: number | null;
}

/** A place that makes an expression of a text as it runs. */
interface Site {
  readonly start: number;
  readonly end: number;
  readonly at: string;
  readonly isRepeated: boolean;
  readonly bound: number | null;
}

interface Found {
  readonly literals: readonly Expression[];
  readonly sites: readonly Site[];
}

/** The regular expressions of a file of code, and the places where it makes some of texts. */
export function expressionsIn(file: string, code: string): Found {
  const { program, comments } = parseSync(file, code);
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length;
  const literals: Expression[] = [];
  const sites: Site[] = [];
  const parting = new Set<number>();
  const isParting = new Set([...code.matchAll(/\.split\((\w+)\b/g)].map(([, name]) => name!));
  const bounds = new Map<number, number>();
  for (const comment of comments) {
    const bound = /Bounded by ([\d,]+)/.exec(comment.value)?.[1];
    if (bound === undefined) continue;
    const first = lineAt(comment.start);
    // A comment may go on over more lines: what it speaks of is the line behind the last.
    let last = lineAt(comment.end);
    while (comments.some(({ start }) => lineAt(start) === last + 1)) last += 1;
    for (let line = first; line <= last + 1; line += 1) bounds.set(line, Number(bound.replaceAll(',', '')));
  }
  const about = (start: number): { at: string; bound: number | null } => {
    const line = lineAt(start);
    return { at: `${file}:${line}`, bound: bounds.get(line) ?? null };
  };
  const make = (node: {
    start: number;
    end: number;
    callee: { type: string; name?: string; end: number };
  }): void => {
    if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
      sites.push({
        ...about(node.start),
        start: node.start,
        end: node.callee.end,
        isRepeated: parting.has(node.start),
      });
  };
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init && id.type === 'Identifier' && isParting.has(id.name)) parting.add(init.start);
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
        if (callee.property.name === 'split' && node.arguments[0]) parting.add(node.arguments[0].start);
      make(node as Parameters<typeof make>[0]);
    },
    NewExpression: (node) => make(node as Parameters<typeof make>[0]),
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern, flags } = node.regex;
      const isRepeated = flags.includes('g') || parting.has(node.start);
      literals.push({ ...about(node.start), source: pattern, flags, isRepeated });
    },
  }).visit(program);
  return { literals, sites };
}

/** What the modules made of texts while they were loaded, by the place that made it. */
const made = new Map<string, RegExp[]>();
const RECORDER = 'recordExpression';

/** Writes down every expression that is made of a text: the place is wrapped as the module is read. */
const recording = (sitesOf: ReadonlyMap<string, readonly Site[]>): Plugin => ({
  name: 'record-expressions',
  enforce: 'pre',
  transform(code, id) {
    const sites = sitesOf.get(id) ?? [];
    let out = code;
    for (const { start, end, at } of sites.toReversed())
      out = `${out.slice(0, start)}globalThis.${RECORDER}(${JSON.stringify(at)})${out.slice(end)}`;
    return sites.length > 0 ? out : null;
  },
});

/**
 * Every regular expression in the files of code below a folder: those that are written out, and those that modules make
 * of texts while they are loaded. `missed` are the places that made none then, whose expressions nobody knows.
 */
export async function everyExpression(
  folder: string,
): Promise<{ expressions: Expression[]; missed: string[] }> {
  const expressions: Expression[] = [];
  const sitesOf = new Map<string, readonly Site[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const name of files.filter((one) => /\.tsx?$/.test(one))) {
    const path = join(folder, name);
    const { literals, sites } = expressionsIn(join('src', name), readFileSync(path, 'utf8'));
    expressions.push(...literals);
    if (sites.length > 0) sitesOf.set(path, sites);
  }
  const record = (at: string) => (source: string | RegExp, flags?: string) => {
    const expression = new RegExp(source, flags);
    made.set(at, [...(made.get(at) ?? []), expression]);
    return expression;
  };
  Object.assign(globalThis, { [RECORDER]: (at: string) => record(at) });
  const missed: string[] = [];
  for (const [path, sites] of sitesOf) {
    await runnerImport(path, { configFile: false, logLevel: 'warn', plugins: [recording(sitesOf)] });
    for (const { at, bound, isRepeated } of sites) {
      const known = made.get(at) ?? [];
      if (known.length === 0) missed.push(at);
      for (const { source, flags } of known)
        expressions.push({ at, source, flags, bound, isRepeated: isRepeated || flags.includes('g') });
    }
  }
  const once = new Map(expressions.map((one) => [`${one.at} /${one.source}/${one.flags}`, one]));
  return { expressions: [...once.values()], missed };
}
