import { Link } from 'wouter';
import type { ArticleListing } from '../../storage/published-article.ts';
import styles from './library.module.css';

/** What there is to read. `failed`: the list could not be fetched. */
export function Library({
  listings,
  failed = false,
}: {
  listings: readonly ArticleListing[];
  failed?: boolean;
}) {
  return (
    <main className={styles['library']}>
      <p className={styles['site']}>Sidegloss</p>
      <h1>Library</h1>
      {failed && <p role="alert">The list of articles could not be fetched. Try again in a moment.</p>}
      {!failed && listings.length === 0 && <p>No article is published here yet.</p>}
      <ul>
        {listings.map((listing) => (
          <li key={listing.slug}>
            <Link className={styles['title']} href={`/${listing.slug}/`} lang={listing.lang}>
              {listing.title}
            </Link>
            <p>{listing.voices.join(' · ')}</p>
            <p className={styles['counts']}>
              {listing.words.toLocaleString('en')} words · {listing.voices.length} voices · {listing.claims}{' '}
              claims
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
