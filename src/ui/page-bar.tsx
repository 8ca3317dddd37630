import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { pathOf, type ArticlePage } from './article-pages.ts';
import { SiteLinks } from './site-links.tsx';
import styles from './page-bar.module.css';

/**
 * The bar over a page about an article that is not its text: name and library, the way to the article's other pages in
 * the place of the switch of views, and at the right what the page itself offers. A page of the library has no article:
 * its slug is null.
 */
export function PageBar(props: { slug: string | null; page?: ArticlePage; children?: ReactNode }) {
  const { slug, page, children } = props;
  return (
    <header className={styles['bar']} data-bar>
      <SiteLinks />
      {slug !== null && (
        <nav aria-label="This article" className={styles['pages']}>
          {waysOf(slug, page).map(([label, href, isHere]) => (
            <Link
              aria-current={isHere ? 'page' : undefined}
              className={styles['page']}
              href={href}
              key={label}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
      <div className={`${styles['tools']} needs-script`}>{children}</div>
    </header>
  );
}

function waysOf(slug: string, page: ArticlePage | undefined): [string, string, boolean][] {
  return [
    ['Interview', pathOf(slug, 'text', { view: 'interview' }), false],
    ['Full text', pathOf(slug, 'text'), page === 'text'],
    ['Claims', pathOf(slug, 'claims'), page === 'claims'],
    ['Questions', pathOf(slug, 'questions'), page === 'questions'],
  ];
}
