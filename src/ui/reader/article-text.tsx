import { Fragment, memo, Suspense } from 'react';
import type { Block } from '../../core/voices/blocks.ts';
import type { PlainSection, Section, TurnSection } from '../../core/voices/sections.ts';
import { Badge } from '../badge.tsx';
import { isFolded, useReading, voiceOf } from '../reading.ts';
import { ParagraphNotes } from '../notes/paragraph-notes.tsx';
import { BlockText } from './block-text.tsx';
import { FoldLine } from './fold-line.tsx';
import { sectionsOnScreen, textGroups } from './text-groups.ts';
import styles from './article-text.module.css';

/**
 * The article's body, drawn once: both views are styles of this tree. It holds the words of every block in reading
 * order, each once. A long text is in groups: the browser lays out those near the screen only, and React takes them
 * over one after the other, between what the reader does.
 */
export const ArticleText = memo(function ArticleText({ sections }: { sections: readonly Section[] }) {
  return textGroups(sections).map((group, index) => {
    const drawn = group.map((section) => <AnySection key={keyOf(section)} section={section} />);
    const above = index === 0 ? sectionsOnScreen(group) : 0;
    return (
      <div className={index === 0 ? undefined : styles['group']} data-group key={keyOf(group[0]!)}>
        {index === 0 ? (
          <>
            {drawn.slice(0, above)}
            {above < drawn.length && <div className={styles['below']}>{drawn.slice(above)}</div>}
          </>
        ) : (
          <Suspense>{drawn}</Suspense>
        )}
      </div>
    );
  });
});

function AnySection({ section }: { section: Section }) {
  if (section.kind !== 'exchange') return <Part part={section} />;
  return (
    <section aria-labelledby={`exchange-${section.number}`} className={styles['exchange']}>
      <h2 className={styles['number']} id={`exchange-${section.number}`}>
        <span className="visually-hidden">Exchange </span>
        {section.number}
      </h2>
      {section.parts.map((part) => (
        <Part key={keyOf(part)} part={part} />
      ))}
    </section>
  );
}

function keyOf(section: Section): string {
  return section.kind === 'exchange' ? `exchange-${section.number}` : section.blocks[0]!.id;
}

function Part({ part }: { part: TurnSection | PlainSection }) {
  const folded = isFolded(part);
  return (
    <>
      {folded && <FoldLine blocks={part.blocks} kind={part.kind === 'turn' ? 'Narration' : 'Back matter'} />}
      {part.kind === 'turn' ? (
        <TurnPart folded={folded} part={part} />
      ) : (
        <div
          className={part.kind === 'back' ? styles['back'] : undefined}
          data-fold={folded ? 'part' : undefined}
        >
          <Blocks blocks={part.blocks} />
        </div>
      )}
    </>
  );
}

function TurnPart({ part, folded }: { part: TurnSection; folded: boolean }) {
  const reading = useReading();
  const { turn, blocks } = part;
  const voice = voiceOf(reading, turn.speaker);
  return (
    <div
      className={styles['turn']}
      data-author={voice.part === 'author' || undefined}
      data-fold={folded ? 'part' : undefined}
      data-kind={turn.kind}
      data-labelled={turn.label ? true : undefined}
      data-slot={voice.slot}
      data-turn={turn.id}
    >
      {!folded && (
        <h3 className={styles['header']}>
          <Badge voice={voice} />
          <span className={styles['name']}>{voice.name}</span>
          {voice.role !== undefined && <span className={styles['role']}>{voice.role}</span>}
        </h3>
      )}
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const { settings } = useReading();
  return blocks.map((block) => (
    <Fragment key={block.id}>
      {block.kind === 'heading' || settings.get(block.id)?.kind === 'heading' ? (
        <h2 className={styles['heading']} data-block id={block.id}>
          <BlockText block={block} />
        </h2>
      ) : (
        <p className={styles['paragraph']} data-block data-set={settings.get(block.id)?.kind} id={block.id}>
          <BlockText block={block} />
        </p>
      )}
      <ParagraphNotes block={block.id} />
    </Fragment>
  ));
}
