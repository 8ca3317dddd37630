import type { QueryClient } from '@tanstack/react-query';
import { textHash } from '../../core/anchor/describe.ts';
import type { WordMark } from '../../core/claims/checkable-words.ts';
import type { WordGroup } from '../../core/claims/word-groups.ts';
import { WORD_RULES, whyMarked } from '../../core/claims/word-rules.ts';
import { countBefore } from '../../core/text/bisect.ts';
import type { Reading } from '../reading.ts';

/** How an article's checkable words are named in the cache. */
export const marksKey = ({ published, article }: Reading): readonly string[] => [
  'checkable-words',
  published.slug,
  textHash(article),
];

/** Why the words at an offset are marked, in a sentence; null where none of the groups shown marks any, or not yet. */
export function whyMarkedAt(
  client: QueryClient,
  reading: Reading,
  at: { readonly offset: number; readonly groups: readonly WordGroup[] },
): string | null {
  const marks = client.getQueryData<readonly WordMark[]>(marksKey(reading)) ?? [];
  const mark = marks[countBefore(marks.length, (index) => marks[index]!.end <= at.offset)];
  if (!mark || mark.start > at.offset || !at.groups.includes(WORD_RULES[mark.rule].group)) return null;
  return whyMarked(mark.rule, reading.article.text.slice(mark.start, mark.end));
}
