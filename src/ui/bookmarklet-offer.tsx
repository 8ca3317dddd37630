import { useCallback, useId, useState } from 'react';
import styles from './bookmarklet-offer.module.css';
import { bookmarkletAddress } from './bookmarklet.ts';

/**
 * Offers the bookmark that sends any page here: to be dragged to the bookmarks with a pointer, or copied and put into a
 * bookmark by hand, which is all there is with keys and on a phone. `site` is this site's absolute address with its
 * base.
 */
export function BookmarkletOffer({ site }: { site: string }) {
  const address = bookmarkletAddress(site);
  const [told, setTold] = useState<'copied' | 'by hand' | null>(null);
  const [pressed, setPressed] = useState(false);
  const how = useId();
  // React refuses such an address as a prop, rightly: here it is never followed, only dragged away.
  const withAddress = useCallback(
    (link: HTMLAnchorElement | null) => link?.setAttribute('href', address),
    [address],
  );
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setTold('copied');
    } catch {
      setTold('by hand');
    }
  };
  return (
    <div className={styles['offer']}>
      <p>
        A bookmark that sends the page you are on, or what you have selected on it, straight to this reader.
      </p>
      <p className={styles['row']}>
        {/* It is there to be dragged, which no button can be; with keys it can't be, and they get the button. */}
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid */}
        <a
          aria-hidden="true"
          className={styles['drag']}
          ref={withAddress}
          tabIndex={-1}
          onClick={(event) => {
            event.preventDefault();
            setPressed(true);
          }}
        >
          Read in Sidegloss
        </a>
        <button aria-describedby={how} className={styles['copy']} type="button" onClick={() => void copy()}>
          Copy the bookmark’s address
        </button>
        <span className={styles['told']} role="status">
          {told === 'copied' && 'Copied.'}
          {told === 'by hand' && 'Your browser did not allow it: copy the address below.'}
          {told === null && pressed && 'Here it does nothing: drag it to your bookmarks.'}
        </span>
      </p>
      {told === 'by hand' && (
        <textarea aria-label="The bookmark’s address" readOnly rows={4} value={address} onFocus={selectAll} />
      )}
      <ol id={how}>
        <li>
          Drag “Read in Sidegloss” to your bookmarks bar. Or copy the address, make a bookmark of any page,
          and put the address in place of that page’s.
        </li>
        <li>
          On a page with an interview, choose that bookmark. The page opens here; nothing is sent elsewhere.
        </li>
      </ol>
    </div>
  );
}

function selectAll({ currentTarget }: { readonly currentTarget: HTMLTextAreaElement }): void {
  currentTarget.select();
}
