import { isWebAddress } from '../../core/notes/web-address.ts';
import type { Claim } from '../../core/notes/claim.ts';
import type { Colour } from '../../core/notes/note.ts';
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

/** What is typed of a note that is there already. */
export function draftOf({ kind, body, tags, colour, claim }: NoteFields): DraftFields {
  const empty = emptyDraft('comment', '');
  return { kind: kind === 'claim' ? 'claim' : 'comment', body, tags, colour, claim: claim ?? empty.claim };
}

/** The note that a draft makes; sources that are still empty are left out. */
export function fieldsOf({ claim, kind, ...rest }: DraftFields): NoteFields {
  const sources = claim.sources.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '');
  return kind === 'claim' ? { ...rest, kind, claim: { ...claim, sources } } : { ...rest, kind };
}

/** Why a draft can't be saved yet, or null. */
export function faultOf({ kind, claim }: DraftFields): string | null {
  if (kind !== 'claim' || claim.status === 'open') return null;
  const sources = claim.sources.filter(({ url }) => url.trim() !== '');
  if (sources.length === 0) return `The status “${claim.status}” needs a source: a title and an address.`;
  const bad = sources.find(({ title, url }) => title.trim() === '' || !isWebAddress(url.trim()));
  return bad ? 'Every source needs a title and an address that begins with http:// or https://.' : null;
}

/** What an editor of a note needs: the draft, and what to do with it. */
export interface EditorProps {
  readonly draft: DraftFields;
  readonly knownTags: readonly string[];
  readonly onDraft: (draft: DraftFields) => void;
  readonly onSave: () => Promise<boolean>;
  readonly onCancel: () => void;
}
