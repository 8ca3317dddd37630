import { Fragment, lazy, Suspense } from 'react';

const Rendered = lazy(() => import('./markdown-tree.tsx'));

/** What may be Markdown: its signs, a list's number, an address, a second line. */
const MARKED_UP = /[*_`#[\]<>|~\\&\n]|^\s*(?:[-+=]|\d+[.)])|https?:|www\.|@/;

/** A reader's Markdown. Until the part that reads it is there, and where nothing is marked up, its plain text. */
export function MarkdownText({ text }: { text: string }) {
  if (!MARKED_UP.test(text)) return <p>{text}</p>;
  return (
    <Suspense fallback={<Plain text={text} />}>
      <Rendered text={text} />
    </Suspense>
  );
}

function Plain({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // A text's paragraphs never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      <p>{paragraph}</p>
    </Fragment>
  ));
}
