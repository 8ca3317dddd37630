import { wholeWords } from '../../src/core/link/native-words.ts';
import { wordsIn } from '../../src/core/link/letters.ts';
import { findQuote, formatQuoteLink, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { textDirective } from '../../src/core/link/text-directive.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { jsonOf, type Case, type NotOurs, type Suite } from './suite.ts';

interface Table<T> {
  readonly cases: readonly T[];
}
interface Made {
  readonly html: string;
  readonly selection: { readonly text: string };
  readonly status: string;
}
interface Eligible {
  readonly selection: { readonly text: string };
  readonly out: boolean;
}
interface Bounded {
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly locale: string | null;
  readonly out: boolean;
}

const FINDING = 'the words of a directive are found by the browser, before a page is asked';

/**
 * Text directives as the specification, its tests and its polyfill have them, as far as it is us who do the work: what a
 * page sees of a fragment, how words fold, where words end, and links to selections. Finding is the browser's part.
 */
export const quoteFragments: Suite = {
  name: 'quote-fragments',
  cases: () => {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what each table holds is said where it is read
    const of = <T>(file: string): readonly T[] =>
      (jsonOf('quote-fragments', `${file}.json`) as Table<T>).cases;
    return [
      ...of<{ fragment: string; out: { before: string } }>('spec-parse').map(({ fragment, out }) =>
        seen(`parse ${fragment}`, fragment, out.before),
      ),
      ...['wpt-navigation', 'wpt-find-range'].flatMap((file) =>
        of<{ fragment: string }>(file).map(({ fragment }) => seenBefore(`${file} ${fragment}`, fragment)),
      ),
      ...of<{ frag: string; name: string }>('native-behaviour-chromium156').map(({ frag, name }) =>
        seenBefore(`native ${name}`, frag),
      ),
      ...of<{ in: string; out: string }>('polyfill-normalize').map(({ in: given, out }): Case => ({
        name: `fold ${JSON.stringify(given)}`,
        run: () => (wordsIn(given).join() === wordsIn(out).join() ? null : wordsIn(given).join()),
      })),
      ...of<Bounded>('polyfill-word-bounded').map((one): Case | NotOurs => {
        const name = `whole words ${one.text} ${one.start}`;
        return one.locale === null
          ? {
              name,
              notOurs:
                'without a language the polyfill goes by white space; here words always end as UAX 29 says',
            }
          : { name, run: () => bounded(one) };
      }),
      ...of<{ in: string }>('polyfill-parse').map(({ in: given }) =>
        seenBefore(`polyfill-parse ${given}`, `#:~:text=${given}`),
      ),
      ...of<{ test: string }>('polyfill-find').map(({ test }, index): NotOurs => ({
        name: `find ${index} ${test}`,
        notOurs: FINDING,
      })),
      ...of<Eligible>('polyfill-range-eligibility').map((one, index) => eligible(one, index)),
      ...of<Made>('polyfill-generate').map((one, index): Case => ({
        name: `link to a selection ${index}`,
        run: () => link(one),
      })),
    ];
  },
};

/** The tests of the web platform project and of the polyfill: their fragments, as our page sees them. */
export const textFragments: Suite = {
  name: 'text-fragments',
  cases: () => {
    const tests = jsonOf('text-fragments', 'wpt.json') as Record<
      string,
      readonly { id: string; fragment?: string }[]
    >;
    const polyfill = jsonOf('text-fragments', 'polyfill.json') as readonly {
      name: string;
      fragment: string;
    }[];
    return [
      ...Object.values(tests)
        .flat()
        .map(({ id, fragment }): Case | NotOurs =>
          fragment === undefined ? { name: id, notOurs: FINDING } : seenBefore(id, fragment),
        ),
      ...polyfill.map(({ name, fragment }) => seenBefore(`polyfill ${name}`, fragment)),
    ];
  },
  beside: Object.fromEntries(
    [
      'wpt-find-range-target.html',
      'wpt-scroll-target.html',
      ...['ambiguous-match', 'br-tags', 'complicated-layout'].map((page) => `polyfill-pages/${page}.html`),
    ].map((file) => [file, `a page to find words in: ${FINDING}`]),
  ),
};

/** Whether words can be linked to: here that is so for all with a letter in them. */
function eligible({ selection: { text }, out }: Eligible, index: number): Case | NotOurs {
  const name = `eligible ${index} ${text.trim().slice(0, 40)}`;
  const isWords = wordsIn(text).length > 0;
  if (!out && isWords)
    return { name, notOurs: 'a field, hidden words or a page too long to search; an article has only words' };
  return {
    name,
    run: () => {
      const article = readArticle(`A title\n\n${text}\n\nThe end.`);
      const start = article.text.indexOf(text);
      const directive = textDirective(article, { start, end: start + text.length });
      return (directive !== '') === out ? null : `is ${directive === '' ? 'not ' : ''}linked to`;
    },
  };
}

const seenBefore = (name: string, fragment: string): Case =>
  seen(name, fragment, fragment.replace(/:~:.*$/s, ''));

/** A browser takes the directive off before a page sees the fragment; with it or without, we must read the same. */
function seen(name: string, fragment: string, before: string): Case {
  return {
    name,
    run: () => {
      const [whole, rest] = [fragment, before].map((one) => JSON.stringify(parseQuoteLink(one)));
      return whole === rest ? null : `read ${whole} with the directive and ${rest} without`;
    },
  };
}

function bounded({ text, start, length, out }: Bounded): string | null {
  const span = { start, end: start + length };
  const whole = wholeWords(readArticle(text), span)!;
  const isWhole = whole.start >= span.start && whole.end <= span.end;
  return isWhole === out ? null : `made “${text.slice(whole.start, whole.end)}” of it`;
}

/** The polyfill says whether a selection can be linked to; ours must then be found again. */
function link({ html, selection, status }: Made): string | null {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0' };
  const text = html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?(?:p|div|br|td|th|tr)\b[^>]*>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp);/g, (entity) => entities[entity]!);
  const article = readArticle(text);
  const wanted = wordsIn(selection.text);
  if (status !== 'SUCCESS') return wanted.length === 0 ? null : `${status} has words`;
  const pattern = Array.from(selection.text.trim())
    .filter((character) => !/\s/.test(character))
    .map((character) => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const match = new RegExp(pattern.join('\\s*'), 'u').exec(text);
  if (!match) return 'the selection is not in the text';
  const span = { start: match.index, end: match.index + match[0].length };
  const { outcome, span: found } = findQuote(article, parseQuoteLink(formatQuoteLink(article, span))!);
  if (outcome !== 'found') return outcome;
  return wordsIn(text.slice(found!.start, found!.end)).join('') === wanted.join('')
    ? null
    : 'found other words';
}
