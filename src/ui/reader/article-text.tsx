import { Fragment, memo, Suspense } from 'react';
import type { Block } from '../../core/voices/blocks.ts';
import type { PlainSection, Section, TurnSection } from '../../core/voices/sections.ts';
import { Badge } from '../badge.tsx';
import { isFolded, useReading, voiceOf } from '../reading.ts';
import { ParagraphNotes } from '../notes/paragraph-notes.tsx';
import { BlockText } from './block-text.tsx';
import { FoldLine } from './fold-line.tsx';
import { belowFirstScreen } from './first-screen.ts';
import { textGroups } from './text-groups.ts';
import styles from './article-text.module.css';

/**
 * The article's body, drawn once: both views are styles of this tree. It holds the words of every block in reading
 * order, each once. A long text is in groups: the browser lays out those near the screen only, and React takes them
 * over one after the other, between what the reader does.
 */
export const ArticleText = memo(function ArticleText({ sections }: { sections: readonly Section[] }) {
  return textGroups(sections).map((group, index) => {
    const drawn = group.map((section) => <AnySection key={keyOf(section)} section={section} />);
    return (
      <div className={index === 0 ? undefined : styles['group']} data-group key={keyOf(group[0]!)}>
        {index === 0 ? drawn : <Suspense>{drawn}</Suspense>}
      </div>
    );
  });
});

/** Of a block, or of what begins with one: what is served says whether it is below, for the first paint alone. */
function useBelow(block: string): 'narrow' | 'wide' | undefined {
  const { article } = useReading();
  return import.meta.env.SSR ? belowFirstScreen(article, block) : undefined;
}

function AnySection({ section }: { section: Section }) {
  const below = useBelow(firstBlock(section));
  if (section.kind !== 'exchange') return <Part part={section} />;
  return (
    <section aria-labelledby={`exchange-${section.number}`} className={styles['exchange']} data-below={below}>
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
  return section.kind === 'exchange' ? `exchange-${section.number}` : firstBlock(section);
}

function firstBlock(section: Section): string {
  return section.kind === 'exchange' ? firstBlock(section.parts[0]!) : section.blocks[0]!.id;
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
      data-below={useBelow(blocks[0]!.id)}
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
  return blocks.map((block) => (
    <Fragment key={block.id}>
      <BlockOf block={block} />
      <ParagraphNotes block={block.id} />
    </Fragment>
  ));
}

function BlockOf({ block }: { block: Block }) {
  const { settings } = useReading();
  const set = settings.get(block.id)?.kind;
  const given = { 'data-below': useBelow(block.id), 'data-block': true, id: block.id };
  return block.kind === 'heading' || set === 'heading' ? (
    <h2 className={styles['heading']} {...given}>
      <BlockText block={block} />
    </h2>
  ) : (
    <p className={styles['paragraph']} {...given} data-set={set}>
      <BlockText block={block} />
    </p>
  );
}
