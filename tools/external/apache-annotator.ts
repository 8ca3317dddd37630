import { describe } from '../../src/core/anchor/describe.ts';
import { locate } from '../../src/core/anchor/locate.ts';
import type { TextQuoteSelector } from '../../src/core/anchor/selectors.ts';
import { codePointsOf } from '../../src/core/notes/code-points.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'apache-annotator';

interface Match {
  readonly name: string;
  readonly text: string;
  readonly selector: TextQuoteSelector;
  readonly expected: readonly Span[];
}

interface Position {
  readonly name: string;
  readonly text: string;
  readonly selector: Span;
  readonly expected: readonly Span[];
}

interface Description {
  readonly group: string;
  readonly name: string;
  readonly text: string;
  readonly range: Span;
  readonly expected: TextQuoteSelector;
}

/**
 * Apache Annotator's tables of matching and describing quotes. One match is to be found; of several none may be taken
 * silently; where there is none, nothing may be placed silently. What it describes and what we describe of the same
 * words must lead back to them. Its matches are made of exact characters and an empty quote is a place to it; here an
 * empty quote has no words. Its positions count code points, as the W3C's do.
 */
export const apacheAnnotator: Suite = {
  name: NAME,
  cases: () => {
    const {
      match,
      describe: described,
      position,
    } = jsonOf(NAME, 'cases.json') as { match: Match[]; describe: Description[]; position: Position[] };
    return [
      ...match.map((one): Case => ({ name: `match/${one.name}`, run: () => runMatch(one) })),
      ...described.map((one): Case => ({
        name: `describe/${one.group}/${one.name}`,
        run: () => runDescription(one),
      })),
      ...position.map((one): Case => ({ name: `position/${one.name}`, run: () => runPosition(one) })),
    ];
  },
};

function runPosition({ text, selector, expected }: Position): string | null {
  const points = codePointsOf(text);
  const span = { start: points.toUtf16(selector.start), end: points.toUtf16(selector.end) };
  if (!isSpan(span, expected[0]!)) return `is ${span.start} to ${span.end}`;
  const back = [span.start, span.end].map((offset) => points.toCodePoints(offset));
  return back.join() === [selector.start, selector.end].join() ? null : `is written as ${back.join(' to ')}`;
}

function runMatch({ text, selector, expected }: Match): string | null {
  const located = locate(readArticle(text), [selector]);
  const told = 'span' in located ? `${located.outcome} at ${located.span.start}` : located.outcome;
  if (selector.exact === '') return located.outcome === 'lost' ? null : told;
  if (expected.length === 1) {
    return 'span' in located && isSpan(located.span, expected[0]!) ? null : told;
  }
  if (expected.length === 0) return 'span' in located ? told : null;
  if (located.outcome !== 'ambiguous') return told;
  const missing = expected.filter((span) => !located.candidates.some((other) => isSpan(other, span)));
  return missing.length === 0 ? null : `does not offer ${missing.map(({ start }) => start).join(', ')}`;
}

function runDescription({ text, range, expected }: Description): string | null {
  const article = readArticle(text);
  if (range.start === range.end) return null;
  for (const selector of [expected, describe(article, range)[0]!]) {
    const located = locate(article, [selector]);
    if (!('span' in located)) return `${located.outcome} for ${JSON.stringify(selector)}`;
    if (!isSpan(located.span, range))
      return `${located.outcome} at ${located.span.start}, not ${range.start}`;
  }
  return null;
}

function isSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
