import type { Block } from './blocks.ts';
import type { TurnDraft } from './turns.ts';

/** What a labelled voice does over the whole article. */
interface Record {
  readonly speaker: TurnDraft['speaker'];
  turns: number;
  asking: number;
}

/**
 * Says of labelled turns whether they ask or answer: a formal label tells, and `Name:` is an interviewer's where that
 * voice asks more than any other, or in most of its turns. A question without a name is given to the interviewer.
 */
export function setRoles(text: string, blocks: readonly Block[], turns: readonly TurnDraft[]): void {
  const records = recordsOf(text, blocks, turns);
  const interviewers = interviewersAmong(records);
  for (const turn of turns) {
    if (turn.label?.kind === 'name') turn.kind = interviewers.has(turn.speaker) ? 'question' : 'answer';
    else if (turn.kind === 'question' && turn.label === null && turn.speaker === null)
      turn.speaker = [...interviewers][0] ?? null;
  }
}

function recordsOf(text: string, blocks: readonly Block[], turns: readonly TurnDraft[]): Record[] {
  const records = new Map<TurnDraft['speaker'], Record>();
  for (const turn of turns) {
    if (turn.label?.kind !== 'name') continue;
    const record = records.get(turn.speaker) ?? { speaker: turn.speaker, turns: 0, asking: 0 };
    record.turns++;
    if (/[?？]/.test(text.slice(turn.label.end, blocks[turn.last]!.end).slice(-400))) record.asking++;
    records.set(turn.speaker, record);
  }
  return [...records.values()];
}

function interviewersAmong(records: readonly Record[]): Set<TurnDraft['speaker']> {
  const share = (record: Record): number => record.asking / record.turns;
  const [first] = records.toSorted((a, b) => share(b) * Math.sqrt(b.asking) - share(a) * Math.sqrt(a.asking));
  if (first === undefined || first.asking === 0) return new Set();
  const others = records.filter((record) => record !== first && record.turns > 2 && share(record) > 0.6);
  return new Set([first, ...others].map((record) => record.speaker));
}
