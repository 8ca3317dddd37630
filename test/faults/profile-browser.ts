import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { BROWSER_ARGUMENTS } from '../../tools/browser.ts';

/** A folder that a browser keeps its data in, from one start to the next. */
export interface Profile {
  /** The files of all IndexedDB databases; the browser must not be running. */
  readonly databaseFiles: () => string[];
  readonly start: () => Promise<RunningBrowser>;
  /** Removes the folder, and ends a browser that a failure has left running in it. */
  readonly remove: () => void;
}

export interface RunningBrowser {
  readonly context: BrowserContext;
  readonly openPage: (address: string) => Promise<Page>;
  /** Ends it as a reader does: it writes what it still has to. */
  readonly close: () => Promise<void>;
  /**
   * Ends every process of it at once, with SIGKILL: nothing in it runs any more. What it had handed to the operating
   * system is still written, so this is a crash of the browser, not a power cut. That each transaction asks the disk
   * itself (`durability: 'strict'`) is tested where transactions are begun.
   */
  readonly kill: () => Promise<void>;
}

/** A profile of its own in the folder for temporary files. */
export function newProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'sidegloss-faults-'));
  const databases = join(folder, 'Default', 'IndexedDB');
  let child: ChildProcess | null = null;
  return {
    databaseFiles: () =>
      readdirSync(databases, { recursive: true, encoding: 'utf8' })
        .map((name) => join(databases, name))
        .filter((path) => statSync(path).isFile())
        .toSorted(),
    start: () => {
      child = launch(folder);
      return connect(child);
    },
    remove: () => {
      if (child?.pid && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function launch(folder: string): ChildProcess {
  return spawn(
    process.env['SIDEGLOSS_BROWSER'] ?? chromium.executablePath(),
    [
      ...BROWSER_ARGUMENTS,
      '--headless=new',
      '--remote-debugging-port=0',
      '--disable-extensions',
      '--disable-default-apps',
      `--user-data-dir=${folder}`,
      'about:blank',
    ],
    // A process group of its own, which can be ended as one.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

async function connect(child: ChildProcess): Promise<RunningBrowser> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const context = browser.contexts()[0]!;
  return {
    context,
    openPage: async (address) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => {});
      await ended;
      await letGo(browser);
    },
    kill: async () => {
      process.kill(-child.pid!, 'SIGKILL');
      await ended;
      await letGo(browser);
    },
  };
}

async function letGo(browser: Browser): Promise<void> {
  await browser.close().catch(() => {});
}

/** Where a browser that is starting can be talked to. Rejects with what it said where it did not start. */
async function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
    child.once('error', reject);
  });
}
