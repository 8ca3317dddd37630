import styles from './standing-notice.module.css';

/** Something to do about a notice. */
export type Offer = readonly [label: string, act: () => void];

/** A notice that stays in its corner until it is answered. An urgent one is read out at once. */
export function StandingNotice(props: {
  what: string;
  actions: readonly Offer[];
  urgent?: boolean;
  /** Where it is about the site and not about the notes, it has the other corner. */
  about?: 'notes' | 'site';
}) {
  const { what, actions, urgent, about = 'notes' } = props;
  return (
    <div
      className={styles['notice']}
      data-about={about}
      data-keeps-note
      data-urgent={urgent}
      role={urgent ? 'alert' : 'status'}
    >
      <p>{what}</p>
      <p>
        {actions.map(([label, act]) => (
          <button key={label} type="button" onClick={act}>
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}
