import type { Exchange, Turn } from './turns.ts';

/** Groups turns into exchanges: a question opens one, further questions join it until it is answered, narration ends it. */
export function exchangesIn(turns: readonly Turn[]): Exchange[] {
  const exchanges: { questions: string[]; answers: string[] }[] = [];
  let current: { questions: string[]; answers: string[] } | null = null;
  for (const turn of turns) {
    if (turn.kind === 'question') {
      if (current === null || current.answers.length > 0) {
        current = { questions: [], answers: [] };
        exchanges.push(current);
      }
      current.questions.push(turn.id);
    } else if (turn.kind === 'narration') current = null;
    else if (current !== null) current.answers.push(turn.id);
  }
  return exchanges;
}
