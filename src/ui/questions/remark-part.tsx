import { useId, useState } from 'react';
import styles from './remark-part.module.css';

/** What the reader writes on a question: saved when the field is left, or by its button. */
export function RemarkPart(props: {
  remark: string;
  isReady: boolean;
  onSave: (text: string) => Promise<boolean>;
}) {
  const { remark, isReady, onSave } = props;
  // Null while nothing is being typed: then it is what is stored.
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const save = async (): Promise<void> => {
    if (typed === null) return;
    // What could not be saved stays in the field.
    if (typed === remark || (await onSave(typed))) setTyped((now) => (now === typed ? null : now));
  };
  return (
    <div className={`${styles['remark']} needs-script`}>
      <label htmlFor={id}>Your remark</label>
      <textarea
        aria-disabled={!isReady}
        id={id}
        placeholder="Plain text or Markdown"
        readOnly={!isReady}
        rows={2}
        value={typed ?? remark}
        onBlur={() => void save()}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== null && typed !== remark && (
        <button type="button" onClick={() => void save()}>
          Save the remark
        </button>
      )}
    </div>
  );
}
