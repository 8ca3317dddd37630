import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { LibraryStore } from '../../storage/library-store.ts';
import type { ArticleListing } from '../../storage/published-article.ts';
import { Icon } from '../icon.tsx';
import { useKeeping } from '../keeping.ts';
import { actionOf } from '../keymap.ts';
import { usePreferences } from '../preferences.ts';
import { openSearch, type LibrarySearch } from './search-client.ts';
import { SearchResults } from './search-results.tsx';
import type { Found } from './search-index.ts';
import { useSearchedWords } from './use-searched-words.ts';
import styles from './search-part.module.css';

/**
 * The search through the texts, notes and claims of all articles. Its field stands in `tools`; what it finds is drawn
 * here. What is searched for is in the address (`#q=`).
 */
export function SearchPart(props: {
  library: LibraryStore;
  listings: readonly ArticleListing[];
  tools: HTMLElement;
}) {
  const { library, listings, tools } = props;
  const [words, change] = useSearchedWords();
  const [wanted, setWanted] = useState(words !== '');
  const { found, waiting, missing, failed } = useFound({
    library,
    listings,
    words,
    wanted: wanted || words !== '',
  });
  const part = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useFindKey(input);

  /** Arrows go from the field to the hits, and between them. */
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [input.current, ...(part.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
  };
  const isSearching = words.trim() !== '';
  return (
    <>
      {createPortal(
        <search className={styles['search']}>
          <label className="visually-hidden" htmlFor="library-words">
            Search texts, notes and claims
          </label>
          <Icon name="search" />
          <input
            autoComplete="off"
            id="library-words"
            placeholder="Search texts, notes and claims"
            ref={input}
            spellCheck={false}
            type="search"
            value={words}
            onChange={({ target }) => change(target.value)}
            onFocus={() => setWanted(true)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && words !== '') {
                event.preventDefault();
                change('');
              } else move(event);
            }}
          />
        </search>,
        tools,
      )}
      <p className="visually-hidden" role="status">
        {isSearching && found?.words === words && waiting === 0 ? tellCount(found) : ''}
      </p>
      {isSearching && (
        // Arrows are one more way: each hit is a link.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div data-found ref={part} onKeyDown={move}>
          {failed && <p role="alert">The search failed. Reload the page to try again.</p>}
          {missing > 0 && (
            <p className={styles['remark']}>{missing} of the articles could not be searched.</p>
          )}
          {found && <SearchResults found={found} isComplete={waiting === 0 && found.words === words} />}
        </div>
      )}
    </>
  );
}

/** How much was found, in words. */
function tellCount({ hits, groups }: Found): string {
  if (hits === 0) return 'Nothing found';
  const places = hits === 1 ? '1 place' : `${hits.toLocaleString('en')} places`;
  return `${places} in ${groups.length === 1 ? '1 article' : `${groups.length} articles`}`;
}

/** What the words lead to, as far as the articles have been read. The worker starts when a search is wanted. */
function useFound(asking: {
  library: LibraryStore;
  listings: readonly ArticleListing[];
  words: string;
  wanted: boolean;
}): { found: Found | null; waiting: number; missing: number; failed: boolean } {
  const { library, listings, words, wanted } = asking;
  const { store } = useKeeping();
  const [search, setSearch] = useState<LibrarySearch | null>(null);
  const [state, setState] = useState({ waiting: 1, missing: 0 });
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);

  // Synchronises with the worker: it lives as long as the page.
  useEffect(() => {
    if (!wanted || !store) return undefined;
    const base = import.meta.env.BASE_URL;
    const opened = openSearch({ library, store, listings, base, changed: setState });
    // oxlint-disable-next-line react/set-state-in-effect -- what was opened is asked below
    setSearch(opened);
    return () => {
      setSearch(null);
      opened.stop();
    };
  }, [library, listings, store, wanted]);

  // Synchronises with the worker's answers; asked again when more has been read.
  useEffect(() => {
    if (!search || words.trim() === '') return undefined;
    let current = true;
    search.search(words).then(
      (answer) => current && setFound(answer),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again when more has been read
  }, [search, state, words]);
  return { found, ...state, failed };
}

/** The key that finds words in an article finds them here. */
function useFindKey(input: { readonly current: HTMLInputElement | null }): void {
  const { preferences } = usePreferences();
  const press = useCallback(
    (event: globalThis.KeyboardEvent): void => {
      if (!preferences.keys || event.defaultPrevented || document.querySelector('dialog:modal')) return;
      if (actionOf(event, preferences.keymap) !== 'find') return;
      event.preventDefault();
      input.current?.select();
    },
    [input, preferences],
  );
  // Synchronises with the document's key presses.
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [press]);
}
