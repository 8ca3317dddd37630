import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { LibraryStore, OwnListing } from '../../storage/library-store.ts';
import type { ArticleListing } from '../../storage/published-article.ts';
import { StatusLine } from '../status-line.tsx';
import { OwnEntry } from './own-entry.tsx';
import { SearchPart } from './search-part.tsx';
import { useShelf, type Shelf as OwnShelf } from './use-shelf.ts';
import styles from './shelf.module.css';

/** What a reader's own part of the library is made of. */
interface ShelfProps {
  readonly library: LibraryStore;
  /** What is published, which is searched as well. */
  readonly listings: readonly ArticleListing[];
  /** Where on the page the search stands. */
  readonly tools: HTMLElement;
  readonly exportArticle: ((id: string) => void) | undefined;
}

/** The reader's own articles in the library, and the search through everything. */
export function Shelf(props: ShelfProps) {
  return (
    <StatusLine>
      <SearchPart library={props.library} listings={props.listings} tools={props.tools} />
      <OwnArticles {...props} />
    </StatusLine>
  );
}

function OwnArticles({ library, exportArticle }: ShelfProps) {
  const shelf = useShelf(library);
  const [search, setSearch] = useSearchParams();
  const order = search.get('sort') === 'title' ? 'title' : 'read';
  const heading = useRef<HTMLHeadingElement>(null);
  useUndoKey(shelf);
  const { articles, failed } = shelf;
  const sorted = useMemo(() => articles?.toSorted(ORDERS[order]), [articles, order]);
  return (
    <section aria-labelledby="own-articles" className={styles['shelf']} data-own>
      <header className={styles['head']}>
        <h2 id="own-articles" ref={heading} tabIndex={-1}>
          Yours
        </h2>
        {sorted && sorted.length > 1 && (
          <p className={styles['sort']}>
            <label htmlFor="own-order">Sort by</label>
            <select
              id="own-order"
              value={order}
              onChange={({ target }) =>
                setSearch(
                  (before) => {
                    before.set('sort', target.value);
                    return before;
                  },
                  { replace: true },
                )
              }
            >
              <option value="read">last read</option>
              <option value="title">title</option>
            </select>
          </p>
        )}
      </header>
      {failed && <p role="alert">Your articles could not be read. Nothing is lost by it; reload the page.</p>}
      {sorted?.length === 0 && (
        <p className={styles['empty']}>
          Nothing yet. Bring an interview or an article, by pasting it or as a file: its voices are found, and
          you read and annotate it here. It stays in this browser.
        </p>
      )}
      {sorted && sorted.length > 0 && (
        <ul>
          {sorted.map((article) => (
            <OwnEntry
              article={article}
              key={article.id}
              onDuplicate={() => shelf.duplicate(article)}
              onExport={exportArticle && (() => exportArticle(article.id))}
              onRemove={() => {
                // The button that was pressed goes away with its article.
                heading.current?.focus({ preventScroll: true });
                shelf.remove(article);
              }}
              onRename={(title) => shelf.rename(article, title)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

const byTitle = (a: OwnListing, b: OwnListing): number =>
  a.title.localeCompare(b.title, undefined, { numeric: true, sensitivity: 'base' });
/** An article that was never opened is as new as the day that it came. */
const lastTouched = ({ opened, created }: OwnListing): string => opened ?? created;
const ORDERS = {
  title: byTitle,
  read: (a: OwnListing, b: OwnListing): number =>
    lastTouched(b).localeCompare(lastTouched(a)) || byTitle(a, b),
};

/** Ctrl+Z or Command+Z takes a deletion back, unless something is being typed. */
function useUndoKey({ undo }: OwnShelf): void {
  // Synchronises with the document's key presses.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (!isUndo || isTyping || event.defaultPrevented) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [undo]);
}
