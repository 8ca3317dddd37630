import { stretchesIn } from '../anchor/describe.ts';
import type { Span } from '../text/span.ts';
import type { Article } from '../voices/read-article.ts';
import type { Claim } from './claim.ts';

/**
 * Who asserts a claim now, as a speaker id: the claim's own speaker, or where its words have been given to another
 * speaker since it was made (by a correction, or by a new version of the text), that one. `was` is whose words they were
 * when it was made; a claim that its maker gave to somebody else stays theirs. Empty: nobody who is known.
 */
export function speakerNow(
  article: Article,
  { claim, span }: { readonly claim: Claim; readonly span: Span },
  was: string | null,
): string {
  const { speaker } = claim.voice;
  if (speaker !== '' && speaker !== was) return speaker;
  const [first, ...rest] = stretchesIn(article, span);
  if (!first || rest.some((stretch) => stretch.speaker !== first.speaker)) return speaker;
  return first.speaker ?? '';
}
