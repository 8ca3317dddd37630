import { Link } from 'wouter';
import styles from './site-links.module.css';

/** The site's name, which leads to its first page, and the library: at the start of every page's bar. */
export function SiteLinks() {
  return (
    <nav aria-label="Site" className={styles['site']}>
      <Link className={styles['name']} href="/">
        Sidegloss
      </Link>
      <Link className={styles['library']} href="/library/">
        Library
      </Link>
    </nav>
  );
}
