import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownHost } from '../../../src/core/notes/shown-host.ts';
import { hostOf, isWebAddress, misleads } from '../../../src/core/notes/web-address.ts';

describe('the host that a link leads to', () => {
  it.each<[words: string, address: string, shown: string | null]>([
    ['Bank', 'https://evil.example/bank', 'evil.example'],
    ['https://bank.example', 'https://evil.example/', 'evil.example'],
    ['Bank', 'https://evil.example:8443/x', 'evil.example:8443'],
    ['Bank', 'https://EVIL.example', 'evil.example'],
    ['Bank', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    // Cyrillic а and ѕ.
    ['bank.example', 'https://b\u0430nk.example/', 'xn--bnk-6cd.example'],
    ['München', 'https://münchen.example/', 'xn--mnchen-3ya.example'],
    ['x', 'https://президент.example/', 'xn--d1abbgf6aiiy.example'],
    ['x', 'https://例え。example/', 'xn--r8jz45g.example'],
    ['https://evil.example/a', 'https://evil.example/a', null],
    ['evil.example', 'https://evil.example/a', null],
    ['x', 'https://bank.example@evil.example/', null],
    ['x', 'https://user:bank.example@evil.example/', null],
    ['x', 'javascript:alert(1)', null],
    ['x', '//evil.example/', null],
  ])('beside “%s”, %s: %s', (words, address, shown) => {
    expect(shownHost(words, address)).toBe(shown);
  });

  it('is written as a browser writes it', () => {
    const letter = fc.constantFrom(...Array.from('abcxyz0189äéñçøåþабвгджяαβγδ漢字仮名ü'));
    const label = fc.array(letter, { minLength: 1, maxLength: 20 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(label, (made) => {
        const address = `https://${made}.example/`;
        expect(shownHost('', address)).toBe(new URL(address).host);
      }),
    );
  });
});

it.each([
  ['an account that looks like a host', 'https://bank.example@evil.example/'],
  ['letters turned round in the path', 'https://evil.example/\u202Efdp.exe'],
  ['letters turned round in the host', 'https://evil.\u202Eelpmaxe/'],
  ['an invisible letter in the host', 'https://bank\u200b.example/'],
  ['a soft hyphen in the host', 'https://ba\u00adnk.example/'],
  ['a host longer than there can be', `https://${'a.'.repeat(200)}example/`],
  ['a tab in the scheme', 'java\tscript:alert(1)'],
  ['a line end before the scheme', '\njavascript:alert(1)'],
  ['a null in the address', 'https://evil.example/\0'],
  ['a blob', 'blob:https://bank.example/1'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/html,x'],
])('%s makes no link', (_, address) => {
  expect(isWebAddress(address)).toBe(false);
  expect(hostOf(address)).toBe('');
});

it.each<[words: string, address: string, isSo: boolean]>([
  ['bank.example', 'https://evil.example/', true],
  ['https://bank.example/login', 'https://evil.example/', true],
  ['Log in at bank.example.', 'https://evil.example/', true],
  ['b\u0430nk.example', 'https://xn--bnk-6cd.example/', true],
  ['bank.example', 'https://bank.example.evil.example/', true],
  ['bank.example', 'https://notbank.example/', true],
  ['bank.example', 'https://bank.example/login', false],
  ['bank.example', 'https://www.bank.example:8080/', false],
  ['www.bank.example', 'https://bank.example/', false],
  ['the bank', 'https://evil.example/', false],
  ['3.5 percent', 'https://evil.example/', false],
  ['evil.example, once bank.example', 'https://evil.example/', true],
  ['… Bank.Example', 'https://evil.example/', true],
  ['.bank.example', 'https://evil.example/', true],
  ['well...no', 'https://evil.example/', false],
  ['a.b.c.d.', 'https://evil.example/', false],
])('“%s” on a link to %s misleads: %s', (words, address, isSo) => {
  expect(misleads(words, address)).toBe(isSo);
});
