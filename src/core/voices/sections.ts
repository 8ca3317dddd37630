import type { Block } from './blocks.ts';
import type { Article } from './read-article.ts';
import type { Turn } from './turns.ts';

/** A turn with the blocks that it is made of. */
export interface TurnSection {
  readonly kind: 'turn';
  readonly turn: Turn;
  readonly blocks: readonly Block[];
}

/** Blocks that no turn covers: `front` before the first turn, `back` (back matter), `between` otherwise. */
export interface PlainSection {
  readonly kind: 'front' | 'between' | 'back';
  readonly blocks: readonly Block[];
}

/** Questions and their answers, with whatever stands between them; `number` counts from 1. */
export interface ExchangeSection {
  readonly kind: 'exchange';
  readonly number: number;
  readonly parts: readonly (TurnSection | PlainSection)[];
}

export type Section = ExchangeSection | TurnSection | PlainSection;

/**
 * The article as it is laid out: every block once, in reading order, grouped by turn and exchange. Both views are
 * styles of this one list.
 */
export function sections(article: Article): Section[] {
  const parts = groupBlocks(article);
  const reach = reachOfExchanges(article, parts);
  const result: Section[] = [];
  for (let index = 0; index < parts.length;) {
    const part = parts[index]!;
    const exchange = part.kind === 'turn' ? reach.get(part.turn.id) : undefined;
    if (exchange) {
      result.push({
        kind: 'exchange',
        number: exchange.number,
        parts: parts.slice(index, exchange.last + 1),
      });
      index = exchange.last + 1;
    } else {
      result.push(part);
      index += 1;
    }
  }
  return result;
}

function groupBlocks({ blocks, turns }: Article): (TurnSection | PlainSection)[] {
  const groups: ((TurnSection | PlainSection) & { blocks: Block[] })[] = [];
  let next = 0;
  for (const block of blocks) {
    while (next < turns.length && turns[next]!.end <= block.start) next += 1;
    const turn = turns[next];
    const last = groups.at(-1);
    if (turn && turn.start < block.end) {
      if (last?.kind === 'turn' && last.turn === turn) last.blocks.push(block);
      else groups.push({ kind: 'turn', turn, blocks: [block] });
    } else {
      const beforeAll = next === 0 && last?.kind !== 'back';
      const kind = block.kind === 'back-matter' ? 'back' : beforeAll ? 'front' : 'between';
      if (last?.kind === kind) last.blocks.push(block);
      else groups.push({ kind, blocks: [block] });
    }
  }
  return groups;
}

/** For the first turn of each exchange: the exchange's number and the index of the part that it ends with. */
function reachOfExchanges(
  { exchanges }: Article,
  parts: readonly (TurnSection | PlainSection)[],
): Map<string, { number: number; last: number }> {
  const indices = new Map(
    parts.flatMap((part, index) => (part.kind === 'turn' ? [[part.turn.id, index]] : [])),
  );
  const reach = new Map<string, { number: number; last: number }>();
  for (const [order, { questions, answers }] of exchanges.entries()) {
    const members = [...questions, ...answers].filter((id) => indices.has(id));
    const first = members[0];
    if (first === undefined) continue;
    const last = Math.max(...members.map((id) => indices.get(id)!));
    reach.set(first, { number: order + 1, last });
  }
  return reach;
}
