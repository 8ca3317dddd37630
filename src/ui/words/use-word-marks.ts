import { useQuery } from '@tanstack/react-query';
import { checkableWordsInSlices, type WordMark } from '../../core/claims/checkable-words.ts';
import type { WordGroup } from '../../core/claims/word-groups.ts';
import { runBetweenFrames } from '../../dom/run-between-frames.ts';
import { useReading } from '../reading.ts';
import { marksKey } from './why-marked-at.ts';

/** The checkable words of the open article, found once and between the page's frames; null until they are. */
export function useWordMarks(): readonly WordMark[] | null {
  const reading = useReading();
  const { data = null } = useQuery({
    queryKey: marksKey(reading),
    queryFn: ({ signal }) => runBetweenFrames(checkableWordsInSlices(reading.article), () => !signal.aborted),
    structuralSharing: false,
  });
  return data;
}

/** How the groups are called. */
export const GROUP_NAMES: Readonly<Record<WordGroup, string>> = {
  number: 'Numbers',
  date: 'Dates and times',
  superlative: 'Superlatives',
  absolute: 'Absolutes',
  hedge: 'Hedges',
};

/** What some group's words are, by example. */
export const GROUP_EXAMPLES: Readonly<Record<WordGroup, string>> = {
  number: '3 of 10',
  date: 'last year',
  superlative: 'largest',
  absolute: 'never',
  hedge: 'perhaps',
};
