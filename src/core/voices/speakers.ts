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

/** An id made from a name: letters and digits of any script in lower case, hyphens between them, Latin without accents. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  const slug = plain
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'voice' : slug;
}

/** The speakers for some people, and their ids; two people of one slug are told apart by a number, in order. */
export function speakersFor(
  people: readonly Person[],
  part: (person: Person) => SpeakerPart,
  short: (person: Person) => string | null,
): Map<Person, Speaker> {
  const taken = new Set([AUTHOR_ID]);
  const speakers = new Map<Person, Speaker>();
  for (const person of people) {
    const slug = slugOf(person.name);
    let id = slug;
    for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
    taken.add(id);
    const role = person.role === null ? {} : { role: person.role };
    speakers.set(person, {
      id,
      name: person.name,
      short: short(person) ?? person.name.split(' ').at(-1) ?? person.name,
      ...role,
      part: part(person),
      aliases: [...person.forms],
    });
  }
  return speakers;
}
