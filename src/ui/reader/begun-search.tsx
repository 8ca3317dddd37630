import { useEffect, useRef } from 'react';

/** A search that has begun before its bar is there. */
export interface BegunSearch {
  readonly words: () => string;
  /** What had the focus before; null where nothing is known of that. */
  readonly focused: () => Element | null;
  readonly put: (words: string, focused?: Element | null) => void;
}

export function createBegunSearch(): BegunSearch {
  let typed = '';
  let before: Element | null = null;
  return {
    words: () => typed,
    focused: () => before,
    put: (words, focused) => {
      typed = words;
      if (focused !== undefined) before = focused;
    },
  };
}

/** Takes what is typed until the search bar has been fetched: it must not be taken for keys of the reader. */
export function BeginSearch({ begun, onClose }: { begun: BegunSearch; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    begun.put('', document.activeElement);
    input.current?.focus();
  }, [begun]);
  return (
    <search className="visually-hidden">
      <input
        aria-label="Find in the article"
        ref={input}
        onChange={(event) => begun.put(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
    </search>
  );
}
