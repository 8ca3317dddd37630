import { useEffect, useId, type ComponentProps, type ReactNode, type RefObject } from 'react';
import { Icon } from './icon.tsx';
import styles from './dialog.module.css';

/**
 * A modal dialog with a heading and a button that closes it, by the browser's own `<dialog>`. It is open as soon as it is
 * drawn. Its width is `--dialog-width`, which `className` may set.
 */
export function Dialog(
  props: Omit<ComponentProps<'dialog'>, 'aria-labelledby' | 'children' | 'ref'> & {
    readonly heading: string;
    readonly ref: RefObject<HTMLDialogElement | null>;
    readonly children: ReactNode;
  },
) {
  const { heading, ref, children, className, ...rest } = props;
  const id = useId();
  // Synchronises with the browser's top layer: what is drawn is open.
  useEffect(() => ref.current?.showModal(), [ref]);
  return (
    <dialog {...rest} aria-labelledby={id} className={`${styles['dialog']} ${className ?? ''}`} ref={ref}>
      <header className={styles['head']}>
        <h2 id={id}>{heading}</h2>
        <button aria-label="Close" type="button" onClick={() => ref.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
