import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteServer } from '../../tools/serve.ts';
import { fillQuota } from './full.ts';
import { damageDatabase } from './gone.ts';
import { dieWhileWriting } from './half-written.ts';
import { killWhileSaving, killWhileTyping } from './killed.ts';
import { serveFaultPage } from './site.ts';
import { changeOneNoteInTwoTabs, writeInTwoTabs } from './two-tabs.ts';

/** How often each fault is brought about. */
export interface FaultTimes {
  readonly killsWhileSaving: number;
  /** At most so many: a control ends when it has lost a note. */
  readonly killsOfLateControl: number;
  /** The same; 0 leaves it out, because it takes about ten kills to lose one and may take many more. */
  readonly killsOfEarlyControl: number;
  readonly halfWritten: number;
  readonly killsWhileTyping: number;
  /** 0 leaves it out. */
  readonly killsOfTypingControl: number;
  /** Of each kind. */
  readonly damages: number;
  readonly notesInEachTab: number;
  readonly changesOfOneNote: number;
}

/** The most time that a test of its own may take, in ms. */
const LONG = 900_000;
const SEED = 20260301;

/** What a reader's notes survive, in a real browser; each scenario tells its counts in one line. */
export function describeFaults(times: FaultTimes): void {
  let server: SiteServer;
  let site = '';
  beforeAll(async () => {
    server = await serveFaultPage();
    site = server.address;
  });
  afterAll(() => server.stop());

  describe('a browser that is killed', () => {
    it('while saving loses no acknowledged note', { timeout: LONG }, async () => {
      const count = await killWhileSaving({ site, rounds: times.killsWhileSaving, seed: SEED }, 'store');
      tell('killed while saving', count);
      expect(count.lost).toBe(0);
      expect(count.acknowledged).toBeGreaterThanOrEqual(times.killsWhileSaving);
    });

    it('does lose notes of a program that writes late', { timeout: LONG }, async () => {
      const count = await killWhileSaving({ site, rounds: times.killsOfLateControl, seed: SEED }, 'late');
      tell('control: written late', count);
      expect(count.lost).toBeGreaterThan(0);
    });

    it.runIf(times.killsOfEarlyControl > 0)(
      'does lose notes of a program that does not wait for the end',
      { timeout: LONG },
      async () => {
        const count = await killWhileSaving({ site, rounds: times.killsOfEarlyControl, seed: SEED }, 'early');
        tell('control: acknowledged early', count);
        expect(count.lost).toBeGreaterThan(0);
      },
    );

    it(
      'in the middle of writing, and then again, loses no acknowledged note',
      { timeout: LONG },
      async () => {
        const count = await dieWhileWriting(site, times.halfWritten);
        tell('died while writing, and again', count);
        expect(count).toMatchObject({ acknowledged: 40 * times.halfWritten, lost: 0 });
      },
    );

    it('while typing loses at most a second of it', { timeout: LONG }, async () => {
      const count = await killWhileTyping({ site, rounds: times.killsWhileTyping, seed: SEED }, null);
      tell('killed while typing', count);
      expect(count.worst).toBeLessThanOrEqual(1000);
    });

    it.runIf(times.killsOfTypingControl > 0)(
      'does lose more of a draft that is seldom written',
      { timeout: LONG },
      async () => {
        const count = await killWhileTyping({ site, rounds: times.killsOfTypingControl, seed: SEED }, 60_000);
        tell('control: draft seldom written', count);
        expect(count.worst).toBeGreaterThan(1000);
      },
    );
  });

  describe('a database that is damaged behind the page’s back', () => {
    it.each(['corrupt', 'cleared', 'deleted'] as const)(
      'is told every time: %s',
      { timeout: LONG },
      async (damage) => {
        const count = await damageDatabase(site, times.damages, damage);
        tell(`database ${damage}`, { ...count, states: count.states.join(', ') });
        expect(count.silent).toBe(0);
        expect(count.told).toBe(times.damages);
      },
    );
  });

  it(
    'a quota of 2 MB keeps what was acknowledged, and lets the reader export and delete',
    { timeout: LONG },
    async () => {
      const count = await fillQuota(site, 2);
      tell('quota of 2 MB', count);
      expect(count).toMatchObject({
        reason: 'full',
        lostWhileOpen: 0,
        lostAfterReopening: 0,
        exported: count.saved,
      });
      expect(count).toMatchObject({ deleted: 5, falselyLost: 0, afterwards: 'saved' });
      expect(count.saved).toBeGreaterThan(20);
    },
  );

  describe('two tabs', () => {
    it(
      'that write at the same time keep every note, and hear of each within a second',
      { timeout: LONG },
      async () => {
        const each = times.notesInEachTab;
        const count = await writeInTwoTabs(site, each);
        tell('two tabs writing', { each, ...count, heard: count.heard.join(' and ') });
        expect(count).toMatchObject({ kept: 2 * each, heard: [each, each] });
        expect(count.slowest).toBeLessThan(1000);
      },
    );

    it('that change the same note at the same time keep both texts', { timeout: LONG }, async () => {
      const rounds = times.changesOfOneNote;
      const both = await changeOneNoteInTwoTabs(site, rounds);
      tell('same note in two tabs', { rounds, both });
      expect(both).toBe(rounds);
    });
  });
}

function tell(scenario: string, count: object): void {
  const told = Object.entries(count).map(([name, value]) => `${name} ${value}`);
  console.log(`${scenario}: ${told.join(', ')}`);
}
