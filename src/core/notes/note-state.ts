import { hashText } from '../text/hash.ts';
import type { Claim } from './claim.ts';
import type { ReaderNote } from './note.ts';

/** States kept of a note's past; a note that was changed more often since a backup is kept beside the backup's. */
const MOST_EARLIER = 50;

/** What a reader can change in a note; a claim of null makes it one no longer. */
export type NoteChange = Partial<Pick<ReaderNote, 'selectors' | 'body' | 'kind' | 'tags' | 'colour'>> & {
  readonly claim?: Claim | null;
};

/**
 * The note after a change made at `now` (ISO 8601 in UTC): one revision later, and with the state before it among
 * its earlier ones. Whatever changes a note goes through here, so that a restore can tell past from difference.
 */
export function revise(note: ReaderNote, change: NoteChange, now: string): ReaderNote {
  const { claim: claimBefore, ...rest } = note;
  const { claim = claimBefore, ...changed } = change;
  const earlier = [...(note.earlier ?? []), stateOf(note)].slice(-MOST_EARLIER);
  const revision = note.revision + 1;
  return { ...rest, ...(claim && { claim }), ...changed, modified: now, revision, earlier };
}

/** All that a note says, as one text: equal for two states of a note that a reader could not tell apart. */
export function contentOf(note: ReaderNote): string {
  const { article, kind, selectors, body, claim, tags, colour } = note;
  const said = claim && [
    claim.kind,
    claim.checkable,
    claim.status,
    claim.sources.map(({ title, url }) => [title, url]),
    [claim.voice.speaker, claim.voice.reporting, claim.voice.quoting, claim.voice.of],
  ];
  return JSON.stringify([article, kind, selectors, body, said, tags, colour]);
}

/** A short name for what a note says, as `earlier` keeps it. */
export function stateOf(note: ReaderNote): string {
  return hashText(contentOf(note));
}

/**
 * How two notes with one id stand to each other: the same, one the past of the other, or changed in two ways since a
 * common state (`split`).
 *
 * Where a note's past is recorded (`earlier`), that decides. Otherwise the note with the later `modified` has the
 * other for its past where that one has a lower revision, or was never changed at all.
 */
export function relate(a: ReaderNote, b: ReaderNote): 'same' | 'a is newer' | 'b is newer' | 'split' {
  if (contentOf(a) === contentOf(b)) return 'same';
  if (isRecordedPast(b, a)) return 'a is newer';
  if (isRecordedPast(a, b)) return 'b is newer';
  if (isPastOf(b, a)) return 'a is newer';
  if (isPastOf(a, b)) return 'b is newer';
  return 'split';
}

/** Whether a note was once in the state in which the other one is. */
export function isRecordedPast(past: ReaderNote, note: ReaderNote): boolean {
  return note.earlier?.includes(stateOf(past)) ?? false;
}

/** Whether one note may be the other's past, where that is not recorded. */
function isPastOf(past: ReaderNote, note: ReaderNote): boolean {
  if (past.article !== note.article || note.earlier !== undefined) return false;
  return past.modified < note.modified && (past.revision === 1 || past.revision < note.revision);
}

/** Which of two split notes keeps the id: the later one by `modified`, then revision, then an order without meaning. */
export function isLater(a: ReaderNote, b: ReaderNote): boolean {
  if (a.modified !== b.modified) return a.modified > b.modified;
  if (a.revision !== b.revision) return a.revision > b.revision;
  return contentOf(a) > contentOf(b);
}
