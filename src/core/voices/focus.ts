import { HE, SHE } from './lexicon/grammar.ts';
import type { Mention } from './mentions.ts';
import { isGroup, isHuman, isPlace, sexOf } from './human.ts';
import type { Person } from './people.ts';

/** How many people a reader keeps in mind for a pronoun to mean. */
const SPAN_OF_ATTENTION = 8;

/**
 * Whom the narration is about, the most prominent first: whoever was the last subject comes before whoever was only
 * mentioned (after the centring theory of Grosz, Joshi and Weinstein, 1995).
 */
export interface Focus {
  readonly people: Person[];
}

/** Notes that somebody was the subject of a clause. */
export function focusOn(focus: Focus, person: Person): void {
  forget(focus, person);
  focus.people.unshift(person);
  if (focus.people.length > SPAN_OF_ATTENTION) focus.people.pop();
}

/** Notes that somebody was the subject of a clause inside another one: they come second. */
export function focusBehind(focus: Focus, person: Person): void {
  if (focus.people[0] === person) return;
  forget(focus, person);
  focus.people.splice(1, 0, person);
  if (focus.people.length > SPAN_OF_ATTENTION) focus.people.pop();
}

/** Notes that somebody was mentioned beside the subject. */
export function keepInMind(focus: Focus, person: Person): void {
  if (!focus.people.includes(person)) focusBehind(focus, person);
}

function forget(focus: Focus, person: Person): void {
  const at = focus.people.indexOf(person);
  if (at >= 0) focus.people.splice(at, 1);
}

/**
 * Whom a pronoun in the third person means, apart from `except`; null where nobody in mind fits. With `sure`, somebody
 * whose sex the text tells comes before somebody who only might fit.
 */
export function personMeant(
  focus: Focus,
  pronoun: Mention,
  but: { except?: readonly Person[]; sure?: boolean } = {},
): Person | null {
  const others = focus.people.filter((person) => but.except?.includes(person) !== true);
  const sex = HE.has(pronoun.words) ? 'he' : SHE.has(pronoun.words) ? 'she' : null;
  if (sex === null)
    return others.find((person) => isGroup(person) && !(pronoun.words === 'they' && isPlace(person))) ?? null;
  const fitting = others.filter((person) => isHuman(person) && (sexOf(person) ?? sex) === sex);
  const known = but.sure === true ? fitting.find((person) => sexOf(person) === sex) : undefined;
  return known ?? fitting[0] ?? null;
}
