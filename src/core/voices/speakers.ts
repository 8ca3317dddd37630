import { inPlainOrder } from '../text/plain-order.ts';
import type { Person } from './people.ts';

/** The part a person has in the article: who writes it, who asks, who answers, or who is only quoted. */
export type SpeakerPart = 'author' | 'interviewer' | 'guest' | 'quoted';

/**
 * A voice. `id` is made from the name, so that it is equal in every reading of a text; the author's is `author`.
 * `short` is what a label or a second mention says ("SP", "Vance"); `aliases` are all the forms found in the text.
 */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly role?: string;
  readonly part: SpeakerPart;
  readonly aliases: readonly string[];
}

/** The id of the article's author, whoever that is. */
export const AUTHOR_ID = 'author';

/** Somebody who speaks in the article. */
export interface Member {
  readonly voice: Person;
  readonly part: SpeakerPart;
  /** The short form that a label gives; null where none does. */
  readonly short: string | null;
}

/** The speakers of an article and which of them each voice is. */
export interface Cast {
  readonly speakers: readonly Speaker[];
  readonly idOf: (voice: Person | null) => string | null;
}

/** An id made from a name: letters and digits of any script in lower case, hyphens between them, Latin without accents. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.replace(/['’]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.filter(Boolean).join('-') || 'voice';
}

/**
 * The speakers for the members of an article, in order, with what is known of them beforehand: a hint is matched by id,
 * else by a name or alias in any case, and its fields win. Two members of one slug are told apart by a number.
 */
export function castOf(members: readonly Member[], hints: readonly Partial<Speaker>[]): Cast {
  const speakers = new Map<string, Speaker>();
  const ids = new Map<Person, string>();
  for (const member of members) {
    const found = speakerFor(member, speakers);
    const hint = hints.findLast((candidate) => isSame(candidate, found));
    const speaker = hint === undefined ? found : withHint(found, hint);
    const same = speakers.get(speaker.id);
    speakers.set(speaker.id, same === undefined ? speaker : merged(same, speaker));
    ids.set(member.voice, speaker.id);
  }
  return {
    speakers: [...speakers.values()],
    idOf: (voice) => (voice === null ? null : (ids.get(voice) ?? null)),
  };
}

function speakerFor({ voice, part, short }: Member, others: ReadonlyMap<string, Speaker>): Speaker {
  if (voice.kind === 'author')
    return { id: AUTHOR_ID, name: voice.name, short: voice.name, part, aliases: [...voice.forms] };
  const { role } = voice;
  const name = inPlainOrder(voice.name);
  return {
    id: freeId(name, others),
    name,
    short: inPlainOrder(short ?? name.split(' ').at(-1) ?? name),
    ...(role === null ? {} : { role: inPlainOrder(role) }),
    part,
    aliases: [...voice.forms],
  };
}

function freeId(name: string, others: ReadonlyMap<string, Speaker>): string {
  const slug = slugOf(name);
  let id = slug;
  for (let number = 2; id === AUTHOR_ID || others.has(id); number++) id = `${slug}-${number}`;
  return id;
}

/** Whether what is known beforehand is about this speaker. */
function isSame(hint: Partial<Speaker>, speaker: Speaker): boolean {
  if (hint.id === speaker.id) return true;
  if (speaker.id === AUTHOR_ID || hint.id === AUTHOR_ID) return false;
  const forms = new Set([speaker.name, speaker.short, ...speaker.aliases].map((form) => form.toLowerCase()));
  return [hint.name, hint.short, ...(hint.aliases ?? [])].some(
    (form) => form !== undefined && forms.has(form.toLowerCase()),
  );
}

function withHint(found: Speaker, hint: Partial<Speaker>): Speaker {
  const aliases = [...new Set([...(hint.aliases ?? []), ...found.aliases])];
  const id = found.id === AUTHOR_ID ? AUTHOR_ID : (hint.id ?? found.id);
  const part = found.id === AUTHOR_ID ? 'author' : (hint.part ?? found.part);
  return { ...found, ...hint, id, part, aliases };
}

/** Two finds that a hint says are one person. */
function merged(first: Speaker, second: Speaker): Speaker {
  return { ...second, part: first.part, aliases: [...new Set([...first.aliases, ...second.aliases])] };
}

/**
 * The speaker that a correction names: one found, one known beforehand, or a new one whose name is the id.
 * `ref` may be an id or any form of the name.
 */
export function speakerReferred(
  ref: string,
  speakers: readonly Speaker[],
  hints: readonly Partial<Speaker>[],
): Speaker {
  const wanted = ref.toLowerCase();
  const known =
    speakers.find(({ id }) => id === ref) ?? speakers.find((speaker) => isSame({ name: wanted }, speaker));
  if (known !== undefined) return known;
  if (ref === AUTHOR_ID)
    return { id: AUTHOR_ID, name: 'Author', short: 'Author', part: 'author', aliases: [] };
  const hint =
    hints.findLast(({ id }) => id === ref) ??
    hints.findLast(({ name, short, aliases }) =>
      [name, short, ...(aliases ?? [])].some((form) => form?.toLowerCase() === wanted),
    );
  const name = hint?.name ?? ref;
  const blank: Speaker = {
    id: ref,
    name,
    short: name.split(' ').at(-1) ?? name,
    part: 'quoted',
    aliases: [],
  };
  return hint === undefined ? blank : withHint(blank, hint);
}
