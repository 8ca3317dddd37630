import { createDesk, type Asked, type Question } from './transfer-desk.ts';

/*
 * Reads, merges and writes files of notes beside the page, which stays free for its reader. The page asks one thing
 * at a time; an answer, or the progress on the way to it, is a message.
 */

/** Progress is told as often as anybody could see it, ms. */
const OFTEN = 50;

let told = 0;
const progress = (done: number): void => {
  const now = performance.now();
  if (now - told < OFTEN) return;
  told = now;
  postMessage({ progress: done });
};
const desk = createDesk({ newId: () => crypto.randomUUID(), progress });

addEventListener('message', (event: MessageEvent<{ question: Question; asked: Asked[Question] }>) => {
  const { question, asked } = event.data;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page asks with the types of the desk
  void desk(question, asked as never).then(
    (answer) => postMessage({ answer }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
