import { claimData, claimReview, claimsGraph } from '../core/claims/claim-data.ts';
import { ledgerRows } from '../core/claims/ledger.ts';
import type { Placed, PublishedNote } from '../core/notes/note.ts';
import { questionBefore, shorten, wordsOfClaim } from '../ui/claims/claim-words.ts';
import { tellVoice, type Reading } from '../ui/reading.ts';
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
    data: dataOf(reading, note, { address: absolute(path, site), home: absolute(home, site) }),
  };
}

/** The claim for machines, with the review of it where its status has a source and somebody answers for it. */
function dataOf(
  reading: Reading,
  note: Placed<PublishedNote>,
  { address, home }: { readonly address: string; readonly home: string },
): object {
  const { article, published } = reading;
  const { slug, title, author, date, source, claimsBy = null } = published;
  const alone = { published: [note], relations: [], placed: [], unplaced: [] };
  const [row] = ledgerRows({ slug, title, article, ...alone });
  if (!row) throw new Error(`the note ${note.id} has a page and is no claim`);
  const appearance = { title, article, address: home, author, date, source };
  const review = claimReview(row, appearance, { reviewer: claimsBy, address });
  return review ? claimsGraph([{ row, appearance, address }], claimsBy) : claimData(row, appearance, address);
}
