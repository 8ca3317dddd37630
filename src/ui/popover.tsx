import { useEffect, useRef, type ReactNode } from 'react';
import styles from './popover.module.css';

/**
 * A panel over the page that closes on Escape and on a click outside, by the browser's own popover. It opens as soon
 * as it is drawn, takes the focus, and gives it back to what had it.
 */
export function Popover(props: { label: string; onClose: () => void; children: ReactNode }) {
  const { label, onClose, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  // Synchronises with the browser's top layer: what is drawn is open.
  useEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    element?.showPopover();
    element?.focus();
    return () => {
      if (
        before instanceof HTMLElement &&
        (document.activeElement === document.body || element?.contains(document.activeElement))
      ) {
        before.focus();
      }
    };
  }, []);
  return (
    <div
      aria-label={label}
      className={styles['popover']}
      popover="auto"
      ref={panel}
      role="dialog"
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {children}
    </div>
  );
}
