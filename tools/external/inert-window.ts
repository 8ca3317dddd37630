import { JSDOM } from 'jsdom';

/*
 * A window that runs no script and loads nothing. DOMPurify looks for its window when it is loaded: this module comes
 * before it in `doors.ts`, and nothing else in the tools sees a window.
 */
export const { window: inertWindow } = new JSDOM('');
Object.assign(globalThis, { window: inertWindow });
