import * as v from 'valibot';
import { BEARINGS } from '../../core/notes/claim.ts';
import { readerClaimSchema } from '../../core/notes/claim-schema.ts';
import { COLOURS } from '../../core/notes/note.ts';
import type { Draft } from '../../storage/note-store.ts';
import type { KeptDraft } from './use-drafts.ts';

const text = v.string();
const selector = v.looseObject({
  type: text,
  exact: v.exactOptional(text),
  prefix: v.exactOptional(text),
  suffix: v.exactOptional(text),
  start: v.exactOptional(v.number()),
  end: v.exactOptional(v.number()),
  block: v.exactOptional(v.nullable(text)),
  speaker: v.exactOptional(v.nullable(text)),
  text: v.exactOptional(text),
});
/** What is being typed may be no address yet, and no day. */
const source = v.object({
  title: text,
  url: text,
  words: v.exactOptional(text),
  seen: v.exactOptional(text),
  bears: v.exactOptional(v.picklist(BEARINGS)),
});
const keptSchema: v.GenericSchema<unknown, Omit<KeptDraft, 'key'>> = v.object({
  fields: v.object({
    kind: v.picklist(['comment', 'claim']),
    body: text,
    tags: v.array(text),
    colour: v.picklist(COLOURS),
    claim: v.object({ ...readerClaimSchema.entries, sources: v.array(source) }),
  }),
  note: v.nullable(text),
  selectors: v.nullable(v.array(selector)),
});

/**
 * A draft as it was stored; null where what was stored is no draft of this version. A backup may have brought it, and
 * that may be anybody's: so every field is checked.
 */
export function readDraft({ key, fields }: Draft): KeptDraft | null {
  try {
    const read = v.safeParse(keptSchema, JSON.parse(fields));
    return read.success ? { ...read.output, key } : null;
  } catch {
    return null;
  }
}
