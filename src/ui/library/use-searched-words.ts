import { replaceFragment, useFragment } from '../use-fragment.ts';

/** The words that are searched for, and the way to change them. They stand in the address's fragment (`#q=…`). */
export function useSearchedWords(): [words: string, change: (words: string) => void] {
  return [new URLSearchParams(useFragment().slice(1)).get('q') ?? '', change];
}

function change(words: string): void {
  replaceFragment(words === '' ? '' : `#${new URLSearchParams({ q: words }).toString()}`);
}
