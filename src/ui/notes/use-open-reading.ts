import { useMemo, useState } from 'react';
import type { Correction } from '../../core/voices/corrections.ts';
import type { PublishedArticle } from '../../storage/published-article.ts';
import { prepareReading, type Reading } from '../reading.ts';
import { createHistory, type History } from './history.ts';
import { useCorrected, useCorrections } from './use-corrections.ts';

/** An article as a page about it needs it: with the reader's corrections, and with what can be undone on the page. */
export interface OpenReading {
  readonly reading: Reading;
  readonly history: History;
  readonly correct: (correction: Correction) => void;
}

/** Makes an article ready, and again whenever a correction of its voices is made here or in another tab. */
export function useOpenReading(published: PublishedArticle): OpenReading {
  const [history] = useState(createHistory);
  const [corrections, correct] = useCorrections(published.slug, history);
  const article = useCorrected(published.article, corrections);
  const reading = useMemo(() => prepareReading(published, article), [article, published]);
  return useMemo(() => ({ reading, history, correct }), [correct, history, reading]);
}
