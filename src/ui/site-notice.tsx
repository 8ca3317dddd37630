import { StandingNotice } from './standing-notice.tsx';

/** What a page says of the site that it is a page of. */
export type SiteNews = 'new-version' | 'part-missing';

const TOLD: Record<SiteNews, { what: string; reload: string }> = {
  'new-version': {
    what: 'A new version of Sidegloss is ready. What you have written is kept, also what is not finished.',
    reload: 'Reload now',
  },
  'part-missing': {
    what: 'A part of this page could not be fetched: there is no network, or the site has changed since you opened the page. What you have written is kept. Reload the page and try again.',
    reload: 'Reload',
  },
};

/** Says what there is to say of the site, and offers to load the page again. Nothing is loaded by itself. */
export function SiteNotice(props: { news: SiteNews; onReload: () => void; onLater: () => void }) {
  const { what, reload } = TOLD[props.news];
  return (
    <StandingNotice
      about="site"
      actions={[
        [reload, props.onReload],
        ['Later', props.onLater],
      ]}
      what={what}
    />
  );
}
