import { applyCorrections, type Correction } from './corrections.ts';
import { linkTurns } from './exchanges.ts';
import type { Article } from './read-article.ts';
import { slugOf, speakerReferred, type Speaker } from './speakers.ts';

/**
 * An article as a reader has corrected it: the same text with what they say of its voices. A correction may name a
 * speaker of the article by id or by any form of the name, or somebody new by name. Without corrections it is the
 * article itself. It needs no rules, so that a published article can be corrected in the browser.
 */
export function correctArticle(article: Article, corrections: readonly Correction[]): Article {
  if (corrections.length === 0) return article;
  const speakers: Speaker[] = [...article.speakers];
  const named = corrections.map((correction) => {
    if (correction.speaker === null) return correction;
    const found = speakerReferred(correction.speaker, speakers, []);
    const known = speakers.some(({ id }) => id === found.id);
    const speaker = known ? found : { ...found, id: slugOf(found.name) };
    if (!speakers.some(({ id }) => id === speaker.id)) speakers.push(speaker);
    return { ...correction, speaker: speaker.id };
  });
  const { quotations, turns } = applyCorrections(article, named);
  return { ...article, speakers, quotations, ...linkTurns(turns) };
}
