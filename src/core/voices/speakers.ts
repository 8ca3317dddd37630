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
