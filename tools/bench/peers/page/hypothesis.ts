import { hypothesisPlace } from '../../hypothesis-place.ts';
import type { Contestant } from './contestant.ts';

/** The Hypothesis client's way to find quotes, with the library that it uses for it. Its painting is no package. */
export function hypothesis(): Contestant {
  return {
    anchorsIn: 'text',
    anchor: ({ text, notes }) =>
      notes.map(({ selectors }) => {
        const found = hypothesisPlace(text, selectors);
        return 'span' in found ? found.span : null;
      }),
  };
}
