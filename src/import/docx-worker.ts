import { docxToHtml } from './docx-html.ts';

/* Reads one Word file beside the page. The page ends it when it takes too long. */
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void docxToHtml(data).then((read) => postMessage(read));
});
