import type { Exchange, Turn } from './turns.ts';

/**
 * Numbers turns in order and says which question each answer belongs to. A question opens an exchange, further ones
 * join it until it is answered; narration ends it. Gives the turns with their ids and the exchanges.
 */
export function linkTurns(turns: readonly Omit<Turn, 'id' | 'answers'>[]): {
  turns: Turn[];
  exchanges: Exchange[];
} {
  const exchanges: { questions: string[]; answers: string[] }[] = [];
  let current: { questions: string[]; answers: string[] } | null = null;
  const linked: Turn[] = [];
  for (const [index, turn] of turns.entries()) {
    const id = `t${index}`;
    if (turn.kind === 'question') {
      if (current === null || current.answers.length > 0) {
        current = { questions: [], answers: [] };
        exchanges.push(current);
      }
      current.questions.push(id);
    } else if (turn.kind === 'narration') current = null;
    else current?.answers.push(id);
    const question = turn.kind === 'answer' ? current?.questions.at(-1) : undefined;
    linked.push({ id, ...turn, ...(question === undefined ? {} : { answers: question }) });
  }
  return { turns: linked, exchanges };
}
