import { expect, it } from 'vitest';
import { isWebAddress } from '../../../src/core/notes/web-address.ts';

it.each<[string, boolean]>([
  ['https://example.org', true],
  ['HTTP://example.org:8080/a?b=@c#d@e', true],
  ['https://пример.рф/путь', true],
  ['http:example.org', false],
  ['https://', false],
  ['https:///path', false],
  ['//example.org/x', false],
  ['https:\\\\example.org', false],
  ['https://example.org\\@evil.invalid', false],
  ['https://user:pass@example.org/', false],
  ['https://example.org/a b', false],
  ['https://example.org/\u0001', false],
  [' https://example.org', false],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['blob:https://a/1', false],
  ['file:///etc/passwd', false],
  ['mailto:a@example.org', false],
  ['', false],
])('%j may become a link: %s', (text, may) => {
  expect(isWebAddress(text)).toBe(may);
});
