import { byId, missing } from './killed.ts';
import { newProfile } from './profile-browser.ts';

const MEGABYTE = 1_000_000;

/** What happened where the browser gave so much room and no more. */
export interface FullCount {
  readonly saved: number;
  /** Why the note after those was not saved. */
  readonly reason: string;
  readonly lostWhileOpen: number;
  readonly lostAfterReopening: number;
  /** How many notes could be had for an export while there was no room. */
  readonly exported: number;
  /** How many could be deleted while there was no room. */
  readonly deleted: number;
  /** How many notes the page then called lost, though the reader had deleted them. */
  readonly falselyLost: number;
  /** What came of a save after there was room again. */
  readonly afterwards: string;
}

/** Saves notes of 20 kB each into a quota of so many megabytes, until there is no room. */
export async function fillQuota(site: string, megabytes: number): Promise<FullCount> {
  const profile = newProfile();
  try {
    const browser = await profile.start();
    const page = await browser.openPage(site);
    const session = await browser.context.newCDPSession(page);
    // Before the database is opened: Chromium looks at the quota then, and again only after half a minute.
    await session.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: megabytes * MEGABYTE });
    await page.evaluate(() => window.faults.open());
    const { saved, reason } = await page.evaluate(() => window.faults.fill('full', 20_000));
    const acknowledged = byId(saved);
    const lostWhileOpen = (await missing(page, acknowledged)).length;
    const exported = await page.evaluate(() => window.faults.countEverything());

    await page.reload();
    await page.evaluate(() => window.faults.open());
    const lostAfterReopening = (await missing(page, acknowledged)).length;

    const first = saved.slice(0, 5).map(([id]) => id);
    const deleted = await page.evaluate((ids) => window.faults.remove(ids), first);
    await page.reload();
    const { lost } = await page.evaluate(() => window.faults.open());
    await session.send('Storage.overrideQuotaForOrigin', { origin: site });
    const again = await page.evaluate(() => window.faults.save('afterwards', 'room again'));
    await browser.close();
    return {
      saved: saved.length,
      reason,
      lostWhileOpen,
      lostAfterReopening,
      exported,
      deleted,
      falselyLost: lost?.notes ?? 0,
      afterwards: typeof again === 'string' ? again : 'saved',
    };
  } finally {
    profile.remove();
  }
}
