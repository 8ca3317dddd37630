import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomeOf, SUITES } from '../../tools/external.ts';
import { EXTERNAL } from '../../tools/external/suite.ts';

describe.skipIf(!existsSync(EXTERNAL))(
  `the test data of others in ${EXTERNAL}, where that is at hand`,
  () => {
    it.each(SUITES.map((suite) => [suite.name, suite] as const))(
      'is met: %s',
      async (_, { cases }) => {
        const failing: string[] = [];
        for (const one of cases()) {
          const outcome = await outcomeOf(one);
          if (outcome !== null) failing.push(`${one.name}: ${outcome}`);
        }
        expect(failing).toEqual([]);
      },
      60_000,
    );
  },
);
