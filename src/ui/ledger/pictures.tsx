import { memo, useCallback, useId, useMemo, useRef, useState } from 'react';
import { blockAt } from '../../core/anchor/describe.ts';
import { drawAlong } from '../../core/claims/draw-along.ts';
import { drawQuestions, drawTalk } from '../../core/claims/draw-bars.ts';
import { drawMatrix } from '../../core/claims/draw-matrix.ts';
import type { Figure, Look, Target } from '../../core/claims/figure.ts';
import {
  alongTable,
  matrixTable,
  questionsTable,
  rowsOf,
  talkTable,
  type FigureTable,
} from '../../core/claims/figure-tables.ts';
import { ALL_CLAIMS, formatLedgerQuery } from '../../core/claims/ledger-query.ts';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import { claimMatrix, claimsAlong, questionsAsked, talk } from '../../core/claims/who-says-what.ts';
import { csvText } from '../../core/notes/csv-text.ts';
import { quoteFragment } from '../quote-fragment.ts';
import { download } from '../../dom/download.ts';
import { drawFigure } from '../../dom/figure-picture.ts';
import { pictureFile } from '../../dom/quote-picture.ts';
import { fileStem, pathOf } from '../article-pages.ts';
import { badgeOutline } from '../badge.tsx';
import { useKeeping } from '../keeping.ts';
import { useReading, voiceOf } from '../reading.ts';
import { FigureDrawing } from './figure-drawing.tsx';
import { FigureRows } from './figure-rows.tsx';
import { useWidth } from './use-width.ts';
import styles from './pictures.module.css';

/** A figure's numbers, and how it is drawn at a width in px. */
interface Picture {
  readonly table: FigureTable;
  readonly draw: (width: number) => Figure;
}

/** Picture files are laid out at this width, px, whatever the screen is. */
const FILE_WIDTH = 920;

/**
 * Who says what, in pictures: which voice makes claims of which kind, who has how many of the words, who asks and who
 * answers, and where in the text the claims stand. Behind each is a table; each can be saved as PNG and as CSV. `rows` are
 * the claims of the open article, all of them, and the article is read as the reader has corrected it. Drawn again only
 * with other rows: what is typed above changes none.
 */
export const Pictures = memo(function Pictures({ rows }: { rows: readonly LedgerRow[] }) {
  const pictures = usePictures(rows);
  const section = useRef<HTMLElement>(null);
  const width = useWidth(section);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['pictures']} ref={section}>
      <h2 id={id}>Who says what</h2>
      {pictures.map(({ table, draw }) => (
        <PictureOf draw={draw} key={table.name} table={table} width={width} />
      ))}
    </section>
  );
});

function usePictures(rows: readonly LedgerRow[]): readonly Picture[] {
  const reading = useReading();
  return useMemo(() => {
    const { article } = reading;
    const looks = (speaker: string): Look => {
      const { slot, initials } = voiceOf(reading, speaker);
      return { slot, initials, ...badgeOutline(slot) };
    };
    const pictures: Picture[] = [];
    if (rows.length > 0) {
      const matrix = claimMatrix(article, rows);
      pictures.push({ table: matrixTable(matrix), draw: (width) => drawMatrix(matrix, looks, width) });
    }
    const said = talk(article);
    if (said.length > 0)
      pictures.push({ table: talkTable(said, article), draw: (width) => drawTalk(said, looks, width) });
    const asked = questionsAsked(article);
    if (asked.length > 0)
      pictures.push({ table: questionsTable(asked), draw: (width) => drawQuestions(asked, looks, width) });
    const along = claimsAlong(article, rows);
    if (along.placed > 0)
      pictures.push({
        table: alongTable(along, article),
        draw: (width) => drawAlong(along, article, looks, width),
      });
    return pictures;
  }, [reading, rows]);
}

/** Links to words are made for so many; further ones lead to the words' paragraph, which takes no search for them. */
const EXACT = 400;

function useAddresses(rows: number): (target: Target) => string {
  const { article, published } = useReading();
  return useCallback(
    (target) => {
      if (target.to === 'rows') {
        const asked = { ...ALL_CLAIMS, voice: [target.speaker], kind: [target.kind] };
        return pathOf(published.slug, 'claims') + formatLedgerQuery(asked);
      }
      const { span } = target;
      const fragment =
        rows > EXACT ? `#${blockAt(article, span.start)?.id ?? ''}` : quoteFragment(article, span);
      return pathOf(published.slug, 'text') + fragment;
    },
    [article, published, rows],
  );
}

function PictureOf({ table, draw, width }: Picture & { width: number }) {
  const id = useId();
  const figure = useMemo(() => draw(width), [draw, width]);
  const addressOf = useAddresses(table.rows.length);
  return (
    <figure className={styles['picture']}>
      <figcaption>
        <h3 id={id}>{table.title}</h3>
        <p>{table.about}</p>
      </figcaption>
      <FigureDrawing addressOf={addressOf} figure={figure} labelledBy={id} onFollow={showRows} />
      <div className={styles['foot']}>
        <details className={styles['behind']}>
          <summary>As a table</summary>
          <FigureRows addressOf={addressOf} table={table} />
        </details>
        <Files draw={draw} table={table} />
      </div>
    </figure>
  );
}

/** The ledger is on this page: the address says which of its rows, and the page goes there. */
function showRows(target: Target): void {
  if (target.to !== 'rows') return;
  const ledger = document.getElementById('ledger');
  if (!ledger) return;
  ledger.tabIndex = -1;
  ledger.scrollIntoView({ behavior: 'instant' });
  ledger.focus({ preventScroll: true });
}

/** The figure as files. */
function Files({ table, draw }: Picture) {
  const { published } = useReading();
  const { now } = useKeeping();
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const name = `${fileStem(published.slug)}-who-says-what-${table.name}`;

  const savePicture = async (): Promise<void> => {
    if (!place.current) return;
    try {
      const canvas = document.createElement('canvas');
      const { title, about } = table;
      const source = `“${published.title}”, ${now().slice(0, 10)}`;
      await drawFigure(canvas, { figure: draw(FILE_WIDTH), title, about, source }, place.current);
      const file = await pictureFile(canvas, `${name}.png`);
      download(file.name, file);
      setSaid('Picture saved.');
    } catch {
      setSaid('The picture could not be made. A screenshot of it works.');
    }
  };
  const saveTable = (): void => {
    download(`${name}.csv`, new Blob([csvText(rowsOf(table))], { type: 'text/csv;charset=utf-8' }));
    setSaid('Table saved.');
  };
  return (
    <div className={`${styles['files']} needs-script`} ref={place}>
      <span role="status">{said}</span>
      <button aria-label={`PNG of ${table.title}`} type="button" onClick={() => void savePicture()}>
        PNG
      </button>
      <button aria-label={`CSV of ${table.title}`} type="button" onClick={saveTable}>
        CSV
      </button>
    </div>
  );
}
