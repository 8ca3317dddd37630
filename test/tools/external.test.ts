import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomeOf, SUITES } from '../../tools/external.ts';
import { EXTERNAL } from '../../tools/external/suite.ts';

describe.skipIf(!existsSync(EXTERNAL))(
  `the test data of others in ${EXTERNAL}, where that is at hand`,
  () => {
    it.each(SUITES.map((suite) => [suite.name, suite] as const))('is met: %s', (_, { cases }) => {
      const failing = cases().filter((one) => outcomeOf(one) !== null);
      expect(failing.map((one) => `${one.name}: ${outcomeOf(one)}`)).toEqual([]);
    });
  },
);
