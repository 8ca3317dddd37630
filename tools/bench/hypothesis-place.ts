import search from 'approx-string-match';
import type { Located } from '../../src/core/anchor/locate.ts';
import { selectorOf, type Selectors } from '../../src/core/anchor/selectors.ts';
import type { Span } from '../../src/core/text/span.ts';

/**
 * How the client of Hypothesis (9d28950, `match-quote.ts`) finds a quote: wherever it stands exactly, else with up to half
 * of its characters wrong, at most 256; of those places the one whose words, surroundings and position are most alike.
 */
export function hypothesisPlace(text: string, selectors: Selectors): Located {
  const { exact, prefix = '', suffix = '' } = selectorOf(selectors, 'TextQuoteSelector')!;
  const hint = selectorOf(selectors, 'TextPositionSelector')?.start ?? 0;
  const found = matches(text, exact, Math.min(256, exact.length / 2));
  const score = (match: Span & { errors: number }): number => {
    const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
    const after = text.slice(match.end, match.end + suffix.length);
    const near = 1 - Math.abs(match.start - hint) / text.length;
    const quote = 1 - match.errors / exact.length;
    return (50 * quote + 20 * alike(before, prefix) + 20 * alike(after, suffix) + 2 * near) / 92;
  };
  const best = found
    .map((match) => ({ match, score: score(match) }))
    .toSorted((a, b) => b.score - a.score)[0];
  return best ? { outcome: 'exact', span: best.match } : { outcome: 'lost' };
}

function matches(text: string, words: string, maxErrors: number): (Span & { errors: number })[] {
  const exact: (Span & { errors: number })[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, maxErrors);
}

function alike(text: string, words: string): number {
  if (words === '' || text === '') return 0;
  const found = matches(text, words, words.length);
  return found.length === 0 ? 0 : 1 - found[0]!.errors / words.length;
}
