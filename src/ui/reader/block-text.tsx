import { memo, type ReactNode } from 'react';
import { hostOf, isWebAddress, misleads } from '../../core/notes/web-address.ts';
import type { Placed, PublishedNote } from '../../core/notes/note.ts';
import { segments, type Segment } from '../../core/text/segments.ts';
import type { Block } from '../../core/voices/blocks.ts';
import { voiceOf, useReading, type Layer, type Reading } from '../reading.ts';
import { NoteMark } from './note-mark.tsx';
import styles from './block-text.module.css';

type Cut = Segment<Layer>;

/**
 * The words of one block, cut where a layer begins or ends. Every piece is an element with `data-start` and exactly
 * one text node; nothing else in it is text, so that selecting, copying and quote links see the article's own words.
 */
export const BlockText = memo(function BlockText({ block }: { block: Block }) {
  const reading = useReading();
  const cuts = segments(block, reading.layers.get(block.id) ?? []);
  return runs(cuts, (cut) => String(has(cut, 'label'))).map((run) => {
    const words = <NotedWords key={run[0]!.start} cuts={run} />;
    if (!has(run[0]!, 'label')) return words;
    return (
      <span className={styles['label']} data-fold="label" key={run[0]!.start}>
        {words}
      </span>
    );
  });
});

function NotedWords({ cuts }: { cuts: readonly Cut[] }): ReactNode {
  const reading = useReading();
  return runs(cuts, (cut) =>
    notesOf(cut)
      .map((note) => note.id)
      .join(' '),
  ).map((run) => {
    const notes = notesOf(run[0]!);
    const words = run.map((cut) => <Words cut={cut} key={cut.start} reading={reading} />);
    if (notes.length === 0) return words;
    return (
      <NoteMark end={run.at(-1)!.end} key={run[0]!.start} notes={notes}>
        {words}
      </NoteMark>
    );
  });
}

function Words({ cut, reading }: { cut: Cut; reading: Reading }) {
  const quotation = cut.active.findLast(
    (layer): layer is Extract<Layer, { layer: 'quoted' | 'nested' }> =>
      layer.layer === 'quoted' || layer.layer === 'nested',
  );
  const voice = cut.active.find((layer) => layer.layer === 'voice');
  const said = quotation && voiceOf(reading, quotation.speaker);
  const link = cut.active.find((layer) => layer.layer === 'format' && layer.format.kind === 'link');
  const Piece = link ? 'a' : 'span';
  return (
    <Piece
      {...(link && linkTo(link, cut, reading.article.text))}
      className={classOf(cut, quotation?.layer)}
      data-start={cut.start}
      data-voice={voice?.speaker ?? undefined}
      data-said={quotation && (quotation.speaker ?? '')}
      data-by={quotation?.layer === 'nested' ? (voice?.speaker ?? undefined) : undefined}
      data-slot={said?.slot}
      title={
        quotation &&
        whose(reading, quotation.speaker, quotation.layer === 'nested' ? voice?.speaker : undefined)
      }
    >
      {reading.article.text.slice(cut.start, cut.end)}
    </Piece>
  );
}

/** A link of the text itself opens beside the article; where it leads learns nothing of where it was pressed. */
function linkTo(layer: Layer, cut: Cut, text: string): Record<string, string> {
  const format = layer.layer === 'format' ? layer.format : undefined;
  const href = format?.kind === 'link' ? format.href : '';
  // Words that name another address than they lead to are followed by that; the style sheet draws it, as it is no word of the text.
  const isTold = format?.end === cut.end && misleads(text.slice(format.start, format.end), href);
  return {
    ...(isWebAddress(href) && { href }),
    ...(isTold && { 'data-leads': hostOf(href) }),
    rel: 'noreferrer noopener nofollow',
    target: '_blank',
  };
}

function classOf(cut: Cut, quotation: 'quoted' | 'nested' | undefined): string | undefined {
  const names = cut.active.flatMap((layer) =>
    layer.layer === 'format' ? (styles[layer.format.kind] ?? []) : [],
  );
  const voiced = quotation ? styles[quotation] : has(cut, 'cue') ? styles['cue'] : undefined;
  return [...names, ...(voiced === undefined ? [] : [voiced])].join(' ') || undefined;
}

/** Who says quoted words, for the tooltip; `by` is who passes them on. */
function whose(reading: Reading, speaker: string | null, by: string | null | undefined): string {
  if (by === undefined || by === null) return voiceOf(reading, speaker).name;
  const teller = voiceOf(reading, by).name;
  return speaker === null ? `${teller}, quoting` : `${teller}, quoting ${voiceOf(reading, speaker).short}`;
}

const has = (cut: Cut, layer: Layer['layer']): boolean => cut.active.some((item) => item.layer === layer);

function notesOf(cut: Cut): Placed<PublishedNote>[] {
  return cut.active.flatMap((layer) => (layer.layer === 'note' ? [layer.note] : []));
}

/** Neighbours with the same key, together. */
function runs(cuts: readonly Cut[], keyOf: (cut: Cut) => string): Cut[][] {
  const result: Cut[][] = [];
  let before: string | undefined;
  for (const cut of cuts) {
    const key = keyOf(cut);
    if (key === before) result.at(-1)!.push(cut);
    else result.push([cut]);
    before = key;
  }
  return result;
}
