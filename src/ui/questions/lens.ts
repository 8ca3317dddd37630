import { useSearchParams } from 'wouter';
import { QUESTION_FORMS, type QuestionForm } from '../../core/notes/question.ts';
import { useAlive } from '../use-alive.ts';
import { replaceFragment, useFragment } from '../use-fragment.ts';

/** What the page shows, as its address says it: `?show=answers&form=leading#asker=jane`. */
export interface Lens {
  readonly show: Show;
  /** Only questions of this form; null for all. */
  readonly form: QuestionForm | null;
  /** Only questions of this speaker, by id; null for all. */
  readonly asker: string | null;
}

/** What is shown of an exchange: the lens, its mirror, or both, which is where replies are judged. */
export const SHOWN = [
  { value: 'questions', label: 'Questions' },
  { value: 'answers', label: 'Answers' },
  { value: 'both', label: 'Questions and answers' },
] as const;
export type Show = (typeof SHOWN)[number]['value'];

const ALL: Lens = { show: 'questions', form: null, asker: null };

/** The lens that an address asks for; what it does not know is the usual one. */
function lensOf(search: URLSearchParams, fragment: string): Lens {
  const show = search.get('show');
  return {
    show: SHOWN.find(({ value }) => value === show)?.value ?? 'questions',
    form: QUESTION_FORMS.find((form) => form === search.get('form')) ?? null,
    asker: new URLSearchParams(fragment.slice(1)).get('asker'),
  };
}

/**
 * The lens, which lives in the address, and its change, which replaces the history entry. Who asks is behind the `#`,
 * because in an article of one's own that is nobody else's to know. What is served is the usual lens: the address's comes
 * once the page is alive.
 */
export function useLens(): [Lens, (some: Partial<Lens>) => void] {
  const [search, setSearch] = useSearchParams();
  const isAlive = useAlive();
  const fragment = useFragment();
  const change = (some: Partial<Lens>): void => {
    const { asker, ...rest } = { ...lensOf(new URLSearchParams(location.search), location.hash), ...some };
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(rest)) {
          if (value === null || value === ALL.show) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
    replaceFragment(asker === null ? '' : `#${new URLSearchParams({ asker }).toString()}`);
  };
  return [isAlive ? lensOf(search, fragment) : ALL, change];
}
