import type { Claim } from '../core/notes/claim.ts';
import { shownHost } from '../core/notes/shown-host.ts';
import { isWebAddress } from '../core/notes/web-address.ts';
import styles from './claim-sources.module.css';

/** What a claim's status rests on: its sources with what they say, and how the claim stood before. Nothing without any. */
export function ClaimSources({ claim: { sources, history } }: { claim: Claim }) {
  return (
    <>
      {sources.length > 0 && (
        <ul aria-label="Sources" className={`${styles['sources']} sources`}>
          {sources.map(({ title, url, words, seen, bears }) => (
            <li key={`${url} ${title} ${words}`}>
              <a href={isWebAddress(url) ? url : undefined} rel="noreferrer noopener" target="_blank">
                {title}
              </a>
              <Host words={title} url={url} />
              {bears && ` · ${bears} the claim`}
              {seen !== undefined && ` · seen ${tellDay(seen)}`}
              {words !== undefined && <q>{words}</q>}
            </li>
          ))}
        </ul>
      )}
      {history && history.length > 0 && (
        <details className={`${styles['past']} past`}>
          <summary>Status before</summary>
          <ul>
            {history.map(({ status, until }) => (
              <li key={until}>
                {status} until <time dateTime={until}>{tellDay(until)}</time>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where a link leads, behind words that whoever made the claim has chosen. */
export function Host({ words, url }: { words: string; url: string }) {
  const host = shownHost(words, url);
  return host !== null && <bdi className={styles['host']}> ({host})</bdi>;
}

/** A day in words. The same wherever it is drawn, because the page that is served is taken over by the reader's browser. */
const tellDay = (time: string): string =>
  new Date(time).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
