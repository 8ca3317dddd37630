/** What the types don't have yet: https://wicg.github.io/web-app-launch/#launchqueue-interface. */
interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => unknown): void;
}

/**
 * Hears of files that a person opens with the installed site, as the manifest's `file_handlers` offer it; also of
 * those with which this page was opened. Where a browser has no such thing, nothing is ever heard. A file that can't
 * be read any more is left out.
 */
export function receiveLaunched(receive: (files: readonly File[]) => void): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not every browser has it, and the types none
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const readAll = async (): Promise<void> => {
      const read = await Promise.allSettled(files.map((file) => file.getFile()));
      const found = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (found.length > 0) receive(found);
    };
    void readAll();
  });
}
