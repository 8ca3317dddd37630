import type { Span } from '../text/span.ts';

/** What a block is for. Back matter is what follows the last words of the article: notices, links, appeals. */
export type BlockKind = 'title' | 'standfirst' | 'caption' | 'heading' | 'paragraph' | 'back-matter';

/** One paragraph-like stretch of the text, without the line breaks around it. `id` is stable across versions. */
export interface Block extends Span {
  readonly id: string;
  readonly kind: BlockKind;
}
