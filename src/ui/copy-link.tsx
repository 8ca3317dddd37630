import { useState } from 'react';
import styles from './copy-link.module.css';

/** Why there is no link to an article that a reader brought along, and what to do. */
export const NO_LINK =
  'Only this browser has this article, so no link leads to it. Copy the quote, or export the article as one file.';

/**
 * Copies an address, relative to the page's, or one that is made when it is asked for; null is that there is none. Says so
 * where it was pressed, or shows the address where it could not.
 */
export function CopyLink(props: { address: string | (() => Promise<string | null>); what: string }) {
  const { address, what } = props;
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const made = typeof address === 'string' ? address : await address();
    if (made === null) return setSaid(NO_LINK);
    const absolute = new URL(made, location.href).href;
    try {
      await navigator.clipboard.writeText(absolute);
      return setSaid('Copied');
    } catch {
      // No clipboard without a secure context or permission: show the address, so that it can be copied by hand.
      return setSaid(absolute);
    }
  };
  return (
    <span>
      <button
        aria-label={`Copy link to ${what}`}
        className={`${styles['button']} needs-script`}
        type="button"
        onBlur={() => setSaid(null)}
        onClick={(event) => {
          event.stopPropagation();
          void copy();
        }}
      >
        {said === 'Copied' ? 'Copied' : 'Copy link'}
      </button>
      <span
        className={said === null || said === 'Copied' ? 'visually-hidden' : styles['address']}
        role="status"
      >
        {said}
      </span>
    </span>
  );
}
