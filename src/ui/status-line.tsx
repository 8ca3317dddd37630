import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import styles from './status-line.module.css';

/** A short message that goes away by itself, with one thing to do about it. */
export interface Message {
  readonly text: string;
  readonly action?: { readonly label: string; readonly act: () => void };
  /** An error stays until it is dismissed. */
  readonly error?: boolean;
}

const SayContext = createContext<(message: Message) => void>(() => undefined);

/** Says something to the reader, seen and heard. A later message takes the place of an earlier one. */
export function useSay(): (message: Message) => void {
  return useContext(SayContext);
}

/** How long a message stays, ms: long enough to read and to reach its button. */
const STAY = 8000;

/** Shows what is said under the page, as a live region that is always there. */
export function StatusLine({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const say = useCallback((next: Message) => setMessage(next), []);
  useEffect(() => {
    if (!message || message.error) return undefined;
    const timer = setTimeout(() => setMessage(null), STAY);
    return () => clearTimeout(timer);
  }, [message]);
  const { text, action, error } = message ?? {};
  return (
    <SayContext value={useMemo(() => say, [say])}>
      {children}
      <div
        aria-live={error ? 'assertive' : 'polite'}
        className={styles['line']}
        data-shown={message ? true : undefined}
        role="status"
      >
        {text !== undefined && <span>{text}</span>}
        {action && (
          <button
            type="button"
            onClick={() => {
              setMessage(null);
              action.act();
            }}
          >
            {action.label}
          </button>
        )}
        {error && (
          <button type="button" onClick={() => setMessage(null)}>
            Dismiss
          </button>
        )}
      </div>
    </SayContext>
  );
}
