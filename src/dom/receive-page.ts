import { SENDING_TIME, SENT_PAGE_LENGTH, SENT_TITLE_LENGTH } from '../core/limits.ts';
import { isWebAddress } from '../core/notes/web-address.ts';

/** A page that its reader sent here with the bookmarklet. All of it is another site's: data, never markup or a link. */
export interface SentPage {
  /** The page's markup, or that of what was selected on it. */
  readonly html: string;
  /** Null where it is none of the web, as that of a file. */
  readonly address: string | null;
  readonly title: string;
}

/**
 * What came, or why nothing did: `alone` where no page opened this one (or its site cut the two apart), `silent` where
 * it sent nothing of use in time.
 */
export type PageArrival =
  | { readonly ok: true; readonly page: SentPage }
  | { readonly ok: false; readonly reason: 'alone' | 'silent' | 'too-large' };

/** Tells the page that opened this one that it may send. */
export const READY = 'sidegloss:ready';

/**
 * Asks the page that opened `receiver` for itself, and waits for one message of it. Nobody else is listened to, and
 * nothing after that message. The other half is the bookmarklet (`ui/bookmarklet.ts`).
 */
export function receivePage(receiver: Window): Promise<PageArrival> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types say `any`; a window it is, or nothing
  const opener = receiver.opener as Window | null;
  if (!opener || opener === receiver) return Promise.resolve({ ok: false, reason: 'alone' });
  return new Promise((resolve) => {
    const settle = (arrival: PageArrival): void => {
      receiver.removeEventListener('message', listen);
      receiver.clearTimeout(timer);
      resolve(arrival);
    };
    const listen = ({ source, data }: MessageEvent<unknown>): void => {
      if (source === opener) settle(readMessage(data));
    };
    const timer = receiver.setTimeout(() => settle({ ok: false, reason: 'silent' }), SENDING_TIME);
    receiver.addEventListener('message', listen);
    // Which site it is is not known here, and the message tells nothing.
    opener.postMessage(READY, '*');
  });
}

function readMessage(data: unknown): PageArrival {
  const { html, address, title }: Record<string, unknown> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  if (typeof html !== 'string' || html.trim() === '') return { ok: false, reason: 'silent' };
  if (html.length > SENT_PAGE_LENGTH) return { ok: false, reason: 'too-large' };
  return {
    ok: true,
    page: {
      html,
      address: typeof address === 'string' && isWebAddress(address) ? address : null,
      title: typeof title === 'string' ? title.slice(0, SENT_TITLE_LENGTH) : '',
    },
  };
}
