import { JSDOM } from 'jsdom';

/*
 * A window that runs no script and loads nothing. DOMPurify looks for its window when it is loaded: this module comes
 * before it in `doors.ts`, and nothing else in the tools sees a window.
 */
let { window } = new JSDOM('');
Object.assign(globalThis, { window });

/** So many documents a window has: each leaves listeners behind in it, which makes the next one slower. */
const MOST = 200;
let made = 0;

/** HTML as a document that runs nothing and loads nothing. */
export function parseInert(html: string): Document {
  made += 1;
  if (made % MOST === 0) window = new JSDOM('').window;
  return new window.DOMParser().parseFromString(html, 'text/html');
}
