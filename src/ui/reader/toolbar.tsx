import { useRef, useState, type KeyboardEvent } from 'react';
import { Icon, type IconName } from '../icon.tsx';
import styles from './toolbar.module.css';

/** One thing to do from the bar. `pressed` makes it a switch, `opens` says that it opens a panel of its own. */
export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly count?: number;
  readonly pressed?: boolean;
  readonly opens?: boolean;
  readonly act: () => void;
}

/** The tools at the right of the bar, after the ARIA toolbar pattern: one tab stop, arrows inside. */
export function Toolbar({ tools }: { tools: readonly Tool[] }) {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])].filter((button) =>
      button.checkVisibility(),
    );
    const at = buttons.findIndex((button) => button === document.activeElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    buttons[(target + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      aria-label="Tools"
      className={styles['toolbar']}
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      onBlur={(event) => {
        // The first tool is always shown; another one may be gone when the window is narrower.
        if (!event.currentTarget.contains(event.relatedTarget)) setCurrent(0);
      }}
      onKeyDown={onKeyDown}
    >
      {tools.map((tool, index) => (
        <button
          aria-haspopup={tool.opens ? 'dialog' : undefined}
          aria-pressed={tool.pressed}
          className={styles['tool']}
          data-tool={tool.id}
          key={tool.id}
          tabIndex={index === current ? 0 : -1}
          title={tool.icon ? tool.label : undefined}
          type="button"
          onClick={tool.act}
          onFocus={() => setCurrent(index)}
        >
          {tool.icon && (
            <span className={styles['icon']}>
              <Icon name={tool.icon} />
            </span>
          )}
          <span className={tool.icon ? styles['text'] : undefined}>{tool.label}</span>
          {tool.count !== undefined && tool.count > 0 && (
            <span className={styles['count']}>{tool.count}</span>
          )}
        </button>
      ))}
    </div>
  );
}
