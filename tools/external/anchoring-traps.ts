import { describe } from '../../src/core/anchor/describe.ts';
import { locate, locateAll, type Located } from '../../src/core/anchor/locate.ts';
import type { Selectors, TextQuoteSelector } from '../../src/core/anchor/selectors.ts';
import type { Span } from '../../src/core/text/span.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'anchoring-traps';

interface Trap {
  readonly id: number;
  readonly kind: string;
  readonly oldText: string;
  readonly newText: string;
  readonly selector: TextQuoteSelector;
  readonly position: Span;
  readonly expect: 'place' | 'flagged-changed' | 'orphan-or-flagged';
  readonly expectStart?: number;
}

/**
 * Edits after which a note must be placed, or must not be placed silently. Each is tried in three ways: with the
 * selectors that came with it, with our own, and with the old text known.
 */
export const anchoringTraps: Suite = {
  name: NAME,
  cases: () => (jsonOf(NAME, 'cases.json') as Trap[]).flatMap(casesOf),
};

function casesOf(trap: Trap): Case[] {
  const article = (): ReturnType<typeof readArticle> => readArticle(trap.newText);
  const theirs: Selectors = [trap.selector, { type: 'TextPositionSelector', ...trap.position }];
  const ours = (): Selectors => describe(readArticle(trap.oldText), trap.position);
  const ways: Record<string, () => Located> = {
    theirs: () => locate(article(), theirs),
    ours: () => locate(article(), ours()),
    'old text known': () => locateAll(article(), [ours()], { text: trap.oldText })[0]!,
  };
  return Object.entries(ways).map(([way, run]) => ({
    name: `${trap.id} ${trap.kind}, ${way}`,
    run: () => reasonAgainst(trap, run()),
  }));
}

function reasonAgainst({ expect, expectStart }: Trap, located: Located): string | null {
  const told = 'span' in located ? `${located.outcome} at ${located.span.start}` : located.outcome;
  if (expect === 'place') {
    return 'span' in located && located.span.start === expectStart ? null : `${told}, not ${expectStart}`;
  }
  const isSilent = located.outcome === 'exact' || located.outcome === 'moved';
  if (expect === 'flagged-changed') return located.outcome === 'reworded' ? null : told;
  return isSilent ? told : null;
}
