import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describe as selectorsFor } from '../../src/core/anchor/describe.ts';
import type { ReaderNote } from '../../src/core/notes/note.ts';
import { correctArticle } from '../../src/core/voices/correct-article.ts';
import type { Article, Correction } from '../../src/core/voices/read-article.ts';
import { publish } from '../../src/storage/article-files.ts';
import { publishable, type Publishable } from '../../src/storage/publishable.ts';
import type { PublishedArticle } from '../../src/storage/published-article.ts';
import { samplePage, TALK } from '../core/page/sample-page.ts';

function published({ slug, files }: Publishable): PublishedArticle {
  const content = (name: string): string => files.find((file) => file.name === name)!.content;
  const publication = publish({
    slug,
    text: content('article.txt'),
    meta: content('article.json'),
    claims: content('claims.jsonld'),
  });
  if (!publication.ok) throw new Error(publication.faults.join('\n'));
  return publication.published;
}
const NOTHING = { notes: [], corrections: [] };
const bySpeaker = (article: Article): Article => ({
  ...article,
  speakers: article.speakers
    .map((speaker) => ({ ...speaker, aliases: speaker.aliases.toSorted() }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

const CLAIM = {
  kind: 'record',
  checkable: 'yes',
  status: 'open',
  sources: [],
  voice: { speaker: 'ben' },
} as const;
function claimOn(words: string, some: Partial<ReaderNote> = {}): ReaderNote {
  const { notes } = samplePage(TALK, { noted: [words] });
  return { ...notes[0]!, id: words, kind: 'claim', claim: CLAIM, ...some };
}

describe('the files of an own article', () => {
  it('are published by the build as the article that they were made of', () => {
    const { content } = samplePage(TALK, {
      hints: {
        lang: 'en-GB',
        speakers: [
          { name: 'Ben', role: 'harbour master', part: 'guest' },
          { id: 'anna', name: 'Anna Smith' },
        ],
        corrections: [{ start: TALK.indexOf('“We'), end: TALK.indexOf('”') + 1, speaker: 'The mayor' }],
      },
      own: {
        about: { author: 'A', date: '2025-03-01T08:00:00Z', source: { name: 'N', url: 'https://n.org/a' } },
        title: 'The harbour will stay',
      },
    });
    const made = publishable(content, NOTHING);
    const result = published(made);
    expect(made.leftOut).toEqual([]);
    expect(made.slug).toBe('the-harbour-will-stay');
    expect(bySpeaker(result.article)).toEqual(bySpeaker(content.article));
    expect(result).toMatchObject({
      title: 'The harbour will stay',
      author: 'A',
      date: '2025-03-01',
      source: { name: 'N', url: 'https://n.org/a' },
    });
  });

  it('have what the reader has corrected since, also somebody new', () => {
    const { content } = samplePage(TALK);
    const last = content.article.turns.at(-1)!;
    const corrections: Correction[] = [{ start: last.start, end: last.end, speaker: 'Clara Jones' }];
    const result = published(publishable(content, { notes: [], corrections }));
    expect(bySpeaker(result.article)).toEqual(bySpeaker(correctArticle(content.article, corrections)));
    expect(result.article.turns.at(-1)!.speaker).toBe('clara-jones');
  });

  it('have the claims among the notes, placed, and say what they have no place for', () => {
    const { content } = samplePage(TALK, {
      formatting: [{ start: 0, end: 3, kind: 'strong' }],
      own: { title: 'Another title', isPlain: true },
    });
    const notes = [
      claimOn('less than last year'),
      claimOn('By spring', { body: 'Which ¶1 “year”?' }),
      claimOn('spring', { id: 'bare', kind: 'comment' }),
      claimOn('cost', { claim: { ...CLAIM, status: 'supported' } }),
      claimOn('she meant it', { claim: { ...CLAIM, voice: { speaker: 'nobody' } } }),
      claimOn('million', { claim: { ...CLAIM, voice: { speaker: '' } } }),
      claimOn('That is', { selectors: [{ type: 'TextQuoteSelector', exact: 'quite other words' }] }),
    ].map((note): ReaderNote => {
      if (note.id !== 'bare') return note;
      const { claim: _, ...comment } = note;
      return comment;
    });
    const made = publishable(content, { notes, corrections: [] });
    const result = published(made);
    expect(result.notes.map(({ label, body }) => [label, body])).toEqual([
      ['1', 'Which ¶1 “year”?'],
      ['2', 'Which year?'],
    ]);
    const start = TALK.indexOf('By spring');
    expect(result.notes[0]!.selectors).toEqual(selectorsFor(result.article, { start, end: start + 9 }));
    expect(made.leftOut).toEqual([
      '1 note that is no claim',
      'Claim “quite other words”: its words are not in the text',
      'Claim “she meant it”: “nobody” is no speaker of this text',
      'Claim “cost”: the status “supported” needs a source',
      'Claim “million”: voice.speaker must not be empty',
      'Formatting: headings, lists, emphasis and links',
      'That it is shown as plain text',
      'The title “Another title”: a page is called by the text’s own',
    ]);
    // The address of a claim's page does not change when others come and go.
    expect(publishable(content, { notes: notes.slice(1, 2), corrections: [] }).files[2]!.content).toContain(
      result.notes[0]!.id,
    );
  });

  const gold = '../shared/data/voices/qa-wikinews.dev.jsonl';
  it.skipIf(!existsSync(gold))(`of the interviews in ${gold} are published as they were read`, () => {
    const texts = readFileSync(gold, 'utf8').trim().split('\n').slice(0, 8);
    for (const line of texts) {
      const { text } = JSON.parse(line) as { text: string };
      const { content } = samplePage(text);
      const made = publishable(content, NOTHING);
      expect(bySpeaker(published(made).article)).toEqual(bySpeaker(content.article));
    }
  });
});
