import { Link } from 'wouter';
import styles from '../notice.module.css';

/** Why there is no article to show: no such address, no answer, or a file that is no article. */
export type MissingReason = 'unknown' | 'unreachable' | 'broken';

const TOLD: Record<MissingReason, { title: string; what: string; next: string }> = {
  unknown: {
    title: 'There is no article here',
    what: 'Nothing is published at this address. It may have been mistyped, or the article was taken away.',
    next: 'Everything that can be read here is in the library.',
  },
  unreachable: {
    title: 'The article could not be fetched',
    what: 'The server did not answer as it should. Nothing of yours is lost.',
    next: 'Try again in a moment, or choose from the library.',
  },
  broken: {
    title: 'This article’s file is broken',
    what: 'The file was fetched, but it is not an article that this page can read. Nothing of yours is lost.',
    next: 'Whoever publishes this site can mend it by building it again. Other articles are in the library.',
  },
};

/** Says what happened, what was kept and what to do next. `detail` is for whoever mends it. */
export function Missing({ reason, detail }: { reason: MissingReason; detail?: string }) {
  const { title, what, next } = TOLD[reason];
  return (
    <main className={styles['notice']}>
      <h1>{title}</h1>
      <p>{what}</p>
      <p>
        {next} <Link href="/library/">Open the library</Link>
      </p>
      {detail !== undefined && <p className={styles['detail']}>({detail})</p>}
    </main>
  );
}
