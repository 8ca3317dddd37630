import { useQuery } from '@tanstack/react-query';
import { offlineCopy } from '../storage/offline-copy.ts';
import { siteAddress } from './site-address.ts';

/** Says that the site works offline once it does, and what that takes; nothing before. */
export function OfflineLine() {
  const { data } = useQuery({
    queryKey: ['offline'],
    queryFn: () => offlineCopy(siteAddress()),
    // It may have come since the line was last drawn.
    staleTime: 0,
  });
  return data ? <span data-offline>Works offline ({tellBytes(data.bytes)} kept).</span> : null;
}

/** A size as people say it. */
export function tellBytes(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
