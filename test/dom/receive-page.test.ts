// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { READY, receivePage } from '../../src/dom/receive-page.ts';

/** A page that opened this one, as far as a window can be told from another one. */
const opener = { postMessage: vi.fn<(message: string, to: string) => void>() };
const stranger = { postMessage: vi.fn<() => void>() };
function send(source: object, data: unknown): void {
  // An event that a test makes takes a real window only, so its source is told in its stead.
  vi.spyOn(MessageEvent.prototype, 'source', 'get').mockReturnValue(source as Window);
  window.dispatchEvent(new MessageEvent('message', { data }));
}
const PAGE = { html: '<p>Words</p>', address: 'https://example.org/a?b#c', title: 'T' };

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  Object.assign(window, { opener });
});

describe('a page that another one opened', () => {
  it('asks it, and takes one message of it and of nobody else', async () => {
    const arrival = receivePage(window);
    expect(opener.postMessage).toHaveBeenLastCalledWith(READY, '*');
    send(stranger, { ...PAGE, html: 'not this' });
    send(window, { ...PAGE, html: 'nor this' });
    send(opener, PAGE);
    send(opener, { ...PAGE, html: 'too late' });
    expect(await arrival).toEqual({ ok: true, page: PAGE });
  });

  it.each([
    ['javascript:alert(1)', null],
    ['file:///home/a.html', null],
    [['https://example.org/'], null],
    ['http://example.org/', 'http://example.org/'],
  ])('takes the address %s as %s', async (address, expected) => {
    const arrival = receivePage(window);
    send(opener, { html: 'x', address, title: 7 });
    expect(await arrival).toEqual({ ok: true, page: { html: 'x', address: expected, title: '' } });
  });

  it.each([
    [null, 'silent'],
    ['<p>', 'silent'],
    [{ html: ' ' }, 'silent'],
    [{ html: ['a'] }, 'silent'],
    [{ html: 'a'.repeat(10_000_001) }, 'too-large'],
  ])('refuses what has another shape or is too large', async (data, reason) => {
    const arrival = receivePage(window);
    send(opener, data);
    expect(await arrival).toEqual({ ok: false, reason });
  });

  it('stops waiting, and does not begin where no page opened it', async () => {
    vi.useFakeTimers();
    const arrival = receivePage(window);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await arrival).toEqual({ ok: false, reason: 'silent' });
    Object.assign(window, { opener: null });
    expect(await receivePage(window)).toEqual({ ok: false, reason: 'alone' });
  });
});
