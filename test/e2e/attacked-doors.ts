import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Formatting } from '../../src/core/text/formatting.ts';
import { parseInert } from '../../src/dom/trusted.ts';
import { bringHtml, writeHtmlPiece } from '../../src/import/html.ts';
import { bringMarkdown } from '../../src/import/markdown.ts';
import { bringText } from '../../src/import/plain-text.ts';
import MarkdownTree from '../../src/ui/notes/markdown-tree.tsx';

/** What a door made of a vector. */
export interface Taken {
  readonly door: string;
  readonly text: string;
  readonly formatting: readonly Formatting[];
  readonly title: string | null;
}

/** A vector through every door, in the page that this runs in; none for a door that finds no words in it. */
export function takeIn(vector: string): Taken[] {
  const html = { name: null, address: 'https://attacked.example/', parse: parseInert };
  const brought = {
    page: bringHtml(`${vector}<p>after</p>`, { ...html, extent: 'page' }),
    piece: bringHtml(vector, { ...html, extent: 'piece' }),
    markdown: bringMarkdown(vector, null, (piece, sheet) => writeHtmlPiece(piece, sheet, parseInert)),
    text: bringText(vector, null),
  };
  return Object.entries(brought).flatMap(([door, one]) =>
    one.ok
      ? [
          {
            door,
            text: one.imported.text,
            formatting: one.imported.formatting,
            title: one.imported.about.title,
          },
        ]
      : [],
  );
}

/** A vector as the body of a note, as notes are drawn. */
export function drawNote(vector: string): string {
  return renderToStaticMarkup(createElement(MarkdownTree, { text: vector }));
}
