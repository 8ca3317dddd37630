import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** What keeps a Chromium from asking the network for things that no test wants; as root it can't have its sandbox. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** The path of a Chromium: Playwright's own, or one on the PATH; null where there is none. */
export function findBrowser(): string | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

/** As root on Debian: installs the distribution's Chromium. Null where that is not possible or did not work. */
export function installBrowser(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  try {
    const install = ['install', '-y', '--no-install-recommends', 'chromium'];
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'] as const,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    try {
      execFileSync('apt-get', install, { ...options, stdio: ['ignore', 'ignore', 'ignore'] });
    } catch {
      execFileSync('apt-get', ['update'], { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
      execFileSync('apt-get', install, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  } catch {
    return null;
  }
  return findBrowser();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
