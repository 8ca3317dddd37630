import { isWebAddress } from '../../core/notes/web-address.ts';
import type { PageContent } from '../../core/page/content.ts';
import { parsePage } from '../../core/page/page-data.ts';
import type { Brought } from '../../core/text/brought.ts';
import type { PageArrival } from '../../dom/receive-page.ts';
import { parseInert, startWorker } from '../../dom/trusted.ts';
import { bringFile, bringPaste } from '../../import/bring.ts';
import { bringHtml } from '../../import/html.ts';
import { refuse } from '../../import/refuse.ts';
import type { Shared } from '../../storage/shared-in.ts';

/** What came in: a text, or a page that was saved here, with everything that lay on it. */
export type Taken = Brought | { readonly ok: true; readonly page: PageContent };

const doors = { parse: parseInert, startWorker };

/** A saved page holds a text of 10 MB, its data and its notes: of more bytes than this it is none. */
const LARGEST_PAGE = 60 * 1024 * 1024;

/** A file. Never rejects. */
export async function takeFile(file: File): Promise<Taken> {
  const isPage = /\.html?$/i.test(file.name) && file.size <= LARGEST_PAGE;
  const page = isPage ? parsePage(await file.text().catch(() => '')) : null;
  if (page) return page.ok ? page : refuse('unreadable', page.message);
  return bringFile(file, doors);
}

/** What was pasted or dropped, in both of its forms; `html` is empty where there is none. */
export async function takePaste(pasted: { readonly text: string; readonly html: string }): Promise<Taken> {
  return bringPaste(pasted, doors);
}

/** A page that the bookmarklet sent. */
export async function takePage(arrival: PageArrival): Promise<Taken> {
  if (!arrival.ok)
    return arrival.reason === 'too-large'
      ? refuse(
          'too-large',
          'That page is larger than 10 MB. Select the text that you want on it and try again.',
        )
      : refuse('unreadable', 'The page could not hand over its text. Copy it there, and paste it here.');
  const { html, address, title } = arrival.page;
  const brought = bringHtml(html, { name: null, address, parse: parseInert, extent: 'page' });
  if (!brought.ok) return brought;
  const { imported } = brought;
  const { about } = imported;
  return { ok: true, imported: { ...imported, about: { ...about, title: about.title ?? (title || null) } } };
}

/** What another app shared; null where it is not there any more. */
export async function takeSharedIn(shared: Shared | null): Promise<Taken> {
  const [file] = shared?.files ?? [];
  if (file) return takeFile(file);
  const text = shared?.text.trim() ?? '';
  // Some apps put the address into the text.
  const address = [shared?.url ?? '', ...text.split(/\s+/)].find(isWebAddress);
  if (!shared || text === '' || text === address)
    return refuse(
      address === undefined ? 'empty' : 'unreadable',
      address === undefined
        ? 'Nothing was shared. Paste the text here.'
        : 'Only an address was shared, and nothing is fetched from other sites. Open the page there, copy its text, and paste it here.',
      address ?? null,
    );
  const brought = bringPaste({ text, html: '' }, doors);
  if (!brought.ok) return brought;
  const { imported } = brought;
  const source = address === undefined ? null : { name: new URL(address).hostname, url: address };
  const title = shared.title.trim() || null;
  return { ok: true, imported: { ...imported, about: { ...imported.about, title, source } } };
}
