import { afterEach, expect, it, vi } from 'vitest';
import { receiveLaunched } from '../../src/dom/launched-files.ts';

type Consume = (launch: { files: object[] }) => void;
afterEach(() => vi.unstubAllGlobals());

it('files that are opened with the site are handed over, but for those that can’t be read', async () => {
  let consume: Consume | undefined;
  vi.stubGlobal('launchQueue', { setConsumer: (given: Consume) => (consume = given) });
  const received: string[][] = [];
  receiveLaunched((files) => received.push(files.map(({ name }) => name)));
  const gone = { getFile: () => Promise.reject(new Error('gone')) };
  consume!({ files: [{ getFile: () => Promise.resolve(new File(['x'], 'a.txt')) }, gone] });
  consume!({ files: [gone] });
  consume!({ files: [] });
  await vi.waitFor(() => expect(received).toEqual([['a.txt']]));
});

it('a browser that has no such thing is left alone', () => {
  expect(() => receiveLaunched(() => undefined)).not.toThrow();
});
