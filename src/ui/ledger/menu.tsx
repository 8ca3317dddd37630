import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import {
  createContext,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import styles from './menu.module.css';

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the menu that something is drawn in. */
export function useCloseMenu(): () => void {
  return useContext(CloseContext);
}

/**
 * A button with a panel under it, by the browser's own popover: Escape and a press elsewhere close it, and the focus
 * goes back to the button. `label` is on the button; `name` is the panel's. What is in the panel is drawn while it is open.
 */
export function Menu(props: { label: ReactNode; name: string; isOn?: boolean; children: ReactNode }) {
  const { label, name, isOn = false, children } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => panel.current?.hidePopover(), []);

  // Synchronises with the browser's layout: only what is drawn has a size.
  useLayoutEffect(() => {
    const [from, to] = [button.current, panel.current];
    if (!open || !from || !to) return;
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(from, to, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })],
      });
      to.style.left = `${x}px`;
      to.style.top = `${y}px`;
      to.dataset['placed'] = '';
    };
    void place();
    to.querySelector<HTMLElement>('input, button, select')?.focus({ preventScroll: true });
  }, [open]);

  return (
    <>
      <button
        className={styles['button']}
        data-on={isOn || undefined}
        popoverTarget={id}
        ref={button}
        type="button"
      >
        {label}
        <svg aria-hidden="true" viewBox="0 0 10 10">
          <path d="M1.5 3.25 5 6.75l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div
        aria-label={name}
        className={styles['panel']}
        id={id}
        popover="auto"
        ref={panel}
        role="dialog"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <CloseContext value={close}>{children}</CloseContext>}
      </div>
    </>
  );
}

/** One thing that can be chosen; `count` is how many claims that would show. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly count?: number;
}

/** A menu of which several things can be chosen. */
export function ChoicesMenu(props: {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}) {
  const { label, choices, chosen, onToggle } = props;
  return (
    <Menu
      isOn={chosen.length > 0}
      label={chosen.length > 0 ? `${label} · ${chosen.length}` : label}
      name={label}
    >
      <ul className={styles['choices']}>
        {choices.map(({ value, label: what, hint, count }) => (
          <li key={value}>
            <label>
              <input checked={chosen.includes(value)} type="checkbox" onChange={() => onToggle(value)} />
              <span className={styles['what']}>
                {what}
                {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
              </span>
              <span className={styles['count']}>{count}</span>
            </label>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

/** A menu of which one thing is done. */
export function ActionsMenu(props: {
  label: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
}) {
  const { label, choices, onChoose } = props;
  return (
    <Menu label={label} name={label}>
      <Actions choices={choices} onChoose={onChoose} />
    </Menu>
  );
}

function Actions({ choices, onChoose }: { choices: readonly Choice[]; onChoose: (value: string) => void }) {
  const close = useCloseMenu();
  return (
    <ul className={styles['choices']}>
      {choices.map(({ value, label, hint }) => (
        <li key={value}>
          <button
            type="button"
            onClick={() => {
              close();
              onChoose(value);
            }}
          >
            <span className={styles['what']}>
              {label}
              {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
