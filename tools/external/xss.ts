import { bringSafely, doors, lettersOf } from './doors.ts';
import { jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'xss';

interface Url {
  readonly id: number;
  readonly input: string | null;
  readonly expected: string;
  readonly dangerous: boolean;
}

/**
 * Vectors that run a script where they become part of a page. Here they become words: what comes out has no element
 * at all, and links of the web only. That nothing runs or is fetched on the way is watched in a real browser, by
 * `test/browser/doors.test.ts`.
 */
export const xss: Suite = {
  name: NAME,
  cases: () => [
    ...(jsonOf(NAME, 'html5sec.json') as { id: number; html: string }[]).map(({ id, html }) =>
      vector(`html5sec ${id}`, html),
    ),
    ...(jsonOf(NAME, 'owasp-filter-evasion.json') as { id: number; payload: string }[]).map(
      ({ id, payload }) => vector(`owasp ${id}`, payload),
    ),
    ...(jsonOf(NAME, 'sanitize-url.json') as Url[]).map((url): Case => ({
      name: `sanitize-url ${url.id}`,
      run: () => link(url),
    })),
  ],
};

const vector = (name: string, html: string): Case => ({
  name,
  run: async () => {
    for (const bring of [doors.html, doors.markdown, doors.text]) {
      const { harm } = await bringSafely(() => bring(`${html}\n\n<p>after</p>`));
      if (harm !== null) return harm;
    }
    return null;
  },
});

/** An address that does harm is no link; one of the web stays the link that it is. */
async function link({ input, expected, dangerous }: Url): Promise<string | null> {
  const escaped = (input ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const { brought, harm } = await bringSafely(() => doors.html(`<a href="${escaped}">words</a>`));
  if (harm !== null) return harm;
  if (lettersOf(brought) !== 'words') return `became ${lettersOf(brought)}`;
  const [first] = brought.ok ? brought.imported.formatting : [];
  const href = first?.kind === 'link' ? first.href : null;
  if (dangerous) return href === null || /^https?:/.test(href) ? null : `links to ${href}`;
  // Their library reads character references a second time; an attribute is read once.
  const isWeb = /^\s*https?:\/\/[^&]*$/i.test(input ?? '');
  return !isWeb || href === new URL(expected).href ? null : `links to ${href}, not to ${expected}`;
}
