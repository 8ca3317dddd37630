import { useId, useState } from 'react';
import { Choices } from '../choices.tsx';
import { useKeeping } from '../keeping.ts';
import { ALL_FORMATS, FORMATS, type Format } from './formats.ts';
import type { Notebook } from './notebook.ts';
import styles from './transfer-dialog.module.css';
import { notesInWords } from './transfer-words.ts';
import { useExport } from './use-export.ts';

const CHOICES = ALL_FORMATS.map((value) => ({ value, ...FORMATS[value] }));

/** Writes the notes on the article, or a backup of everything, as a file. */
export function ExportPart({ notebook }: { notebook: Notebook }) {
  const { backupDue } = useKeeping();
  const [format, setFormat] = useState<Format>(backupDue ? 'backup' : 'annotations');
  const { write, told } = useExport(notebook);
  const name = useId();
  const isEmpty = format !== 'backup' && notebook.all.length === 0;
  return (
    <section aria-labelledby={`${name}-heading`} className={styles['part']}>
      <h3 id={`${name}-heading`}>Export</h3>
      <Choices choices={CHOICES} chosen={format} legend="Format" onChoose={setFormat} />
      <p className={styles['row']}>
        <button
          aria-disabled={isEmpty || told.busy}
          className={styles['main']}
          type="button"
          onClick={() => {
            if (!isEmpty && !told.busy) void write(format);
          }}
        >
          {format === 'backup' ? 'Back up everything' : `Export ${notesInWords(notebook.all.length)}`}
        </button>
        <span className={styles['told']} data-failed={told.failed || undefined} role="status">
          {isEmpty ? 'There are no notes on this article yet, so there is nothing to export.' : told.text}
        </span>
      </p>
    </section>
  );
}
