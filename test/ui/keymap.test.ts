// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { actionOf, ALL_ACTIONS, keysOf, ownerOf } from '../../src/ui/keymap.ts';

const press = (key: string, some: KeyboardEventInit = {}, target: Element = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, ...some });
  Object.defineProperty(event, 'target', { value: target });
  return event;
};

describe('single keys', () => {
  it('act by what they print, so that Q is not q', () => {
    expect(actionOf(press('q'), {})).toBe('nextQuestion');
    expect(actionOf(press('Q', { shiftKey: true }), {})).toBe('previousQuestion');
    expect(actionOf(press('x'), {})).toBeNull();
  });
  it('never act with Ctrl, Meta or Alt, but AltGr is how some keyboards print [ and ]', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'])
      expect(actionOf(press('v', { [modifier]: true }), {})).toBeNull();
    expect(actionOf(press(']', { ctrlKey: true, altKey: true, modifierAltGraph: true }), {})).toBe(
      'nextNote',
    );
  });
  it('never act while something is typed or composed', () => {
    expect(actionOf(press('v', { isComposing: true }), {})).toBeNull();
    for (const [markup, acts] of [
      ['<input>', false],
      ['<input type="search">', false],
      ['<textarea></textarea>', false],
      ['<select></select>', false],
      ['<p contenteditable></p>', false],
      ['<input type="radio">', true],
      ['<button></button>', true],
    ] as const) {
      const holder = document.createElement('div');
      holder.innerHTML = markup;
      expect(actionOf(press('v', {}, holder.firstElementChild!), {}) !== null, markup).toBe(acts);
    }
  });
  it('can be changed by the reader', () => {
    expect(actionOf(press('x'), { view: 'x' })).toBe('view');
    expect(actionOf(press('v'), { view: 'x' })).toBeNull();
  });
  it('are each for one thing', () => {
    const keys = keysOf({});
    expect(new Set(keys.values()).size).toBe(ALL_ACTIONS.length);
    for (const action of ALL_ACTIONS) expect(ownerOf(keys.get(action)!, keys)).toBe(action);
  });
});
