import { describe as group, expect, it } from 'vitest';
import { describe } from '../../src/core/anchor/describe.ts';
import type { Placed, ReaderNote } from '../../src/core/notes/note.ts';
import { tellVoiceChange } from '../../src/ui/notes/voice-change.tsx';
import { prepareReading } from '../../src/ui/reading.ts';
import { publishAll } from '../../tools/articles.ts';

const published = publishAll()[0]!;
const { article } = published;
const reading = prepareReading(published, article);

/** A note on words that Vance says here, made when they were said by `speaker`. */
function noteBy(speaker: string | null): Placed<ReaderNote> {
  const start = article.text.indexOf('narrowed the issue');
  const span = { start, end: start + 'narrowed the issue'.length };
  const time = '2026-01-01T00:00:00.000Z';
  return {
    id: 'n1',
    article: published.slug,
    kind: 'highlight',
    selectors: describe(article, span).map((selector) =>
      selector.type === 'ArticleSelector' ? { ...selector, speaker } : selector,
    ),
    body: '',
    tags: [],
    colour: 'yellow',
    created: time,
    modified: time,
    revision: 1,
    span,
  };
}

group('a note whose words the text now gives to somebody else', () => {
  it('says whose they are now and whose they were, also where nobody has that name any more', () => {
    expect(tellVoiceChange(reading, noteBy('ann-smith'))).toMatch(
      /^Now given to .*Vance; before to ann smith\.$/,
    );
  });
  it('says nothing where the speaker is the same, is only spelt in another way, or was not known', () => {
    const { speaker } = article.quotations.find(({ start, end }) => {
      const at = article.text.indexOf('narrowed the issue');
      return start <= at && at < end;
    })!;
    for (const same of [speaker, `${speaker}e`, null])
      expect(tellVoiceChange(reading, noteBy(same))).toBeNull();
  });
});
