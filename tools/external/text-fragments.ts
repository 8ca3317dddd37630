import { wholeWords } from '../../src/core/link/native-words.ts';
import { wordsIn } from '../../src/core/link/letters.ts';
import { findQuote, formatQuoteLink, parseQuoteLink } from '../../src/core/link/quote-link.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

interface Table<T> {
  readonly cases: readonly T[];
}
interface Made {
  readonly html: string;
  readonly selection: { readonly text: string };
  readonly status: string;
}
interface Bounded {
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly locale: string | null;
  readonly out: boolean;
}

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
      // Without a locale the polyfill goes by white space; we always go by UAX 29, as browsers do.
      ...of<Bounded>('polyfill-word-bounded')
        .filter(({ locale }) => locale !== null)
        .map((one): Case => ({ name: `whole words ${one.text} ${one.start}`, run: () => bounded(one) })),
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
        .flatMap(({ id, fragment }) => (fragment === undefined ? [] : seenBefore(id, fragment))),
      ...polyfill.map(({ name, fragment }) => seenBefore(`polyfill ${name}`, fragment)),
    ];
  },
};

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
