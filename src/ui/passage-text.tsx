import { clip } from '../core/text/clip.ts';
import { Fragment } from 'react';
import { useReading } from './reading.ts';

/**
 * Plain text in which `¶12` stands for the block p12: where the article has it, the sign becomes a link to it.
 * Everything else stays text, whatever it looks like.
 */
export function PassageText({ text }: { text: string }) {
  const { article } = useReading();
  return text.split(/(¶\d+)/).map((part, index) => {
    const id = part.startsWith('¶') ? `p${part.slice(1)}` : '';
    const block = article.blocks.find((candidate) => candidate.id === id);
    if (!block) return part;
    return (
      // The position in the text is the part's identity: the text never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>
        <a data-passage={id} href={`#${id}`} title={opening(article.text.slice(block.start, block.end))}>
          {part}
        </a>
      </Fragment>
    );
  });
}

function opening(words: string): string {
  return clip(words, 80, '…');
}
