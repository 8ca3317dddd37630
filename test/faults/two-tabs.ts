import type { Page } from 'playwright';
import { newProfile } from './profile-browser.ts';

/** What two tabs came to that wrote at the same time. */
export interface TabsCount {
  readonly kept: number;
  /** How many notes of the other each tab heard of. */
  readonly heard: readonly [number, number];
  /** The longest from a note's acknowledgement in one tab to its news in the other, in ms. */
  readonly slowest: number;
}

/** Lets two tabs write so many notes each, as fast as they can. */
export async function writeInTwoTabs(site: string, each: number): Promise<TabsCount> {
  return withTwoTabs(site, async (tabs, saw) => {
    const times = await Promise.all(
      tabs.map((tab, number) =>
        tab.evaluate(([run, many]) => window.faults.saveSome(run, many), [`tab${number}`, each] as const),
      ),
    );
    const heardBy = (tab: 0 | 1): number =>
      [...saw[tab].keys()].filter((id) => id.startsWith(`tab${1 - tab}`)).length;
    for (let waited = 0; waited < 1000 && heardBy(0) + heardBy(1) < 2 * each; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const delays = times.flatMap((all, tab) =>
      all.map(({ saved, time }) => (saw[tab === 0 ? 1 : 0].get(saved[0]) ?? Infinity) - time),
    );
    return {
      kept: (await tabs[0]!.evaluate(() => window.faults.notes())).length,
      heard: [heardBy(0), heardBy(1)],
      slowest: Math.max(...delays),
    };
  });
}

/** Lets two tabs change the same note at the same time, so many times: how often both texts were kept. */
export async function changeOneNoteInTwoTabs(site: string, rounds: number): Promise<number> {
  return withTwoTabs(site, async (tabs) => {
    let both = 0;
    for (let round = 0; round < rounds; round += 1) {
      const id = `note${round}`;
      await tabs[0]!.evaluate((of) => window.faults.save(of, 'first'), id);
      const texts = [`${id} from one`, `${id} from two`];
      await Promise.all(
        tabs.map((tab, at) =>
          tab.evaluate(([of, text]) => window.faults.save(of, text, 1), [id, texts[at]!] as const),
        ),
      );
      const bodies = new Set((await tabs[1]!.evaluate(() => window.faults.notes())).map((note) => note[2]));
      if (texts.every((text) => bodies.has(text))) both += 1;
    }
    return both;
  });
}

/** Two tabs of one browser, and when each saw which note of another tab first. */
async function withTwoTabs<Result>(
  site: string,
  work: (tabs: readonly Page[], saw: readonly [Map<string, number>, Map<string, number>]) => Promise<Result>,
): Promise<Result> {
  const profile = newProfile();
  const saw = [new Map<string, number>(), new Map<string, number>()] as const;
  try {
    const browser = await profile.start();
    const tabs = [await browser.openPage(site), await browser.openPage(site)];
    for (const [number, tab] of tabs.entries()) {
      await tab.exposeFunction('saw', (id: string, time: number) => {
        const seen = saw[number]!;
        if (!seen.has(id)) seen.set(id, time);
      });
      await tab.evaluate(async () => {
        await window.faults.open();
        window.faults.watch();
      });
    }
    const result = await work(tabs, saw);
    await browser.close();
    return result;
  } finally {
    profile.remove();
  }
}
