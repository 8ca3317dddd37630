import { useState } from 'react';
import styles from './copy-link.module.css';

/**
 * Copies an address, relative to the page's, or one that is made when it is asked for. Says so where it was pressed, or
 * shows the address where it could not.
 */
export function CopyLink(props: { address: string | (() => Promise<string>); what: string }) {
  const { address, what } = props;
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const absolute = new URL(typeof address === 'string' ? address : await address(), location.href).href;
    try {
      await navigator.clipboard.writeText(absolute);
      setSaid('Copied');
    } catch {
      // No clipboard without a secure context or permission: show the address, so that it can be copied by hand.
      setSaid(absolute);
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
