import { appendFileSync, readFileSync } from 'node:fs';
import { seeded } from '../../tools/bench/texts.ts';
import { byId, missing, type SavesLost } from './killed.ts';
import { newProfile } from './profile-browser.ts';

const BLOCK = 32_768;
const HEADER = 7;

/**
 * Leaves in the browser's log what a browser leaves there that dies while it writes: the beginning of a record. The
 * next browser passes over it, rightly, and Chromium writes on behind it; one after that takes the log for spoilt and
 * throws every database of the site away (google/leveldb issue 1287). Of notes saved in the browser between the two,
 * and before, it counts those that are not there in the last.
 */
export async function dieWhileWriting(site: string, rounds: number): Promise<SavesLost> {
  let acknowledged = 0;
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    const profile = newProfile();
    const random = seeded(round);
    try {
      const saves = [];
      for (const run of ['before', 'between']) {
        const browser = await profile.start();
        const page = await browser.openPage(site);
        await page.evaluate(() => window.faults.open());
        const done = await page.evaluate((name) => window.faults.saveSome(name, 20), run);
        saves.push(...done.map((one) => one.saved));
        await browser.kill();
        for (const path of profile.databaseFiles().filter((name) => name.endsWith('.log')))
          if (run === 'before') appendFileSync(path, halfRecord(readFileSync(path).length, random));
      }
      const browser = await profile.start();
      const page = await browser.openPage(site);
      await page.evaluate(() => window.faults.open());
      acknowledged += saves.length;
      lost += (await missing(page, byId(saves))).length;
      await browser.close();
    } finally {
      profile.remove();
    }
  }
  return { kills: 2 * rounds, acknowledged, lost };
}

/** The first part of a record of LevelDB's log that is `at` bytes long: a header that promises more than follows. */
function halfRecord(at: number, random: () => number): Buffer {
  const left = BLOCK - (at % BLOCK);
  // Where a header has no room, the block is filled up with zeros.
  const filling = Buffer.alloc(left < HEADER ? left : 0);
  const room = (left < HEADER ? BLOCK : left) - HEADER;
  const length = Math.min(room, 200 + Math.floor(random() * 800));
  const record = Buffer.alloc(HEADER + Math.floor(length * random() * 0.9));
  for (let byte = HEADER; byte < record.length; byte += 1) record[byte] = Math.floor(random() * 256);
  record.writeUInt32LE(Math.floor(random() * 0xffff_ffff), 0);
  record.writeUInt16LE(length, 4);
  record.writeUInt8(1, 6);
  return Buffer.concat([filling, record]);
}
