import { receivePage } from '../dom/receive-page.ts';
import { takeShared } from '../storage/shared-in.ts';
import type { Taken } from '../ui/bring/doors.ts';

const doors = () => import('../ui/bring/doors.ts');

/** What came under each query of this visit: React may draw a page more than once, and what was shared is there once. */
const arrivals = new Map<string, Promise<Taken>>();

/**
 * What comes to the page for bringing texts in from elsewhere, as its address says: from the bookmarklet, or shared by
 * another app. Null where nothing does.
 */
export function arriving(search: URLSearchParams): Promise<Taken> | null {
  const shared = search.get('shared');
  const isSent = search.get('from') === 'page';
  if (!isSent && shared === null) return null;
  const key = search.toString();
  const arrival = arrivals.get(key) ?? (isSent ? fromPage() : sharedIn(shared ?? ''));
  arrivals.set(key, arrival);
  return arrival;
}

async function fromPage(): Promise<Taken> {
  const [arrival, { takePage }] = await Promise.all([receivePage(window), doors()]);
  return takePage(arrival);
}

async function sharedIn(outcome: string): Promise<Taken> {
  const { takeSharedIn } = await doors();
  if (outcome === '1') return takeSharedIn(await takeShared());
  const message =
    outcome === 'too-large'
      ? 'What was shared is larger than 10 MB. Share a part of it, or paste its text here.'
      : 'What was shared could not be kept by this browser. Paste the text here.';
  return { ok: false, reason: outcome === 'too-large' ? 'too-large' : 'unreadable', message, kept: null };
}
