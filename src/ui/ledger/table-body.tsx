/* oxlint-disable jsx-a11y/no-redundant-roles --
   laid out as a grid, a table loses the roles of its parts in some browsers: each is named */
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import type { TableItem } from './table-items.ts';

/** Up to so many lines are all in the document, where a browser's own search finds them. */
const MOST_DRAWN = 200;

/** How to bring a line that is not drawn near the screen. */
export interface Scroller {
  readonly scrollTo: (key: string) => void;
}

interface BodyProps {
  readonly items: readonly TableItem[];
  /** The line that is kept in the document wherever the screen is, because it may have the focus. */
  readonly held: string | null;
  readonly scroller: Ref<Scroller>;
  /** Draws a line; `measure` is to be put on its row. */
  readonly draw: (item: TableItem, measure?: (row: Element | null) => void) => ReactNode;
}

/** The lines of a table: all of them, or where they are very many, those near the screen. */
export function TableBody(props: BodyProps & { readonly isAlive: boolean }) {
  const { isAlive, ...body } = props;
  return isAlive && body.items.length > MOST_DRAWN ? <NearBody {...body} /> : <WholeBody {...body} />;
}

function WholeBody({ items, scroller, draw }: BodyProps) {
  useImperativeHandle(scroller, () => ({ scrollTo: () => undefined }), []);
  return <tbody role="rowgroup">{items.map((item) => draw(item))}</tbody>;
}

function NearBody({ items, held, scroller, draw }: BodyProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const heldIndex = held === null ? -1 : items.findIndex(({ key }) => key === held);
  // Its functions change what they give, so nothing may remember it; nothing here does.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 84,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (heldIndex < 0 || near.includes(heldIndex)) return near;
      return [...near, heldIndex].toSorted((a, b) => a - b);
    },
  });
  // Synchronises with the browser's layout: how far down the page the table begins.
  useLayoutEffect(() => {
    const { top: at = 0 } = body.current?.getBoundingClientRect() ?? {};
    setTop(Math.round(at + scrollY));
  }, [items]);
  useImperativeHandle(
    scroller,
    () => ({
      scrollTo: (key) => {
        const index = items.findIndex((item) => item.key === key);
        if (index >= 0) lines.scrollToIndex(index, { align: 'center' });
      },
    }),
    [items, lines],
  );
  const drawn = lines.getVirtualItems();
  let end = top;
  return (
    <tbody ref={body} role="rowgroup">
      {drawn.map(({ index, key, start, end: itsEnd }) => {
        const gap = start - end;
        end = itsEnd;
        return (
          <Fragment key={String(key)}>
            {gap > 0 && <Gap size={gap} />}
            {draw(items[index]!, lines.measureElement)}
          </Fragment>
        );
      })}
      <Gap size={Math.max(0, top + lines.getTotalSize() - end)} />
    </tbody>
  );
}

/** Stands for lines that are not drawn. */
function Gap({ size }: { size: number }) {
  return <tr aria-hidden="true" role="presentation" style={{ display: 'block', blockSize: size }} />;
}
