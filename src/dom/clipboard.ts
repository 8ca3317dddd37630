/** One text in the forms in which programs take it from the clipboard. */
export interface Formats {
  readonly text: string;
  readonly html: string;
  readonly markdown: string;
}

const MARKDOWN = 'web text/markdown';

/**
 * Puts a text on the clipboard in every form that the browser can: an editor takes the HTML, a terminal the text, and
 * who asks for Markdown (https://www.w3.org/TR/clipboard-apis/#optional-data-types-x) gets that. Rejects where the
 * browser refuses.
 */
export async function copyFormats({ text, html, markdown }: Formats): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(text);
    return;
  }
  const blobs: Record<string, Blob> = {
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  };
  if ('supports' in ClipboardItem && ClipboardItem.supports(MARKDOWN))
    blobs[MARKDOWN] = new Blob([markdown], { type: 'text/markdown' });
  await navigator.clipboard.write([new ClipboardItem(blobs)]);
}
