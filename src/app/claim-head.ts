import type { Placed, PublishedNote } from '../core/notes/note.ts';
import { questionBefore, shorten, wordsOfClaim } from '../ui/claims/claim-words.ts';
import { tellVoice, voiceOf, type Reading } from '../ui/reading.ts';
import { absolute, type PageHead } from './page-head.ts';

/** Chats cut longer titles and descriptions themselves, and not between words. In characters. */
const LONGEST = { title: 180, description: 280 };

/** What the page of a claim says of itself: the words and who said them. `home` is the path of its article. */
export function claimHead(
  reading: Reading,
  note: Placed<PublishedNote>,
  home: string,
  site: string | undefined,
): PageHead {
  const words = wordsOfClaim(reading, note);
  const who = tellVoice(reading, note);
  const question = questionBefore(reading, note);
  const asked = question ? `In answer to “${shorten(question.words, 120)}” ` : '';
  const path = `${home}c/${note.id}/`;
  return {
    title: `${who}: “${shorten(words, 80)}”`,
    card: `“${shorten(words, LONGEST.title)}” (${who})`,
    description: shorten(`${asked}From “${reading.published.title}”. ${note.body}`, LONGEST.description),
    path,
    data: dataOf(reading, note, { words, path: absolute(path, site), home: absolute(home, site) }),
  };
}

/**
 * The claim for machines: schema.org `Claim` (https://schema.org/Claim) that is also a `Quotation`, with who said it and
 * the article that it appears in. No `ClaimReview`: nobody is said to be right or wrong without a source.
 */
function dataOf(
  reading: Reading,
  note: Placed<PublishedNote>,
  { words, path, home }: { words: string; path: string; home: string },
): object {
  const { article, published } = reading;
  const speaker = voiceOf(reading, note.claim?.voice.speaker ?? null);
  // An author who is not named is nobody that a machine could tell from others.
  const isNamed = speaker.part !== 'author' || published.author !== null;
  const person = {
    '@type': speaker.role === 'outlet' ? 'Organization' : 'Person',
    name: speaker.part === 'author' ? published.author : speaker.name,
    ...(speaker.role !== undefined && { description: speaker.role }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': ['Claim', 'Quotation'],
    '@id': path,
    url: path,
    text: words,
    inLanguage: article.lang,
    ...(isNamed && { author: person, spokenByCharacter: person }),
    appearance: {
      '@type': 'Article',
      headline: published.title,
      url: home,
      inLanguage: article.lang,
      ...(published.date !== null && { datePublished: published.date }),
      ...(published.source && { isBasedOn: published.source.url }),
    },
  };
}
