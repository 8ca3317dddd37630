import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomeOf, SUITES } from '../../tools/external.ts';
import { EXTERNAL } from '../../tools/external/suite.ts';

/** Cases that are not as expected, and why. */
const KNOWN: Record<string, RegExp> = {
  // The fault is in a field whose name is misspelt (`langauage`), and fields that nobody knows are kept.
  'w3c-annotation-model': /^isolated\/.*anno15\b/,
};

describe.skipIf(!existsSync(EXTERNAL))(
  `the test data of others in ${EXTERNAL}, where that is at hand`,
  () => {
    it.each(SUITES.map((suite) => [suite.name, suite] as const))('is met: %s', (name, { cases }) => {
      const failing = cases().filter((one) => !KNOWN[name]?.test(one.name) && outcomeOf(one) !== null);
      expect(failing.map((one) => `${one.name}: ${outcomeOf(one)}`)).toEqual([]);
    });
  },
);
