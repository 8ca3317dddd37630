import { isWebAddress } from '../../core/notes/web-address.ts';
import type { Claim, Source } from '../../core/notes/claim.ts';
import type { Colour } from '../../core/notes/note.ts';
import type { Speaker } from '../../core/voices/speakers.ts';
import type { NoteFields } from './note-steps.ts';

/** What is being typed: the note's fields, with those of a claim even while it is none, so that nothing typed is lost. */
export interface DraftFields {
  readonly kind: 'comment' | 'claim';
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly claim: Claim;
}

/** A draft for new words; `speaker` is whose words they are. */
export function emptyDraft(kind: DraftFields['kind'], speaker: string): DraftFields {
  return {
    kind,
    body: '',
    tags: [],
    colour: 'yellow',
    claim: { kind: 'record', checkable: 'yes', status: 'open', voice: { speaker }, sources: [] },
  };
}

/** A note that is there already as a draft; `speaker` is whose words it is on, for when it becomes a claim. */
export function draftOf(
  { kind, body, tags, colour, claim }: NoteFields,
  speaker: string | null = null,
): DraftFields {
  const empty = emptyDraft('comment', speaker ?? '');
  return { kind: kind === 'claim' ? 'claim' : 'comment', body, tags, colour, claim: claim ?? empty.claim };
}

/** The note that a draft makes; sources of which nothing was typed are left out. */
export function fieldsOf({ claim, kind, ...rest }: DraftFields): NoteFields {
  const sources = claim.sources.filter(isBegun);
  return kind === 'claim' ? { ...rest, kind, claim: { ...claim, sources } } : { ...rest, kind };
}

/** Whether anything of a source was typed. Its day, which it has from the beginning, says nothing. */
function isBegun({ title, url, words = '' }: Source): boolean {
  return `${title}${url}${words}`.trim() !== '';
}

/** Why a draft can't be saved yet, and in which source something is missing; null where it can. */
export function faultOf({ kind, claim }: DraftFields): string | null {
  if (kind !== 'claim') return null;
  for (const [index, source] of claim.sources.entries()) {
    const missing = isBegun(source) ? missingIn(source) : null;
    if (missing !== null) return `Source ${index + 1} ${missing}.`;
  }
  const isSourced = claim.status === 'open' || claim.sources.some(isBegun);
  return isSourced ? null : `The status “${claim.status}” needs a source: a title and an address.`;
}

/** What a source that was begun still needs: without a title nobody sees what it is, without an address nobody can look. */
function missingIn({ title, url }: Source): string | null {
  const isUntitled = title.trim() === '';
  if (url === '') return isUntitled ? 'needs a title and an address' : 'needs an address';
  if (!isWebAddress(url)) return 'needs an address that begins with http:// or https://';
  return isUntitled ? 'needs a title' : null;
}

/** What an editor of a note needs: the draft, and what to do with it. */
export interface EditorProps {
  readonly draft: DraftFields;
  /** Those who may have said it: of the note's article, of which a page may show many. */
  readonly speakers: readonly Speaker[];
  readonly knownTags: readonly string[];
  readonly onDraft: (draft: DraftFields) => void;
  readonly onSave: () => Promise<boolean>;
  readonly onCancel: () => void;
}
