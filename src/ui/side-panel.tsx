import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react';
import { Icon } from './icon.tsx';
import styles from './side-panel.module.css';

/**
 * A panel at the end of the page, over the text, which stays in use. It takes the focus when it comes; Escape closes it,
 * unless a dialog lies over it.
 */
export function SidePanel(props: {
  heading: string;
  /** How many it lists; told again when it changes. */
  count: ReactNode;
  /** What closes it is called. */
  closeLabel: string;
  /** What stands in its head before the button that closes it. */
  tools?: ReactNode;
  children: ReactNode;
  onClose: () => void;
}) {
  const { heading, count, closeLabel, tools, children, onClose } = props;
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  // Synchronises the focus with the panel's coming.
  useEffect(() => panel.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, as it does any panel
    <aside
      aria-labelledby={id}
      className={styles['panel']}
      data-keeps-note
      ref={panel}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !document.querySelector('dialog:modal')) onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={id}>{heading}</h2>
        <span className={styles['count']} role="status">
          {count}
        </span>
        <div className={styles['tools']}>
          {tools}
          <button aria-label={closeLabel} className={styles['close']} type="button" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      </header>
      {children}
    </aside>
  );
}

/** The part of a panel that scrolls by itself; it must be reachable without a pointer. */
export function PanelFrame(props: {
  label: string;
  frame?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) {
  const { label, frame, children } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div aria-label={label} className={styles['frame']} ref={frame} role="region" tabIndex={0}>
      {children}
    </div>
  );
}
