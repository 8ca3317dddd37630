import { QUESTION_FORMS, type QuestionForm } from '../../core/notes/question.ts';
import { FORM_MEANINGS } from '../../core/notes/question-words.ts';
import type { Entry } from './entries.ts';
import styles from './forms-part.module.css';
import type { Edit } from './use-judging.ts';

/** A question's forms, each with its reason, and the reader's own view in their place. */
export function FormsPart(props: {
  entry: Entry;
  /** As the reader sees them; undefined while the rules stand. */
  forms: readonly QuestionForm[] | undefined;
  isReady: boolean;
  onJudge: (edit: Edit) => void;
}) {
  const { entry, forms, isReady, onJudge } = props;
  const { read, ruled } = entry;
  const shown = forms ?? ruled;
  const toggle = (form: QuestionForm): void =>
    onJudge((before) => {
      const current = before.question.forms ?? ruled;
      const isOn = !current.includes(form);
      const next = QUESTION_FORMS.filter((one) => (one === form ? isOn : current.includes(one)));
      return { ...before, question: { ...before.question, forms: next } };
    });
  const giveBack = (): void =>
    onJudge((before) => ({ ...before, question: { replies: before.question.replies } }));
  return (
    <details className={styles['part']}>
      <summary>
        <span className="visually-hidden">Forms: </span>
        {shown.map((form) => (
          <span className={styles['chip']} data-form={form} key={form}>
            {form}
          </span>
        ))}
        <span className={styles['by']}>
          {forms ? 'your view, in place of the rules' : shown.length > 0 ? 'by the rules' : 'no form given'}
        </span>
        <span className={styles['why']}>why, or overrule</span>
      </summary>
      <div className={styles['reasons']}>
        {read.signs.length > 0 ? (
          <dl>
            {ruled.map((form) => (
              <div key={form}>
                <dt>{form}</dt>
                {read.signs
                  .filter((sign) => sign.form === form)
                  .map(({ why, span }) => (
                    <dd key={`${span.start} ${why}`}>{why}</dd>
                  ))}
              </div>
            ))}
          </dl>
        ) : (
          <p>
            {read.isRead ? 'By the rules, nothing is asked here.' : 'The rules do not read this language.'}
          </p>
        )}
        <fieldset className={`${styles['overrule']} needs-script`}>
          <legend>Your view</legend>
          {QUESTION_FORMS.map((form) => (
            <button
              aria-disabled={!isReady}
              aria-pressed={shown.includes(form)}
              key={form}
              type="button"
              onClick={() => toggle(form)}
            >
              {form}
              <span className={styles['meaning']}>{FORM_MEANINGS[form]}</span>
            </button>
          ))}
        </fieldset>
        {forms && (
          <button aria-disabled={!isReady} className={styles['back']} type="button" onClick={giveBack}>
            Back to the rules
          </button>
        )}
      </div>
    </details>
  );
}
