import { useState } from 'react';
import { Link } from 'wouter';
import type { Found, FoundIn, Hit } from './search-index.ts';
import styles from './search-results.module.css';

/** What was found, grouped by article. Not complete: articles are still being read, or words being looked for. */
export function SearchResults({ found, isComplete }: { found: Found; isComplete: boolean }) {
  const { words, groups, hits } = found;
  if (hits === 0)
    return isComplete ? <Nothing words={words} /> : <p className={styles['hint']}>Searching…</p>;
  return (
    <div className={styles['found']}>
      {groups.map((group) => (
        <Group group={group} key={`${group.slug} ${words}`} />
      ))}
    </div>
  );
}

function Nothing({ words }: { words: string }) {
  return (
    <div className={styles['nothing']}>
      <p>Nothing found for “{words}”.</p>
      <p>
        All words must stand in one paragraph or note: try fewer of them, or only how one begins. Accents,
        capitals and small typos make no difference.
      </p>
    </div>
  );
}

/** So many places are shown of an article at first. */
const FIRST = 5;

function Group({ group }: { group: FoundIn }) {
  const { title, href, lang, hits, count } = group;
  const [all, setAll] = useState(false);
  const rest = hits.length - FIRST;
  return (
    <section className={styles['group']}>
      <h2>
        <Link href={href} lang={lang}>
          {title}
        </Link>{' '}
        <span className={styles['count']}>{count.toLocaleString('en')}</span>
      </h2>
      <ol>
        {(all ? hits : hits.slice(0, FIRST)).map((hit) => (
          <li key={hit.id}>
            <Place hit={hit} lang={lang} />
          </li>
        ))}
      </ol>
      {!all && rest > 0 && (
        <button className={styles['more']} type="button" onClick={() => setAll(true)}>
          Show {rest} more
        </button>
      )}
      {(all || rest <= 0) && count > hits.length && (
        <p className={styles['hint']}>
          These are the best {hits.length} of {count.toLocaleString('en')}. Add a word to narrow them down.
        </p>
      )}
    </section>
  );
}

function Place({ hit: { who, pieces, href }, lang }: { hit: Hit; lang: string }) {
  return (
    <Link className={styles['place']} data-hit href={href}>
      {who !== '' && <span className={styles['who']}>{who}</span>}
      <span className={styles['words']} lang={lang}>
        {pieces.map(({ text, isMarked }, index) =>
          // A piece has no name but its place: the list is never changed, only made anew.
          // oxlint-disable-next-line react/no-array-index-key
          isMarked ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
    </Link>
  );
}
