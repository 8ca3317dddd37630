import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Frame, type Request } from 'playwright';
import { BROWSER_ARGUMENTS } from '../../tools/browser.ts';

/** Markup that is to run a script, fetch something or lead away, and where it is from. */
export interface Vector {
  readonly name: string;
  readonly html: string;
}

/** Written for this project, so that the tests stand by themselves: a few of each kind. */
const OWN: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<body onload=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe src="javascript:parent.alert(1)"></iframe>',
  '<a href="javascript:alert(1)">words</a>',
  '<a href=" &#1;java&Tab;script:alert(1)">words</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>words</text></a></svg>',
  '<form action="javascript:alert(1)"><button>words</button></form>',
  '<button formaction="javascript:alert(1)" form=f>words</button><form id=f></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>words</details>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=https://outside.example/refresh">',
  '<base href="https://outside.example/"><img src=relative.png><script src=relative.js></script>',
  '<link rel=stylesheet href=https://outside.example/a.css><img src=https://outside.example/a.png>',
  '<style>@import "https://outside.example/b.css"; body{background:url(https://outside.example/b.png)}</style>',
  '<div style="background:url(https://outside.example/c.png)">words</div>',
  '<video src=https://outside.example/d.mp4 poster=https://outside.example/d.png onerror=alert(1)></video>',
  '<form action=https://outside.example/form><input name=a value=b><button>words</button></form>',
  '<a href=https://outside.example/link ping=https://outside.example/ping>words</a>',
  '[words](javascript:alert(1)) <https://outside.example/> ![x](https://outside.example/e.png)',
  '"><img src=x onerror=alert(1)><!--',
  '</textarea></title></style><script>alert(1)</script>',
];

const OTHERS = '../shared/data/external/xss';
/** Whether others' vectors are at hand. */
export const hasOthers = existsSync(OTHERS);

/** Our own vectors, and where they are at hand html5sec, OWASP's filter evasion and the links of sanitize-url. */
export function allVectors(): Vector[] {
  const own = OWN.map((html, index) => ({ name: `own ${index}`, html }));
  if (!hasOthers) return own;
  const list = <T>(file: string): T[] => JSON.parse(readFileSync(`${OTHERS}/${file}.json`, 'utf8')) as T[];
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return [
    ...own,
    ...list<{ id: number; html: string }>('html5sec').map(({ id, html }) => ({
      name: `html5sec ${id}`,
      html,
    })),
    ...list<{ id: number; payload: string }>('owasp-filter-evasion').map(({ id, payload }) => ({
      name: `owasp ${id}`,
      html: payload,
    })),
    ...list<{ id: number; input: string | null }>('sanitize-url').map(({ id, input }) => ({
      name: `sanitize-url ${id}`,
      html: `<a href="${escaped(input ?? '')}">words</a>`,
    })),
  ];
}

/** What a page did that it must not: scripts that ran, what it fetched from elsewhere, where it tried to go. */
export interface Harm {
  readonly ran: string[];
  readonly fetched: string[];
  readonly left: string[];
}

export const noHarm = (): Harm => ({ ran: [], fetched: [], left: [] });

/** Where the pages of these tests are, of which no server knows. */
export const SITE = 'https://attacked.example';
/** So many documents are open at once, each in a frame of its own. */
const BATCH = 50;
/** So many batches are. */
const BATCHES = 3;
/** What is not done after so long, ms, is not done: vectors act at once, or when they are pressed. */
const PATIENCE = 1_200;
/** How long all documents of a batch may take to be asked for, ms. One that leads away at once is never asked for. */
const ASKING = 4_000;

/** A browser for one piece of work. */
export async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const path = process.env['SIDEGLOSS_BROWSER'];
  const browser = await chromium.launch({
    args: [...BROWSER_ARGUMENTS],
    ...(path !== undefined && { executablePath: path }),
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Opens each HTML as a document of its own with these headers, presses and points at whatever is in it, and says what
 * came of each. They stand in frames, many at once, so the headers may not forbid that. Nothing leaves the machine:
 * whatever is asked for elsewhere is answered here, with nothing.
 */
export async function openEach(
  documents: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<Harm[]> {
  const harms = documents.map(noHarm);
  const frames = (from: number): string =>
    documents
      .slice(from, from + BATCH)
      // All but the page around them is theirs to use.
      .map(
        (_, index) =>
          `<iframe sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-popups" src="/${from + index}"></iframe>`,
      )
      .join('');
  await inBrowser(async (browser) => {
    const openBatch = async (from: number): Promise<void> => {
      const context = await browser.newContext();
      const asked = new Set<string>();
      await watch(context, (frame) => harms[numberOf(frame)] ?? null);
      await context.route(`${SITE}/**`, (route) => {
        const index = /^\/(\d+)$/.exec(new URL(route.request().url()).pathname)?.[1];
        if (route.request().url() === `${SITE}/all`)
          return route.fulfill({ contentType: 'text/html', body: `<!doctype html>${frames(from)}` });
        if (index !== undefined) asked.add(index);
        return index === undefined
          ? route.fulfill({ status: 404, body: '' })
          : route.fulfill({
              headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
              body: documents[Number(index)]!,
            });
      });
      const page = await context.newPage();
      // Not for its load: there are documents that never finish.
      await page.goto(`${SITE}/all`, { waitUntil: 'domcontentloaded' });
      const count = Math.min(BATCH, documents.length - from);
      for (const began = Date.now(); asked.size < count && Date.now() - began < ASKING;)
        // oxlint-disable-next-line no-await-in-loop
        await page.waitForTimeout(50);
      await page.waitForTimeout(PATIENCE);
      await Promise.all(page.frames().map(pressAll));
      await page.waitForTimeout(PATIENCE);
      await context.close();
    };
    // Some batches at a time, or the machine would be what is tested.
    const starts = Array.from({ length: Math.ceil(documents.length / BATCH) }, (_, batch) => batch * BATCH);
    const openNext = async (): Promise<void> => {
      for (let from = starts.shift(); from !== undefined; from = starts.shift())
        // oxlint-disable-next-line no-await-in-loop
        await openBatch(from);
    };
    await Promise.all(Array.from({ length: BATCHES }, openNext));
  });
  return harms;
}

/** The number of the document that a frame belongs to, or of the one around it; -1 for none. */
function numberOf(frame: Frame | null): number {
  for (let at = frame; at; at = at.parentFrame()) {
    const number = /^https:\/\/attacked\.example\/(\d+)/.exec(at.url())?.[1];
    if (number !== undefined) return Number(number);
  }
  return -1;
}

/**
 * Writes down all that the pages of a context do from now on that they must not, where `harmOf` says for the frame that
 * did it: scripts that can be seen to run, and requests to anywhere but the site.
 */
export async function watch(
  context: BrowserContext,
  harmOf: (frame: Frame | null) => Harm | null,
  site = SITE,
): Promise<void> {
  await context.exposeBinding('sideglossRan', ({ frame }, what: string) => {
    harmOf(frame)?.ran.push(what);
  });
  await context.addInitScript(hook);
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      harmOf(page.mainFrame())?.ran.push(`dialog ${dialog.type()}`);
      void dialog.dismiss().catch(() => undefined);
    });
  });
  await context.route(
    (url) => url.origin !== new URL(site).origin,
    (route) => {
      const request = route.request();
      const harm = harmOf(frameOf(request));
      (request.isNavigationRequest() ? harm?.left : harm?.fetched)?.push(request.url());
      return route.fulfill({ status: 204 });
    },
  );
}

/** The frame that asks; null where it is gone, or is none. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** In every frame, before anything else: what a script would call to be seen says so. */
function hook(): void {
  const tell = (what: string): void =>
    (globalThis as unknown as { sideglossRan: (what: string) => void }).sideglossRan(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    Object.defineProperty(globalThis, name, { value: () => tell(name), configurable: true });
  }
}

/** Presses and points at everything in a frame that may be waiting for it. */
export async function pressAll(frame: Frame): Promise<void> {
  const press = frame.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      const names = [...element.attributes].map(({ name }) => name.toLowerCase());
      const waits = names.some((name) => /^on|href$|^formaction$/.test(name));
      if (!waits && !element.matches('button, input, area, math *')) continue;
      for (const type of ['mouseover', 'mousemove', 'mousedown', 'focus', 'click'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
    }
  });
  // A frame that is on its way elsewhere, or wedged, can't be asked.
  await Promise.race([press.catch(() => undefined), new Promise((later) => setTimeout(later, 1_000))]);
}
