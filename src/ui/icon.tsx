const PATHS = {
  voices:
    'M3 13.5c0-2.2 1.8-3.7 4-3.7s4 1.5 4 3.7M7 7.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM11.2 3.4a2.2 2.2 0 0 1 0 4M12.3 10.1c1.7.4 2.7 1.7 2.7 3.4',
  search: 'M7.2 12a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6ZM10.8 10.8 14.6 14.6',
  claims: 'M2.5 4h11M2.5 8h7M2.5 12h5M12.2 13.4a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  notes: 'M3 2.8h10v7l-3.4 3.4H3zM9.6 13.2V9.8H13M5.4 6h5.2M5.4 8.6h3',
  share: 'M9 2.6h4.4V7M13.2 2.8 7.6 8.4M11.6 9.6v3.8H2.8V4.6h3.8',
  keys: 'M1.8 4h12.4v8.2H1.8zM4.2 6.7h.1M7 6.7h.1M9.8 6.7h.1M12 6.7h.1M5 9.6h6',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside or instead of a word; the word itself is the button's name, so the drawing is hidden from it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg aria-hidden="true" fill="none" height="18" viewBox="0 0 16 16" width="18">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="1.4"
      />
    </svg>
  );
}
