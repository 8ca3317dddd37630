import type { View } from '../../core/link/view.ts';
import { pathOf } from '../article-pages.ts';
import type { Notebook } from '../notes/notebook.ts';
import { useReading } from '../reading.ts';
import { SiteLinks } from '../site-links.tsx';
import type { Panel } from './panels.tsx';
import type { Place } from './use-place.ts';
import { Toolbar, type Tool } from './toolbar.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { VoiceStrip } from './voice-strip.tsx';
import styles from './top-bar.module.css';

/** Name and library, the switch of views, the tools, and under them the strip of voices. */
export function TopBar(props: {
  view: View;
  onView: (view: View) => void;
  onPanel: (panel: Panel) => void;
  place: Place;
  onGo: (offset: number) => void;
  /** The reader's notes on the article, and those of them that have a place in it. */
  own: Pick<Notebook, 'all' | 'placed'>;
}) {
  const { view, onView, onPanel, place, onGo, own } = props;
  const { article, notes, published } = useReading();
  // A copy of a published claim stands in its place.
  const claims = [...notes, ...own.all].filter(({ claim }) => claim && claim.copyOf === undefined).length;
  const tools: Tool[] = [
    { id: 'search', label: 'Search', icon: 'search', opens: true, act: () => onPanel('find') },
    { id: 'voices', label: 'Voices', icon: 'voices', opens: true, act: () => onPanel('voices') },
    {
      id: 'claims',
      label: 'Claims',
      icon: 'claims',
      count: claims,
      href: pathOf(published.slug, 'claims'),
    },
    {
      id: 'notes',
      label: 'Notes',
      icon: 'notes',
      count: own.all.length,
      opens: true,
      act: () => onPanel('notes'),
    },
    { id: 'type', label: 'Aa', opens: true, act: () => onPanel('type') },
    { id: 'share', label: 'Share', icon: 'share', opens: true, act: () => onPanel('share') },
  ];
  return (
    <>
      {/* On a phone the name scrolls away with the page, and the bar is for reading. */}
      <div className={styles['above']}>
        <SiteLinks />
      </div>
      <header className={styles['bar']} data-bar>
        <div className={styles['row']}>
          <div className={styles['inRow']}>
            <SiteLinks />
          </div>
          <div className={`${styles['switch']} needs-script`}>
            {article.exchanges.length > 0 && <ViewSwitch view={view} onView={onView} />}
          </div>
          <div className={`${styles['tools']} needs-script`}>
            <Toolbar tools={tools} />
          </div>
        </div>
        <div className="needs-script">
          <VoiceStrip own={own.placed} place={place} onGo={onGo} />
        </div>
      </header>
    </>
  );
}
