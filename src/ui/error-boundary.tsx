import { Component, type ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './notice.module.css';

/** Keeps a page from going white when something in its drawing fails; where it is about an article, its bare text stays. */
export class ErrorBoundary extends Component<
  { text?: string; children: ReactNode },
  { message: string | null }
> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    const { text } = this.props;
    return (
      <main className={styles['notice']}>
        <p role="alert">
          Something went wrong while drawing this page ({message}).{' '}
          {text && 'The article’s text is complete and stands below, without voices and notes. '}
          Loading the page again may help; nothing of yours is lost. <Link href="/library/">Library</Link>
        </p>
        {text && <BareText text={text} />}
      </main>
    );
  }
}

function BareText({ text }: { text: string }) {
  const [title, ...paragraphs] = text.split(/\n+/);
  return (
    <article className={styles['text']}>
      <h1>{title}</h1>
      {paragraphs.map((paragraph, index) => (
        // A text's paragraphs never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>{paragraph}</p>
      ))}
    </article>
  );
}
