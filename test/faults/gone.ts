import { rmSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright';
import { seeded } from '../../tools/bench/texts.ts';
import { byId, missing } from './killed.ts';
import { newProfile, type Profile, type RunningBrowser } from './profile-browser.ts';

/** What can happen to a database behind the page's back. */
export type Damage = 'corrupt' | 'cleared' | 'deleted';

/** What became of notes that had been acknowledged before the damage; each round is one of these. */
export interface DamageCount {
  /** The page said that as many notes are gone as are, or more; or how many were in a database that can't be read. */
  readonly told: number;
  /** Nothing was said, and every note was there as it had been. */
  readonly unharmed: number;
  /** Nothing was said, or too little, and something was gone. */
  readonly silent: number;
  /** What was said in each round. */
  readonly states: readonly string[];
}

const NOTES = 20;

/** Damages the database of a browser again and again, and looks each time what the page says when it is opened. */
export async function damageDatabase(site: string, rounds: number, damage: Damage): Promise<DamageCount> {
  const states: string[] = [];
  const count = { told: 0, unharmed: 0, silent: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const profile = newProfile();
    try {
      const browser = await profile.start();
      const page = await browser.openPage(site);
      await page.evaluate(() => window.faults.open());
      const saved = await page.evaluate((many) => window.faults.saveSome('kept', many), NOTES);
      const { browser: after, page: reopened } = await DAMAGES[damage]({
        profile,
        browser,
        page,
        site,
        round,
      });
      const said = await reopened.evaluate(() => window.faults.open());
      const gone = await missing(reopened, byId(saved.map((one) => one.saved)));
      const isTold =
        said.state === 'kept' ? said.lost && said.lost.notes >= gone.length : said.held?.notes === NOTES;
      count[isTold ? 'told' : gone.length === 0 ? 'unharmed' : 'silent'] += 1;
      states.push(said.state === 'kept' ? `${said.lost?.notes ?? 0} lost` : said.state);
      await after.close();
    } finally {
      profile.remove();
    }
  }
  return { ...count, states };
}

interface Damaging {
  readonly profile: Profile;
  readonly browser: RunningBrowser;
  readonly page: Page;
  readonly site: string;
  readonly round: number;
}

const DAMAGES: Record<Damage, (damaging: Damaging) => Promise<{ browser: RunningBrowser; page: Page }>> = {
  /** Every file of the database, or the one that a round is about, has bytes overwritten while no browser runs. */
  corrupt: async (damaging) => {
    await damaging.browser.close();
    const files = damaging.profile.databaseFiles().filter((path) => !/LOCK$|LOG(\.old)?$/.test(path));
    const kinds = ['', '.log', 'MANIFEST', 'CURRENT', '.ldb'];
    const kind = kinds[damaging.round % kinds.length]!;
    const hit = files.filter((path) => basename(path).includes(kind));
    const random = seeded(damaging.round);
    for (const path of hit.length > 0 ? hit : files) overwrite(path, random);
    return startAgain(damaging);
  },
  /** As a reader clears site data, but of one kind, while the page is open. */
  cleared: async ({ browser, page, site }) => {
    const session = await browser.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
    await page.reload();
    return { browser, page };
  },
  deleted: async (damaging) => {
    await damaging.browser.close();
    for (const path of damaging.profile.databaseFiles()) rmSync(path);
    return startAgain(damaging);
  },
};

async function startAgain({ profile, site }: Damaging): Promise<{ browser: RunningBrowser; page: Page }> {
  const browser = await profile.start();
  return { browser, page: await browser.openPage(site) };
}

/** Overwrites the middle half of a file by chance. */
function overwrite(path: string, random: () => number): void {
  const bytes = readFileSync(path);
  const from = Math.floor(bytes.length / 4);
  for (let at = from; at < from + Math.ceil(bytes.length / 2); at += 1)
    bytes[at] = Math.floor(random() * 256);
  writeFileSync(path, bytes);
}
