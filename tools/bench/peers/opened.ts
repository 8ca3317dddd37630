import type { CDPSession, Page } from 'playwright';
import { processorTime } from './main-thread.ts';
import type { Bench, Run } from './page/main.ts';

/** A page that has a sample, how its browser is asked, and what its contestant can do. */
export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  /** The process that its main thread is in; null where the system doesn't tell. */
  readonly process: number | null;
  readonly parts: { readonly anchor: boolean; readonly paint: boolean };
}

/** What one run gave: mostly ms; and its longest task, ms, 0 where none was of 50 ms or more. */
export interface Figures {
  readonly value: number;
  readonly longest: number;
}

/** Asks the page for something by a function that is sent there. */
export async function ask<Given, Result>(
  page: Page,
  step: (bench: Bench, given: Given) => Promise<Result>,
  given: Given,
): Promise<Result> {
  return (await page.evaluate(`(${step.toString()})(globalThis.bench, ${JSON.stringify(given)})`)) as Result;
}

/**
 * The time that the page's main thread works for a step: script, style, layout and paint, ms. Neither waiting counts nor what
 * other programs take of the machine meanwhile; where the system does not tell of that, both do.
 */
export async function onMainThread(
  { page, process }: Opened,
  step: (bench: Bench) => Promise<Run>,
): Promise<Figures & { readonly ms: number }> {
  const before = process === null ? 0 : processorTime(process);
  const { ms, longest } = await ask(page, step, null);
  return { value: process === null ? ms : processorTime(process) - before, ms, longest };
}

/** What the page holds after its garbage is gone: script's objects, the browser's own for them, and buffers, bytes. */
export async function heapOf(session: CDPSession): Promise<number> {
  // What the first one lets go of may have held more.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
