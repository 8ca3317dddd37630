import { useRef, useState } from 'react';
import type { ReaderNote } from '../core/notes/note.ts';
import { isPublished } from '../core/page/content.ts';
import { formatPage } from '../core/page/format-page.ts';
import { formatZip } from '../core/page/format-zip.ts';
import type { Correction } from '../core/voices/read-article.ts';
import { download } from '../dom/download.ts';
import { ownSlug, type OwnArticle } from '../storage/own-article.ts';
import { folderName, publishable } from '../storage/publishable.ts';
import type { PublishedArticle } from '../storage/published-article.ts';
import { Choices } from './choices.tsx';
import { Dialog } from './dialog.tsx';
import styles from './export-dialog.module.css';
import { useKeeping } from './keeping.ts';

/** The forms in which an article goes out. */
const FORMS = {
  page: {
    label: 'One web page',
    ending: 'html',
    about: 'Opens in any browser, prints well, and can be brought in here again. For sending and keeping.',
  },
  files: {
    label: 'Files to publish',
    ending: 'zip',
    about: 'article.txt, article.json and claims.jsonld, for a site of this kind. Of the notes, claims only.',
  },
} as const;
type Form = keyof typeof FORMS;

interface Told {
  readonly text: string;
  readonly leftOut: readonly string[];
  readonly failed: boolean;
}
const NOTHING_TOLD: Told = { text: '', leftOut: [], failed: false };

/**
 * Asks in which form an article is to go out, and whether the reader's notes on it go along, and saves it as a file.
 * `corrections` are the reader's own, over `article.article` as it is kept. A published article has its files already,
 * so it goes out as a page.
 */
export default function ExportDialog(props: {
  readonly article: OwnArticle | PublishedArticle;
  readonly notes: readonly ReaderNote[];
  readonly corrections?: readonly Correction[];
  readonly onClose: () => void;
}) {
  const { article, notes, corrections = [], onClose } = props;
  const { now } = useKeeping();
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<Form>('page');
  const [included, setIncluded] = useState(true);
  const [told, setTold] = useState(NOTHING_TOLD);
  const forms = (isPublished(article) ? (['page'] as const) : (['page', 'files'] as const)).map((value) => ({
    value,
    ...FORMS[value],
  }));

  const choose = (next: Form): void => {
    setForm(next);
    setTold(NOTHING_TOLD);
  };
  const save = (): void => {
    const out = { notes: included ? notes : [], corrections };
    try {
      setTold(
        form === 'files' && !isPublished(article) ? saveFiles(article, out) : savePage(article, out, now()),
      );
    } catch {
      setTold({
        text: 'The file could not be written. Nothing was changed. Try again.',
        leftOut: [],
        failed: true,
      });
    }
  };
  return (
    <Dialog className={styles['dialog']} heading="Export article" ref={dialog} onClose={onClose}>
      <Choices choices={forms} chosen={form} legend="Form" onChoose={choose} />
      {notes.length > 0 ? (
        <label className={styles['include']}>
          <input checked={included} type="checkbox" onChange={() => setIncluded(!included)} />
          <span>
            With {notesInWords(notes, form)}
            <span className={styles['about']}>Whoever gets the file can read them.</span>
          </span>
        </label>
      ) : (
        <p className={styles['row']}>You have no notes on this article.</p>
      )}
      <p className={styles['row']}>
        <button className={styles['main']} type="button" onClick={save}>
          Export
        </button>
      </p>
      <div className={styles['told']} data-failed={told.failed || undefined} role="status">
        {told.text}
        {told.leftOut.length > 0 && (
          <ul>
            {told.leftOut.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

/** How many of the notes go along: "my 3 notes", "1 claim of my 3 notes". */
function notesInWords(notes: readonly ReaderNote[], form: Form): string {
  const all = notes.length === 1 ? 'my note' : `my ${notes.length} notes`;
  if (form === 'page') return all;
  const claims = notes.filter(({ claim }) => claim).length;
  return `${claims === 1 ? '1 claim' : `${claims} claims`} of ${all}`;
}

interface Out {
  readonly notes: readonly ReaderNote[];
  readonly corrections: readonly Correction[];
}

function savePage(article: OwnArticle | PublishedArticle, out: Out, written: string): Told {
  const articleId = isPublished(article) ? article.slug : ownSlug(article.id);
  const html = formatPage({ content: article, articleId, written, ...out });
  return saved(`${folderName(article.title) || 'article'}.html`, new Blob([html], { type: 'text/html' }));
}

function saveFiles(article: OwnArticle, out: Out): Told {
  const { slug, files, leftOut } = publishable(article, out);
  const encoder = new TextEncoder();
  const archive = formatZip(
    files.map(({ name, content }) => ({ path: `${slug}/${name}`, content: encoder.encode(content) })),
  );
  const told = saved(`${slug}.zip`, new Blob([archive], { type: 'application/zip' }));
  return leftOut.length === 0 ? told : { ...told, text: `${told.text} Left out of it:`, leftOut };
}

function saved(name: string, file: Blob): Told {
  download(name, file);
  return { text: `Saved as ${name}.`, leftOut: [], failed: false };
}
