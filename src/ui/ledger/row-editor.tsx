import { lazy, Suspense, useState } from 'react';
import { describe } from '../../core/anchor/describe.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import type { ClaimStatus } from '../../core/notes/claim.ts';
import { draftOf, fieldsOf, type DraftFields } from '../notes/draft-fields.ts';
import { useDrafts, type KeptDraft } from '../notes/use-drafts.ts';
import { useSay } from '../status-line.tsx';
import { fieldsOfRow, type OpenLedger } from './open-ledger.ts';
import type { Edits } from './use-edits.ts';
import styles from './row-details.module.css';

const NoteEditor = lazy(() => import('../notes/note-editor.tsx'));

/**
 * The editor of a claim, in its row. What is typed is kept as a draft. `preset` is a status that was chosen and waits for
 * its source.
 */
export function RowEditor(props: {
  row: LedgerRow;
  ledger: OpenLedger;
  edits: Edits;
  preset: ClaimStatus | null;
  onClose: () => void;
}) {
  const { row, ledger, edits, preset, onClose } = props;
  const say = useSay();
  const note = ledger.noteOf(row);
  // Of a published claim a draft is one of the copy that is made of it, on words that have no note yet.
  const key = note ? note.id : `copy-${row.id}`;
  const { drafts, keep, drop } = useDrafts(row.slug);
  const [before] = useState(() => draftOf(fieldsOfRow(row, note)));
  const [typed, setTyped] = useState<DraftFields | null>(null);
  const draft = typed ?? preparedFor(drafts.find((each) => each.key === key)?.fields ?? before, preset);

  const type = (fields: DraftFields): void => {
    setTyped(fields);
    const { article } = ledger.articleOf(row).source;
    const place: Pick<KeptDraft, 'note' | 'selectors'> =
      note || !row.span
        ? { note: row.id, selectors: null }
        : { note: null, selectors: describe(article, row.span) };
    keep({ key, fields, ...place });
  };
  const save = async (): Promise<boolean> => {
    if (!(await edits.change([row], () => fieldsOf(draft)))) return false;
    await drop(key);
    onClose();
    return true;
  };
  const cancel = (): void => {
    onClose();
    // A draft of an earlier visit that was only looked at waits on.
    if (typed === null) return;
    const isKept = JSON.stringify(typed) !== JSON.stringify(before);
    if (isKept) say({ text: 'Draft kept.', action: { label: 'Discard', act: () => void drop(key) } });
    else void drop(key);
  };
  return (
    <div className={styles['editor']} data-editor>
      {row.origin === 'published' && (
        <p className={styles['aside']}>
          What you save is your copy of claim {row.label}; the published one stays as it is.
        </p>
      )}
      <Suspense fallback={<p>…</p>}>
        <NoteEditor
          draft={draft}
          knownTags={ledger.tags}
          speakers={ledger.articleOf(row).source.article.speakers}
          onCancel={cancel}
          onDraft={type}
          onSave={save}
        />
      </Suspense>
    </div>
  );
}

function preparedFor(fields: DraftFields, status: ClaimStatus | null): DraftFields {
  if (status === null) return fields;
  const sources = fields.claim.sources.length > 0 ? fields.claim.sources : [{ title: '', url: '' }];
  return { ...fields, claim: { ...fields.claim, status, sources } };
}
