import type { Span } from '../text/span.ts';
import { wordList } from './lexicon/word-list.ts';
import { nameWords } from './names.ts';
import type { Person } from './people.ts';

/** Words with a capital that open a speech without addressing anybody. */
const NO_ADDRESS = wordList(
  'oh ah yes no well why but and now so then here there indeed what come look good god lord',
);

/** The name by which a speech addresses its listener ("…, my dear Basil?"), in lower case; null where there is none. */
export function addressIn(text: string, quotation: Span): string | null {
  const words = text.slice(quotation.start + 1, Math.min(quotation.end, quotation.start + 400));
  const hit = ADDRESS.exec(words)?.[1]?.toLowerCase();
  return hit === undefined || NO_ADDRESS.has(hit) ? null : hit;
}

const ADDRESS = /(?:^|, (?:my (?:dear )?)?(?:dear )?)((?:M(?:rs?|iss)\.? )?\p{Lu}\p{Ll}+)(?=[,.!?;]|--|—)/u;

/** Whether a person may be called so. */
export function isCalled(person: Person, address: string | null): boolean {
  if (address === null) return false;
  const last = nameWords(address).at(-1) ?? '';
  for (const form of person.forms) if (nameWords(form).includes(last)) return true;
  return false;
}
