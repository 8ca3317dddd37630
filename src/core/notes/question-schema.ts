import * as v from 'valibot';
import { AVOIDANCES, OUTCOMES, QUESTION_FORMS } from './question.ts';

const text = v.string('must be a text');
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list');

/**
 * What a reader makes of a question, as it is stored and written; `selectors` is how its evidence is said there: inside
 * Sidegloss, or as the W3C says it.
 */
export function questionSchema<T extends v.GenericSchema>(selectors: T) {
  return v.object({
    forms: v.exactOptional(list(v.picklist(QUESTION_FORMS, `must be one of ${QUESTION_FORMS.join(', ')}`))),
    replies: list(
      v.object({
        speaker: text,
        outcome: v.picklist(OUTCOMES, `must be one of ${OUTCOMES.join(', ')}`),
        ways: list(v.picklist(AVOIDANCES, `must be one of ${AVOIDANCES.join(', ')}`)),
        evidence: list(selectors),
      }),
    ),
  });
}
