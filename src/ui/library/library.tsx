import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../lazy-part.ts';
import { Link } from 'wouter';
import type { ArticleListing } from '../../storage/published-article.ts';
import { useKeeping } from '../keeping.ts';
import { OfflineLine } from '../offline-line.tsx';
import styles from './library.module.css';

// Drawn once the page is alive: what is a reader's own is in no page that is served.
const Shelf = lazyPart(async () => ({ default: (await import('./shelf.tsx')).Shelf }));
const PrivacyDialog = lazyPart(() => import('../privacy-dialog.tsx'));

/**
 * What there is to read. `failed`: the list could not be fetched. `exportArticle` offers to hand out an own article, by
 * its id; without it that is not offered. `notice` is said over all.
 */
export function Library(props: {
  listings: readonly ArticleListing[];
  failed?: boolean;
  exportArticle?: (id: string) => void;
  notice?: ReactNode;
}) {
  const { listings, failed = false, exportArticle, notice } = props;
  const { library } = useKeeping();
  const [isPrivacyOpen, setPrivacyOpen] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  return (
    <main className={styles['library']}>
      <p className={styles['site']}>Sidegloss</p>
      <div className={styles['head']}>
        <h1>Library</h1>
        <Link className={`${styles['claims']} needs-script`} href="/library/claims/">
          All claims
        </Link>
        <Link className={`${styles['bring']} needs-script`} href="/own/new/">
          Bring an article
        </Link>
      </div>
      <div className={`${styles['tools']} needs-script`} ref={setTools} />
      {failed && <p role="alert">The list of articles could not be fetched. Try again in a moment.</p>}
      {!failed && listings.length === 0 && <p>No article is published here yet.</p>}
      <ul data-published>
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
      {library && tools && (
        <Suspense>
          <Shelf exportArticle={exportArticle} library={library} listings={listings} tools={tools} />
        </Suspense>
      )}
      {library && (
        <footer className={`${styles['foot']} needs-script`}>
          <button type="button" onClick={() => setPrivacyOpen(true)}>
            Privacy
          </button>
          <OfflineLine />
          <Suspense>{isPrivacyOpen && <PrivacyDialog onClose={() => setPrivacyOpen(false)} />}</Suspense>
        </footer>
      )}
      {notice}
    </main>
  );
}
