import { relationsOf, type Related } from '../claims/relations.ts';
import { CHECKABLE_WORDS, type Source } from '../notes/claim.ts';
import { pastInWords, sourceInWords, voiceInWords } from '../notes/listing.ts';
import { readingInWords } from '../notes/question-words.ts';
import { wordsOf, type PublishedNote, type ReaderNote, type Relation, type Unplaced } from '../notes/note.ts';
import { withoutLastWord } from '../text/clip.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { linkTo } from './page-link.ts';
import type { Drawing, Numbered } from './page-text.ts';
import { oneLine } from '../text/one-line.ts';

type AnyNote = PublishedNote | ReaderNote;

/** Notes that stand beside the text; where there are more, all are at its end: a browser places each after the one before. */
const MOST_BESIDE = 1_000;
const LONGEST_WORDS = 240;

/** The notes as one list, each with the way back to its words, and those whose words are not there. */
export function drawNotes(
  drawing: Drawing,
  unplaced: readonly Unplaced<AnyNote>[],
  relations: readonly Relation[],
): string {
  const numbers = new Map(drawing.notes.map(({ note, number }) => [note.id, number]));
  const own = [...drawing.notes.map(({ note }) => note), ...unplaced].filter((note) => 'revision' in note);
  const related = relationsOf(relations, own);
  const items = drawing.notes.map((numbered) => drawNumbered(drawing, numbered, { related, numbers }));
  const beside = items.length <= MOST_BESIDE ? ' beside' : '';
  const parts: string[] = [];
  if (items.length > 0) {
    parts.push(
      `<section class="notes${beside}" aria-labelledby="notes" lang="en"><h2 id="notes">Notes</h2>\n<ol>\n${items.join('\n')}\n</ol></section>`,
    );
  }
  if (unplaced.length > 0) {
    const lost = unplaced.map((note) => `<li>\n${drawQuote(wordsOf(note))}${drawNote(drawing, note)}\n</li>`);
    parts.push(
      `<section class="notes" aria-labelledby="lost" lang="en"><h2 id="lost">Notes whose words were not found</h2>\n<ul>\n${lost.join('\n')}\n</ul></section>`,
    );
  }
  return parts.join('\n');
}

interface Web {
  readonly related: ReadonlyMap<string, readonly Related[]>;
  readonly numbers: ReadonlyMap<string, number>;
}

/**
 * Beside the text a note stands level with its words and below the note before, by CSS anchor positioning
 * (https://www.w3.org/TR/css-anchor-position-1/): the one list is both margin and endnotes, and no script is needed.
 */
function drawNumbered(drawing: Drawing, { note, number }: Numbered, { related, numbers }: Web): string {
  const line = `anchor(--r${number} top,0px)`;
  const top = number === 1 ? line : `max(${line},anchor(--n${number - 1} bottom,0px) + .75rem)`;
  const words = drawing.article.text.slice(note.span.start, note.span.end);
  const links = (related.get(note.id) ?? []).flatMap(({ other, relation, about }): string[] => {
    const to = numbers.get(other);
    if (to === undefined) return [];
    const how = relation === 'agree' ? 'Agrees with' : 'Disagrees with';
    return [`<p>${how} <a href="#n${to}">${to}</a>${about && `, on: ${escapeHtml(about)}`}</p>`];
  });
  return `<li id="n${number}" value="${number}" style="anchor-name:--n${number};top:${top}">
<a class="back" href="#r${number}" role="doc-backlink" aria-label="Back to the words of note ${number}">${number}</a>
${drawQuote(words)}${drawNote(drawing, note)}${links.join('\n')}
</li>`;
}

function drawQuote(words: string): string {
  const line = oneLine(words);
  const short = line.length <= LONGEST_WORDS ? line : `${withoutLastWord(line.slice(0, LONGEST_WORDS))}…`;
  return short === '' ? '' : `<p class="words">“${escapeHtml(short)}”</p>\n`;
}

/** What a note says. Markdown stays the text that was written. */
function drawNote({ article }: Drawing, note: AnyNote): string {
  const { claim, body } = note;
  const parts: string[] = [];
  if (claim) {
    parts.push(
      `<p class="quiet">${escapeHtml(`Claim: ${claim.kind} · ${CHECKABLE_WORDS[claim.checkable]} · ${claim.status}`)}</p>`,
      `<p class="quiet">${escapeHtml(voiceInWords(claim.voice, article))}</p>`,
    );
  }
  if (body.trim() !== '') parts.push(`<div class="body">${withPassages(body.trim(), article.blocks)}</div>`);
  if ('question' in note && note.question) {
    const lines = readingInWords(note.question, article);
    parts.push(...lines.map((line) => `<p class="quiet">${escapeHtml(line)}</p>`));
  }
  if (claim && claim.sources.length > 0) {
    parts.push(`<ul>${claim.sources.map((source) => `<li>${drawSource(source)}</li>`).join('')}</ul>`);
  }
  if (claim?.history?.length)
    parts.push(`<p class="quiet">Before: ${escapeHtml(pastInWords(claim.history))}</p>`);
  if ('tags' in note && note.tags.length > 0) {
    parts.push(`<p class="quiet">Tags: ${escapeHtml(note.tags.join(', '))}</p>`);
  }
  return parts.join('\n');
}

function drawSource(source: Source): string {
  const about = sourceInWords(source);
  return `${linkTo(source.url, source.title)}${about && ` <span class="quiet">${escapeHtml(about)}</span>`}`;
}

/** A text in which `¶12` leads to that paragraph, as in the reader. */
function withPassages(text: string, blocks: readonly { readonly id: string }[]): string {
  return text
    .split(/(¶\d+)/)
    .map((part) => {
      const id = part.startsWith('¶') ? `p${part.slice(1)}` : '';
      const isBlock = id !== '' && blocks.some((block) => block.id === id);
      return isBlock ? `<a href="#${id}">${part}</a>` : escapeHtml(part);
    })
    .join('');
}
