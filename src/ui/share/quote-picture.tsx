import { useEffect, useRef, useState } from 'react';
import { askedBy, type Citation, type CitationSource } from '../../core/link/citation.ts';
import { withoutDirective } from '../../core/link/locator.ts';
import { download } from '../../dom/download.ts';
import { drawQuote, pictureFile } from '../../dom/quote-picture.ts';
import styles from './share-quote.module.css';

/** A quote as a picture, in light or dark, to save or to send. */
export function QuotePicture(props: { citation: Citation; source: CitationSource; slot: number }) {
  const { citation, source, slot } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [said, setSaid] = useState('');

  // Synchronises the canvas with what is to be seen on it.
  useEffect(() => {
    if (!canvas.current) return;
    const { words, speaker, question } = citation;
    const content = {
      words,
      speaker: speaker?.name ?? '',
      role: speaker?.role ?? '',
      slot,
      asked: question ? `${askedBy(question)}: “${question.words}”` : '',
      source: [`“${source.title}”`, source.outlet, source.date].filter((part) => part !== null).join(', '),
      address: withoutDirective(source.address ?? '').replace(/^https?:\/\//, ''),
    };
    drawQuote(canvas.current, content, theme).catch(() => setSaid('This browser can’t draw the picture.'));
  }, [citation, slot, source, theme]);

  const save = async (): Promise<void> => {
    if (!canvas.current) return;
    try {
      const file = await pictureFile(canvas.current, 'quote.png');
      download(file.name, file);
      setSaid('Picture saved.');
    } catch {
      setSaid('The picture could not be made. A screenshot of it works.');
    }
  };
  return (
    <section aria-label="Picture of the quote" className={styles['picture']}>
      <canvas aria-label={`Picture of the quote: ${citation.words}`} ref={canvas} role="img" />
      <p className={styles['actions']}>
        <label>
          <input
            checked={theme === 'dark'}
            type="checkbox"
            onChange={(event) => setTheme(event.target.checked ? 'dark' : 'light')}
          />{' '}
          Dark
        </label>
        <button type="button" onClick={() => void save()}>
          Save as PNG
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
