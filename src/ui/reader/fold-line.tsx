import type { Block } from '../../core/voices/blocks.ts';
import { useReading } from '../reading.ts';
import styles from './article-text.module.css';

/** Stands in Interview where paragraphs are folded away: says what and how much, and leads to it in the full text. */
export function FoldLine({ blocks, kind }: { blocks: readonly Block[]; kind: string }) {
  const reading = useReading();
  const first = blocks[0]!;
  const end = blocks.at(-1)!.end;
  const claims = reading.notes.filter(
    (note) => note.claim && note.span.start >= first.start && note.span.end <= end,
  ).length;
  const counts = [count(blocks.length, 'paragraph'), ...(claims > 0 ? [count(claims, 'claim')] : [])].join(
    ', ',
  );
  return (
    <p className={styles['folded']}>
      {kind}: {counts}{' '}
      <a data-unfold href={`?#${first.id}`}>
        show in full text
      </a>
    </p>
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
