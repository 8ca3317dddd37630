import type { ArticleListing } from '../../storage/published-article.ts';

/** All claims of all articles, published and own. */
export default function LibraryLedgerPage({ listings }: { listings: readonly ArticleListing[] }) {
  return (
    <main>
      <h1>All claims</h1>
      <p>{listings.length}</p>
    </main>
  );
}
