import { useRef, useState, type DragEvent } from 'react';
import { Dialog } from '../dialog.tsx';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';
import type { Notebook } from './notebook.ts';
import styles from './transfer-dialog.module.css';
import { useImport } from './use-import.ts';

/** Notes out, as files for people and programs, and in again. A file can also be dropped anywhere on the dialog. */
export default function TransferDialog({ notebook, onClose }: { notebook: Notebook; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [dragged, setDragged] = useState(false);
  const incoming = useImport(notebook, () => dialog.current?.close());

  const closed = (): void => {
    // What it was opened from may be gone: a backup that was asked for has been made.
    if (document.activeElement === document.body || !document.activeElement)
      document.querySelector<HTMLElement>('[data-tool=notes]')?.focus();
    onClose();
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setDragged(true);
  };
  return (
    // A drop is one more way; the button for choosing a file is there for keys.
    <Dialog
      className={styles['dialog']}
      data-dragged={dragged || undefined}
      data-keeps-note
      heading="Export and import"
      ref={dialog}
      onClose={closed}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) setDragged(false);
      }}
      onDragOver={over}
      onDrop={(event) => {
        event.preventDefault();
        setDragged(false);
        incoming.take([...event.dataTransfer.files]);
      }}
    >
      {incoming.state.step === 'choose' && <ExportPart notebook={notebook} />}
      <ImportPart incoming={incoming} />
    </Dialog>
  );
}
