import { hashText } from '../text/hash.ts';
import type { Claim, Source } from './claim.ts';
import type { ReaderNote } from './note.ts';

/** States kept of a note's past; a note that was changed more often since a backup is kept beside the backup's. */
const MOST_EARLIER = 50;

/** What a reader can change in a note; a claim of null makes it one no longer. */
export type NoteChange = Partial<
  Pick<ReaderNote, 'selectors' | 'body' | 'kind' | 'tags' | 'colour' | 'question'>
> & {
  readonly claim?: Claim | null;
};

/**
 * The note after a change made at `now` (ISO 8601 in UTC): one revision later, and with the state before it among
 * its earlier ones. Whatever changes a note goes through here, so that a restore can tell past from difference, and a
 * claim's status is not changed without a trace.
 */
export function revise(note: ReaderNote, change: NoteChange, now: string): ReaderNote {
  const { claim: claimBefore, ...rest } = note;
  const { claim: claimGiven = claimBefore, ...changed } = change;
  const claim = claimGiven && claimBefore ? withHistory(claimBefore, claimGiven, now) : claimGiven;
  const earlier = [...(note.earlier ?? []), stateOf(note)].slice(-MOST_EARLIER);
  const revision = note.revision + 1;
  return { ...rest, ...(claim && { claim }), ...changed, modified: now, revision, earlier };
}

/**
 * A changed claim with the status before it among those past, from `now` on (ISO 8601 in UTC). One that comes with another
 * past (an undo) keeps that.
 */
export function withHistory(before: Claim, after: Claim, now: string): Claim {
  if (before.status === after.status || before.history?.length !== after.history?.length) return after;
  return { ...after, history: [...(before.history ?? []), { status: before.status, until: now }] };
}

/** All that a note says, as one text: equal for two states of a note that a reader could not tell apart. */
export function contentOf(note: ReaderNote): string {
  const { article, kind, selectors, body, claim, tags, colour, question } = note;
  const said = claim && [
    claim.kind,
    claim.checkable,
    claim.status,
    claim.sources.map(sourceInWords),
    [claim.voice.speaker, claim.voice.reporting, claim.voice.quoting, claim.voice.of],
    // What not every claim has stands at the end, where it is: states that were named before there was any keep their name.
    ...some([
      claim.history?.map(({ status, until }) => [status, until]),
      claim.relations?.map(({ claim: other, relation, about }) => [other, relation, about]),
      claim.copyOf,
    ]),
  ];
  const asked = question && [
    question.forms,
    question.replies.map(({ speaker, outcome, ways, evidence }) => [speaker, outcome, ways, evidence]),
  ];
  return JSON.stringify([article, kind, selectors, body, said, tags, colour, ...some([asked])]);
}

function sourceInWords({ title, url, words, seen, bears }: Source): unknown[] {
  return [title, url, ...some([words, seen, bears])];
}

/** Values that may all be missing: then they are none. */
function some(values: readonly unknown[]): readonly unknown[] {
  return values.every((value) => value === undefined) ? [] : values;
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
