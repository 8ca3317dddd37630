import { seeded } from '../../tools/bench/texts.ts';
import type { Page } from 'playwright';
import type { Acknowledged, Saver } from './page.ts';
import { newProfile } from './profile-browser.ts';

export interface KillPlan {
  /** The address of the fault page. */
  readonly site: string;
  readonly rounds: number;
  /** What the moments of the kills follow from. */
  readonly seed: number;
}

/** How many acknowledged saves there were over all rounds, and how many of them were not there afterwards. */
export interface SavesLost {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
}

/**
 * Kills the browser again and again while notes are being saved, and looks after each new start for every save that
 * was ever acknowledged. What was acknowledged is known outside the browser, from the moment that it left it. A
 * control ends with the first loss: it has shown then that this way of looking would find one.
 */
export async function killWhileSaving({ site, rounds, seed }: KillPlan, saver: Saver): Promise<SavesLost> {
  const profile = newProfile();
  const random = seeded(seed);
  const acknowledged = new Map<string, Acknowledged>();
  const lost = new Set<string>();
  let saves = 0;
  try {
    for (let kills = 0; ; kills += 1) {
      const browser = await profile.start();
      await browser.context.exposeFunction('acknowledge', (saved: Acknowledged) => {
        saves += 1;
        acknowledged.set(saved[0], saved);
      });
      const page = await browser.openPage(site);
      await page.evaluate(() => window.faults.open());
      const gone = await missing(page, acknowledged);
      for (const id of gone) lost.add(id);
      if (kills === rounds || (saver !== 'store' && lost.size > 0)) {
        await browser.close();
        return { kills, acknowledged: saves, lost: lost.size };
      }
      const before = saves;
      await page.evaluate(([run, by]) => window.faults.saveWithoutEnd(run, by), [
        `r${kills}`,
        saver,
      ] as const);
      await until(() => saves > before);
      await pause(random() * 400);
      await browser.kill();
    }
  } finally {
    profile.remove();
  }
}

/** The longest stretch of typing that a kill has taken, in ms, over all rounds. */
export interface TypingLost {
  readonly rounds: number;
  readonly worst: number;
}

/**
 * Kills the browser while a draft is being typed, and compares what was typed with what is there at the next start.
 * `wait` is the least time between two writings of the draft, in ms; null for the usual one.
 */
export async function killWhileTyping(
  { site, rounds, seed }: KillPlan,
  wait: number | null,
): Promise<TypingLost> {
  const profile = newProfile();
  const random = seeded(seed);
  /** When each letter was typed, from the first. */
  let times: number[] = [];
  let worst = 0;
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const browser = await profile.start();
      await browser.context.exposeFunction('typed', (length: number, time: number) => {
        times[length - 1] = time;
      });
      const page = await browser.openPage(site);
      await page.evaluate(() => window.faults.open());
      if (round > 0) {
        const drafts = new Map(await page.evaluate(() => window.faults.drafts()));
        const kept = drafts.get(`r${round - 1}`)?.length ?? 0;
        worst = Math.max(worst, typedSince(times, kept));
      }
      times = [];
      if (round < rounds) {
        await page.evaluate((given) => window.faults.typeWithoutEnd(...given), [`r${round}`, wait] as const);
        await until(() => times.length > 0);
        await pause(random() * 2000);
      }
      await browser.kill();
    }
    return { rounds, worst };
  } finally {
    profile.remove();
  }
}

/** How long was typed after so many letters, in ms; from the first letter on where none is left. */
function typedSince(times: readonly number[], kept: number): number {
  // What is kept may be more than was heard of before the kill.
  if (kept >= times.length) return 0;
  return times.at(-1)! - times[Math.max(0, kept - 1)]!;
}

/** Saves by the id of their note, the last of each. */
export function byId(saves: readonly Acknowledged[]): Map<string, Acknowledged> {
  return new Map(saves.map((save) => [save[0], save]));
}

/** The ids of acknowledged saves that are not there: no note of that id, an older one, or another text. */
export async function missing(
  page: Page,
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<string[]> {
  const notes = await page.evaluate(() => window.faults.notes());
  const found = new Map(notes.map((note) => [note[0], note]));
  return [...acknowledged.values()].flatMap(([id, revision, body]) => {
    const note = found.get(id);
    const isThere = note && (note[1] > revision || (note[1] === revision && note[2] === body));
    return isThere ? [] : [id];
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 5) {
    if (waited > 20_000) throw new Error('the page did nothing for 20 seconds');
    await pause(5);
  }
}
