import { describe, expect, it } from 'vitest';
import { isAllowed, licenceFaults } from '../../tools/licences.ts';

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MPL-2.0 OR MIT)', true],
    ['(MIT AND ISC)', true],
    ['(MIT AND GPL-3.0-only)', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN FILE', false],
  ])('%s: %s', (licence, allowed) => {
    expect(isAllowed(licence, new Set(['MIT', 'ISC']))).toBe(allowed);
  });
});

describe('the packages of a lock file', () => {
  const faults = (packages: Parameters<typeof licenceFaults>[0], installed?: unknown) =>
    licenceFaults(packages, () => installed);

  it('may have other licences if they are tools', () => {
    expect(faults({ 'node_modules/a': { license: 'MPL-2.0', dev: true } })).toEqual([]);
    expect(faults({ 'node_modules/a': { license: 'MPL-2.0' } })).toHaveLength(1);
    expect(faults({ 'node_modules/@fontsource/a': { license: 'OFL-1.1' } })).toEqual([]);
    expect(faults({ 'node_modules/a': { license: 'OFL-1.1' } })).toHaveLength(1);
  });

  it('are wrong without a licence, or with another in the package itself', () => {
    expect(faults({ 'node_modules/a': {} })).toHaveLength(1);
    expect(faults({ 'node_modules/a': { license: 'MIT' } }, 'GPL-2.0')).toHaveLength(1);
    expect(faults({ 'node_modules/a': { license: 'MIT' } }, null)).toHaveLength(1);
  });
});
