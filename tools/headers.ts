/**
 * The headers that every answer carries (architecture, invariant 8): nothing is loaded from anywhere but this origin,
 * no inline script or style runs, and strings become HTML or script addresses only through the one Trusted Types
 * policy of `src/dom/trusted.ts`.
 */
const SITE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types sidegloss',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
};

/**
 * The headers of the answer for a path. The page that takes in articles is the only one that lets another site's page
 * hold on to it: the bookmarklet opens it from the page that a reader is on, and hands that page's text over by
 * `postMessage`, which `same-origin` would cut. All that the other page gets of it is a handle to send messages to and
 * to navigate; what it sends is data (`src/dom/receive-page.ts`), and every way on from here is `same-origin` again.
 */
export function headersFor(pathname: string): Readonly<Record<string, string>> {
  return pathname === RECEIVING
    ? { ...SITE_HEADERS, 'Cross-Origin-Opener-Policy': 'unsafe-none' }
    : SITE_HEADERS;
}

const RECEIVING = '/own/new/';

/**
 * The same for hosts that read a `_headers` file (Netlify, Cloudflare Pages). Where several rules fit a path, one of them
 * takes the last and the other joins them with commas: so no two rules that fit a path name the same header. `base` is the
 * path that the site is built for. What is not to be kept without asking is left to the host: that is what they do.
 */
export function headersFile(base: string): string {
  const opener = 'Cross-Origin-Opener-Policy';
  const { [opener]: usual, ...everywhere } = SITE_HEADERS;
  const rules: [path: string, headers: Readonly<Record<string, string | undefined>>][] = [
    ['*', everywhere],
    ...['', ':page/', ':page/claims/', ':page/questions/', ':page/c/:claim/'].map(
      (path): [string, Record<string, string | undefined>] => [path, { [opener]: usual }],
    ),
    [RECEIVING.slice(1), { [opener]: headersFor(RECEIVING)[opener] }],
    ['assets/*', { 'Cache-Control': cacheHeader('/assets/') }],
  ];
  return rules
    .map(([path, headers]) =>
      [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Files whose name carries a hash of their content never change; everything else is asked for again. */
export function cacheHeader(pathname: string): string {
  return pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
