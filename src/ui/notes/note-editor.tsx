import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { COLOURS, type Colour } from '../../core/notes/note.ts';
import { ClaimFields } from './claim-fields.tsx';
import { faultOf, type DraftFields, type EditorProps } from './draft-fields.ts';
import { TagsInput } from './tags-input.tsx';
import styles from './note-editor.module.css';

/**
 * Writes a note. What is typed is reported at once (`onDraft`), so that it can be kept; Ctrl+Enter saves, Escape closes
 * and keeps the draft.
 */
export default function NoteEditor({ draft, speakers, knownTags, onDraft, onSave, onCancel }: EditorProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = text.current;
    field?.focus({ preventScroll: true });
    // Where there is a text already, one writes on.
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const save = async (): Promise<void> => {
    const wrong = faultOf(draft);
    setFault(wrong);
    if (wrong || saving) return;
    setSaving(true);
    await onSave();
    setSaving(false);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys are those of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label={draft.kind === 'claim' ? 'Claim' : 'Note'}
      className={styles['editor']}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label className="visually-hidden" htmlFor={`${id}-body`}>
        {draft.kind === 'claim' ? 'Note on the claim' : 'Note'}, in Markdown
      </label>
      <textarea
        id={`${id}-body`}
        placeholder={draft.kind === 'claim' ? 'What would test it?' : 'Your note (Markdown)'}
        ref={text}
        rows={3}
        value={draft.body}
        onChange={(event) => onDraft({ ...draft, body: event.target.value })}
      />
      <TagsInput known={knownTags} tags={draft.tags} onTags={(tags) => onDraft({ ...draft, tags })} />
      <div className={styles['row']}>
        <Kinds draft={draft} onDraft={onDraft} />
        <Colours colour={draft.colour} onColour={(colour) => onDraft({ ...draft, colour })} />
      </div>
      {draft.kind === 'claim' && (
        <ClaimFields
          claim={draft.claim}
          speakers={speakers}
          onClaim={(claim) => onDraft({ ...draft, claim })}
        />
      )}
      {fault !== null && (
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
      <div className={styles['row']}>
        <button className={styles['save']} disabled={saving} type="submit">
          {saving ? 'Saving…' : 'Save'}
        </button>
        <button className={styles['cancel']} type="button" onClick={onCancel}>
          Cancel
        </button>
        <kbd className={styles['hint']}>Ctrl+Enter</kbd>
      </div>
    </form>
  );
}

function Kinds({ draft, onDraft }: { draft: DraftFields; onDraft: (draft: DraftFields) => void }) {
  const name = useId();
  return (
    <fieldset className={styles['kinds']}>
      <legend className="visually-hidden">Kind of note</legend>
      {(['comment', 'claim'] as const).map((kind) => (
        <label key={kind}>
          <input
            checked={draft.kind === kind}
            className="visually-hidden"
            name={name}
            type="radio"
            onChange={() => onDraft({ ...draft, kind })}
          />
          {kind === 'claim' ? 'Claim' : 'Note'}
        </label>
      ))}
    </fieldset>
  );
}

function Colours({ colour, onColour }: { colour: Colour; onColour: (colour: Colour) => void }) {
  const name = useId();
  return (
    <fieldset className={styles['colours']}>
      <legend className="visually-hidden">Colour</legend>
      {COLOURS.map((each) => (
        <label data-colour={each} key={each} title={each}>
          <input
            checked={each === colour}
            className="visually-hidden"
            name={name}
            type="radio"
            onChange={() => onColour(each)}
          />
          <span className="visually-hidden">{each}</span>
        </label>
      ))}
    </fieldset>
  );
}
