import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomeOf, SUITES, whatIsForgotten } from '../../tools/external.ts';
import { EXTERNAL } from '../../tools/external/suite.ts';

describe.skipIf(!existsSync(EXTERNAL))(
  `the test data of others in ${EXTERNAL}, where that is at hand`,
  () => {
    it.each(SUITES.map((suite) => [suite.name, suite] as const))(
      'is met: %s',
      async (_, { cases }) => {
        const failing: string[] = [];
        for (const one of cases()) {
          if ('notOurs' in one) continue;
          const outcome = await outcomeOf(one);
          if (outcome !== null) failing.push(`${one.name}: ${outcome}`);
        }
        expect(failing).toEqual([]);
      },
      60_000,
    );

    // After the others: what they have read is remembered.
    it('is looked at as a whole: each folder has a suite, and each file is read by it', () => {
      expect(whatIsForgotten()).toEqual([]);
    });
  },
);
