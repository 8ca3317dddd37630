import type { Article } from './read-article.ts';
import type { Speaker } from './speakers.ts';
import { stretches } from './stretches.ts';

/** A speaker as a page shows them: `slot` chooses ink, bar and badge (0: the author, as in the design's table), `initials` stand on the badge. */
export interface Voice extends Speaker {
  readonly slot: number;
  readonly initials: string;
}

/** Slots 1 to 11 go round in the order in which voices first speak; interviewers share the last, which is meant for them. */
const GUEST_SLOTS = 11;
const INTERVIEWER_SLOT = 12;

/**
 * The looks of an article's voices, by speaker id. A voice keeps its own whatever a reader corrects: they go by the
 * article as it was published or brought in.
 */
export function castVoices(asPublished: Article, article: Article): Map<string, Voice> {
  const speaking = stretches(asPublished).map((stretch) => stretch.speaker);
  const rank = ({ id }: Speaker): number => {
    const first = speaking.indexOf(id);
    return first < 0 ? speaking.length : first;
  };
  const speakers = article.speakers.toSorted((a, b) => rank(a) - rank(b));
  let guests = 0;
  const slotOf = (speaker: Speaker): number => {
    if (speaker.part === 'author') return 0;
    if (speaker.part === 'interviewer') return INTERVIEWER_SLOT;
    guests += 1;
    return ((guests - 1) % GUEST_SLOTS) + 1;
  };
  return new Map(
    speakers.map((speaker) => [
      speaker.id,
      { ...speaker, slot: slotOf(speaker), initials: initialsOf(speaker) },
    ]),
  );
}

function initialsOf({ name, short }: Speaker): string {
  if (/^\p{Lu}{2,3}$/u.test(short)) return short;
  const letters = name.replace(/^The\s+/i, '').match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? ['?'];
  const last = letters.length > 1 ? letters.at(-1) : '';
  return `${letters[0]}${last}`.toLocaleUpperCase();
}
