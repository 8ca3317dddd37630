// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES, readPreferences, writePreferences } from '../../src/storage/preferences.ts';
import { readPosition, writePosition } from '../../src/storage/reading-position.ts';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});
const refuse = (method: 'getItem' | 'setItem' | 'removeItem') =>
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException('refused', 'SecurityError');
  });

describe('preferences', () => {
  it('are read as they were written', () => {
    const chosen = {
      ...DEFAULT_PREFERENCES,
      theme: 'sepia',
      size: 24,
      keymap: { view: 'x' },
      claims: false,
      words: true,
      wordGroups: ['date', 'hedge'],
    } as const;
    expect(writePreferences(chosen)).toBe(true);
    expect(readPreferences()).toEqual(chosen);
  });
  it.each([
    ['nothing stored', null],
    ['no JSON', '{'],
    ['no object', '3'],
    ['a null', 'null'],
    [
      'wrong types',
      '{"theme":7,"size":"big","leading":null,"measure":[],"claims":"yes","keys":0,"keymap":5,"words":1,"wordGroups":"date"}',
    ],
    ['values out of range', '{"theme":"neon","size":400,"leading":9,"measure":1}'],
  ])('are the usual ones with %s', (_, stored) => {
    if (stored !== null) localStorage.setItem('sidegloss.preferences', stored);
    expect(readPreferences()).toEqual(DEFAULT_PREFERENCES);
  });
  it('keep what is right where something else is wrong', () => {
    localStorage.setItem(
      'sidegloss.preferences',
      '{"theme":"night","size":400,"keymap":{"view":"x","find":3},"wordGroups":["hedge",7,"verdict","date"]}',
    );
    expect(readPreferences()).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'night',
      keymap: { view: 'x' },
      wordGroups: ['date', 'hedge'],
    });
  });
  it('hold for the visit where the browser stores nothing', () => {
    refuse('getItem');
    refuse('setItem');
    expect(readPreferences()).toEqual(DEFAULT_PREFERENCES);
    expect(writePreferences(DEFAULT_PREFERENCES)).toBe(false);
  });
});

describe('the reading position', () => {
  it('is kept for each article, and forgotten at the beginning', () => {
    writePosition('a', { offset: 1200, top: 80.4 });
    expect(readPosition('a')).toEqual({ offset: 1200, top: 80 });
    expect(readPosition('b')).toBeNull();
    writePosition('a', null);
    expect(readPosition('a')).toBeNull();
  });
  it.each(['', 'x', '12', '-3 10', '1.5 10', '7 NaN'])('is none where “%s” is stored', (stored) => {
    localStorage.setItem('sidegloss.position.a', stored);
    expect(readPosition('a')).toBeNull();
  });
  it('does without where the browser stores nothing', () => {
    refuse('getItem');
    refuse('setItem');
    refuse('removeItem');
    expect(readPosition('a')).toBeNull();
    expect(() => writePosition('a', { offset: 5, top: 1 })).not.toThrow();
    expect(() => writePosition('a', null)).not.toThrow();
  });
});
