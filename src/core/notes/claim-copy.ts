import type { Claim } from './claim.ts';
import { plainToMarkdown } from './markdown-text.ts';
import type { ReaderNote } from './note.ts';

/**
 * What a reader's copy of a published claim says at first: the same. The note of what is published is plain text, a
 * reader's is Markdown.
 */
export function copyOfClaim(
  published: { readonly id: string; readonly body: string },
  claim: Claim,
): Pick<ReaderNote, 'kind' | 'body' | 'tags' | 'colour'> & { readonly claim: Claim } {
  return {
    kind: 'claim',
    body: plainToMarkdown(published.body),
    tags: [],
    colour: 'yellow',
    claim: { ...claim, copyOf: published.id },
  };
}
