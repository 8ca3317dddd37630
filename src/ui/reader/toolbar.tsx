import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from '../icon.tsx';
import styles from './toolbar.module.css';

/** One thing to do from the bar: `opens` says that it opens a panel of its own; with `href` it is a link instead. */
export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly count?: number;
  readonly opens?: boolean;
  readonly href?: string;
  readonly act?: () => void;
}

/** The tools at the right of the bar, after the ARIA toolbar pattern: one tab stop, arrows inside. */
export function Toolbar({ tools }: { tools: readonly Tool[] }) {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const shown = [...(bar.current?.querySelectorAll<HTMLElement>('[data-tool]') ?? [])].filter((tool) =>
      tool.checkVisibility(),
    );
    const at = shown.findIndex((tool) => tool === document.activeElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    shown[(target + shown.length) % shown.length]?.focus();
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
      {tools.map((tool, index) => {
        const shared = {
          className: styles['tool'],
          'data-tool': tool.id,
          tabIndex: index === current ? 0 : -1,
          title: tool.icon ? tool.label : undefined,
          onFocus: () => setCurrent(index),
          children: <ToolFace tool={tool} />,
        };
        return tool.href === undefined ? (
          <button
            {...shared}
            aria-haspopup={tool.opens ? 'dialog' : undefined}
            key={tool.id}
            type="button"
            onClick={tool.act}
          />
        ) : (
          <Link {...shared} href={tool.href} key={tool.id} />
        );
      })}
    </div>
  );
}

function ToolFace({ tool: { icon, label, count = 0 } }: { tool: Tool }) {
  return (
    <>
      {icon && (
        <span className={styles['icon']}>
          <Icon name={icon} />
        </span>
      )}
      <span className={icon ? styles['text'] : undefined}>{label}</span>
      {count > 0 && <span className={styles['count']}>{count}</span>}
    </>
  );
}
