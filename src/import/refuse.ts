import { ARTICLE_SIZE } from '../core/limits.ts';
import type { Brought, Refused } from '../core/text/brought.ts';

/** A refusal. `message` says what happened and what to do; `kept` is the text that could be saved, null for none. */
export function refuse(reason: Refused['reason'], message: string, kept: string | null = null): Refused {
  return { ok: false, reason, message, kept };
}

/** The refusal of a text that is too long or has no words in it; null for any other. */
export function refuseBySize(content: string): Refused | null {
  if (content.length > ARTICLE_SIZE)
    return refuse('too-large', 'The text is longer than 10 MB. Bring it in parts.', content);
  return content.trim() === '' ? noWords(null) : null;
}

/** The refusal of something that holds no words. */
export function noWords(kept: string | null): Refused {
  return refuse('empty', 'There are no words in it. Nothing was brought in.', kept);
}

/** Runs a door. What it throws against all expectation becomes a refusal that keeps the text. */
export function guarded(kept: string | null, run: () => Brought): Brought {
  try {
    return run();
  } catch (error) {
    return unreadable(error, kept);
  }
}

/** The refusal of something that made a library give up. */
export function unreadable(error: unknown, kept: string | null): Refused {
  const said = error instanceof Error ? error.message.slice(0, 120) : 'unknown';
  const rest = kept === null ? 'Copy its text and paste it.' : 'Its text is kept: bring it as plain text.';
  return refuse('unreadable', `This could not be read (${said}). ${rest}`, kept);
}
