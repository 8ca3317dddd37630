import { createDesk, type Asked } from './search-desk.ts';

/* Keeps the index of the library and searches it beside the page, which stays free for its reader. */

const desk = createDesk();

addEventListener('message', ({ data: { id, asked } }: MessageEvent<{ id: number; asked: Asked }>) => {
  void desk(asked).then(
    (answer) => postMessage({ id, answer }),
    (error: unknown) => postMessage({ id, error: String(error) }),
  );
});
