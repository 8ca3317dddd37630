import { locate } from '../anchor/locate.ts';
import { placeNotes } from '../notes/note.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { byPosition } from '../text/span.ts';
import { castVoices, type Voice } from '../voices/cast-voices.ts';
import { correctArticle } from '../voices/correct-article.ts';
import { sections, type Section } from '../voices/sections.ts';
import { shares } from '../voices/stretches.ts';
import { isPublished, type PageContent } from './content.ts';
import { drawBlocks, drawSection, layersByBlock, type Drawing, type Numbered } from './page-text.ts';
import { linkTo } from './page-link.ts';
import { drawNotes } from './page-notes.ts';
import { dataBlocks } from './page-data.ts';
import { PAGE_STYLE } from './page-style.ts';

/**
 * An article with its notes as one HTML file that needs nothing else: no network, no script, no Sidegloss. The words
 * with their voices, the notes beside them where there is room and after them where there is none and on paper; and
 * the data, by which `parsePage` reads all of it again. Every text in it is escaped, and its own CSP lets nothing run
 * or load, should that ever fail.
 */
export function formatPage(page: PageContent): string {
  const { content } = page;
  const article = correctArticle(content.article, page.corrections);
  const found = placeNotes(article, [...(isPublished(content) ? content.notes : []), ...page.notes], locate);
  const notes = found.placed
    .toSorted((a, b) => byPosition(a.span, b.span))
    .map((note, index): Numbered => ({ note, number: index + 1 }));
  const formatting = isPublished(content) ? [] : content.formatting;
  const isPlain = !isPublished(content) && content.isPlain;
  const drawing: Drawing = {
    article,
    isPlain,
    notes,
    voices: castVoices(content.article, article),
    layers: layersByBlock({ article, isPlain, notes, formatting }),
  };
  const all: Section[] = isPlain ? [{ kind: 'front', blocks: article.blocks }] : sections(article);
  const first = all[0]?.kind === 'front' && !isPlain ? all[0] : null;
  const hasTitle = article.blocks.some((block) => block.kind === 'title');
  const lang = escapeHtml(article.lang);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Sidegloss">
<title>${escapeHtml(content.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<article>
<header>
${hasTitle ? '' : `<h1>${escapeHtml(content.title)}</h1>\n`}${first ? drawBlocks(drawing, first.blocks) : ''}
${drawAbout(page)}
${isPlain ? '' : drawVoices(drawing)}
</header>
${(first ? all.slice(1) : all).map((section) => drawSection(drawing, section)).join('\n')}
</article>
${drawNotes(drawing, found.unplaced, isPublished(content) ? content.relations : [])}
</main>
${dataBlocks(page)}
</body>
</html>
`;
}

/** Where the text comes from: what is known, and what is only inferred, said so. */
function drawAbout({ content, written }: PageContent): string {
  const { author, date, source } = isPublished(content) ? content : content.about;
  const rows: [string, string][] = [];
  if (author !== null) rows.push(['By', escapeHtml(author)]);
  if (isPublished(content) && content.translator !== null)
    rows.push(['Translated by', escapeHtml(content.translator)]);
  if (date !== null) rows.push(['Date', escapeHtml(date)]);
  if (source) rows.push(['Source', linkTo(source.url, source.name)]);
  for (const { label, known, inferred, url } of isPublished(content) ? content.provenance : []) {
    const said = [
      known === undefined ? '' : escapeHtml(known),
      inferred === undefined ? '' : `<em>Inferred:</em> ${escapeHtml(inferred)}`,
      url === undefined ? '' : linkTo(url, url),
    ];
    rows.push([escapeHtml(label), said.filter(Boolean).join(' ')]);
  }
  rows.push(['Saved', escapeHtml(written.slice(0, 10))]);
  const drawn = rows.map(([term, said]) => `<div><dt>${term}</dt><dd>${said}</dd></div>`).join('\n');
  return `<dl class="about" lang="en">\n${drawn}\n</dl>`;
}

/** Who speaks, in which ink, and how much. */
function drawVoices({ article, voices }: Drawing): string {
  const rows = shares(article).flatMap(({ speaker, words, of }): string[] => {
    const voice: Voice | undefined = speaker === null ? undefined : voices.get(speaker);
    if (!voice) return [];
    const percent = of === 0 ? 0 : Math.round((100 * words) / of);
    const role = voice.role === undefined ? '' : ` <span class="quiet">${escapeHtml(voice.role)}</span>`;
    return [
      `<li data-slot="${voice.slot}"><span class="badge" aria-hidden="true">${escapeHtml(voice.initials)}</span> <span><b>${escapeHtml(voice.name)}</b>${role} <span class="quiet">${percent} % of the words</span></span></li>`,
    ];
  });
  return rows.length === 0
    ? ''
    : `<ul class="voices" aria-label="Voices" lang="en">\n${rows.join('\n')}\n</ul>`;
}
