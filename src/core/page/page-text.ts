import type { Placed, PublishedNote, ReaderNote } from '../notes/note.ts';
import { hostOf, isWebAddress, misleads } from '../notes/web-address.ts';
import { escapeHtml } from '../text/escape-html.ts';
import type { Formatting } from '../text/formatting.ts';
import { segments, type Segment } from '../text/segments.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Block } from '../voices/blocks.ts';
import type { Voice } from '../voices/cast-voices.ts';
import type { Article } from '../voices/read-article.ts';
import type { PlainSection, Section, TurnSection } from '../voices/sections.ts';

/** A note as the page counts them: from 1, in the order of the text. */
export interface Numbered {
  readonly note: Placed<PublishedNote | ReaderNote>;
  readonly number: number;
}

/** What a block's words are cut by. */
type Layer = Span &
  (
    | { readonly layer: 'quoted' | 'nested'; readonly speaker: string | null }
    | { readonly layer: 'label' }
    | { readonly layer: 'set'; readonly formatting: Formatting }
    | { readonly layer: 'note'; readonly numbered: Numbered; readonly first: string; readonly last: string }
  );

/** All that the page's words are drawn from. */
export interface Drawing {
  readonly article: Article;
  readonly isPlain: boolean;
  readonly notes: readonly Numbered[];
  readonly voices: ReadonlyMap<string, Voice>;
  readonly layers: ReadonlyMap<string, readonly Layer[]>;
}

/** The layers over each block, by its id. */
export function layersByBlock(from: {
  readonly article: Article;
  readonly isPlain: boolean;
  readonly notes: readonly Numbered[];
  readonly formatting: readonly Formatting[];
}): Map<string, Layer[]> {
  const { article, isPlain, notes, formatting } = from;
  const layers: Layer[] = formatting.map(({ start, end, ...set }) => ({
    start,
    end,
    layer: 'set',
    formatting: { start, end, ...set } as Formatting,
  }));
  if (!isPlain) layers.push(...voiceLayers(article));
  for (const numbered of notes) {
    const { span } = numbered.note;
    const on = blocksOn(article.blocks, span);
    const [first, last] = [on[0]?.id ?? '', on.at(-1)?.id ?? ''];
    layers.push({ ...span, layer: 'note', numbered, first, last });
  }
  layers.sort((a, b) => a.start - b.start);
  const result = new Map<string, Layer[]>();
  let open: Layer[] = [];
  let next = 0;
  for (const block of article.blocks) {
    open = open.filter((layer) => layer.end > block.start);
    for (; next < layers.length && layers[next]!.start < block.end; next += 1) {
      if (layers[next]!.end > block.start) open.push(layers[next]!);
    }
    result.set(block.id, [...open]);
  }
  return result;
}

/** As in the reader: a turn says whose it is by its bar and header, so only words of others are marked in it. */
function voiceLayers({ quotations, turns }: Article): Layer[] {
  const layers: Layer[] = [];
  let turn = 0;
  for (const { start, end, kind, speaker } of quotations) {
    while (turn < turns.length && turns[turn]!.end <= start) turn += 1;
    if (kind === 'direct' && speaker !== turns[turn]?.speaker)
      layers.push({ layer: 'quoted', start, end, speaker });
    if (kind === 'nested') layers.push({ layer: 'nested', start, end, speaker });
  }
  for (const { label } of turns) if (label) layers.push({ layer: 'label', ...label });
  return layers;
}

/** The blocks that a span touches; few, so the first is found by halving. */
function blocksOn(blocks: readonly Block[], span: Span): readonly Block[] {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < blocks.length && overlaps(blocks[end]!, span)) end += 1;
  return blocks.slice(low, end);
}

/** One section of the text: an exchange under its number, a turn with its voice, or the author's own blocks. */
export function drawSection(drawing: Drawing, section: Section): string {
  if (section.kind !== 'exchange') return drawPart(drawing, section);
  const parts = section.parts.map((part) => drawPart(drawing, part)).join('\n');
  return `<section class="exchange" aria-labelledby="x${section.number}"><h2 class="number" id="x${section.number}">${section.number}</h2>\n${parts}\n</section>`;
}

function drawPart(drawing: Drawing, part: TurnSection | PlainSection): string {
  const blocks = drawBlocks(drawing, part.blocks);
  if (part.kind !== 'turn')
    return `<div class="${part.kind === 'back' ? 'back-matter' : part.kind}">\n${blocks}\n</div>`;
  const { kind, speaker, label } = part.turn;
  const voice = speaker === null ? undefined : drawing.voices.get(speaker);
  if (voice?.part === 'author') return `<div class="turn">\n${blocks}\n</div>`;
  // A printed label says it already.
  const role = voice?.role === undefined ? '' : ` <span class="quiet">${escapeHtml(voice.role)}</span>`;
  const who = voice
    ? `<span class="badge" aria-hidden="true">${escapeHtml(voice.initials)}</span> <b>${escapeHtml(voice.name)}</b>${role}`
    : '<b>Unknown voice</b>';
  const header = label ? '' : `<p class="who" lang="en">${who}</p>\n`;
  return `<div class="turn voiced ${kind}" data-slot="${voice?.slot ?? 0}">\n${header}${blocks}\n</div>`;
}

/** Blocks as paragraphs, headings, block quotes and lists. */
export function drawBlocks(drawing: Drawing, blocks: readonly Block[]): string {
  const drawn: string[] = [];
  /** How many items the list at each depth has had, so that a numbered one goes on behind what was set in. */
  let counts: number[] = [];
  for (const block of blocks) {
    const item = settingOf(drawing, block, 'list-item');
    if (item) {
      const depth = Math.min(item.depth, 8);
      counts = counts.slice(0, depth + 1);
      counts[depth] = (counts[depth] ?? 0) + 1;
      const tag = item.ordered ? `ol start="${counts[depth]}"` : 'ul';
      drawn.push(
        `<${tag} class="items" style="margin-inline-start:${depth * 1.5}em"><li id="${block.id}">${wordsOf(drawing, block)}</li></${tag.slice(0, 2)}>`,
      );
    } else {
      counts = [];
      drawn.push(drawBlock(drawing, block));
    }
  }
  return drawn.join('\n');
}

function drawBlock(drawing: Drawing, block: Block): string {
  const words = wordsOf(drawing, block);
  const id = `id="${escapeHtml(block.id)}"`;
  if (block.kind === 'title') return `<h1 ${id}>${words}</h1>`;
  const heading = settingOf(drawing, block, 'heading');
  if (heading || block.kind === 'heading') {
    const level = Math.max(2, heading?.level ?? 3);
    return `<h${level} ${id}>${words}</h${level}>`;
  }
  const paragraph = `<p ${id}${block.kind === 'paragraph' ? '' : ` class="${block.kind}"`}>${words}</p>`;
  return settingOf(drawing, block, 'block-quote') ? `<blockquote>${paragraph}</blockquote>` : paragraph;
}

type Setting<Kind extends Formatting['kind']> = Extract<Formatting, { kind: Kind }>;

/** How a whole block was set, where it was set so. */
function settingOf<Kind extends 'heading' | 'list-item' | 'block-quote'>(
  { layers }: Drawing,
  block: Block,
  kind: Kind,
): Setting<Kind> | undefined {
  for (const layer of layers.get(block.id) ?? []) {
    if (layer.layer !== 'set' || layer.formatting.kind !== kind || !contains(layer, block)) continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the line above has asked for the kind
    return layer.formatting as Setting<Kind>;
  }
  return undefined;
}

function wordsOf(drawing: Drawing, block: Block): string {
  const cuts = segments(block, drawing.layers.get(block.id) ?? []);
  return cuts.map((cut) => drawCut(drawing, block, cut)).join('');
}

/** Words of one stretch, in whatever holds there; behind the last words of a note its number, which leads to it. */
function drawCut({ article, voices }: Drawing, block: Block, cut: Segment<Layer>): string {
  let words = escapeHtml(article.text.slice(cut.start, cut.end));
  for (const layer of cut.active)
    if (layer.layer === 'set') words = drawSet(words, layer.formatting, { cut, text: article.text });
  for (const layer of cut.active) {
    if (layer.layer === 'label') words = `<span class="label">${words}</span>`;
    if (layer.layer !== 'quoted' && layer.layer !== 'nested') continue;
    const voice = layer.speaker === null ? undefined : voices.get(layer.speaker);
    const name = escapeHtml(voice?.name ?? 'Unknown voice');
    words = `<span class="${layer.layer}" data-slot="${voice?.slot ?? 0}" title="${name}">${words}</span>`;
  }
  const on = cut.active.filter((layer) => layer.layer === 'note');
  if (on.length === 0) return words;
  const starting = on.filter(
    ({ start, first }) => first === block.id && Math.max(start, block.start) === cut.start,
  );
  const ending = on.filter(({ end, last }) => last === block.id && Math.min(end, block.end) === cut.end);
  const names = starting.map(({ numbered }) => `--r${numbered.number}`).join();
  const anchor = names === '' ? '' : ` style="anchor-name:${names}"`;
  const top = on.at(-1)!.numbered.note;
  const look = 'colour' in top && !top.claim ? top.colour : 'claim';
  const refs = ending.map(
    ({ numbered: { number } }) =>
      `<a class="ref" id="r${number}" href="#n${number}" role="doc-noteref" aria-label="Note ${number}">${number}</a>`,
  );
  return `<mark class="${look}"${anchor}>${words}</mark>${refs.join('')}`;
}

function drawSet(
  words: string,
  formatting: Formatting,
  { cut, text }: { cut: Segment<Layer>; text: string },
): string {
  if (formatting.kind === 'emphasis') return `<em>${words}</em>`;
  if (formatting.kind === 'strong') return `<strong>${words}</strong>`;
  if (formatting.kind !== 'link') return words;
  const { href, start, end } = formatting;
  // As in the reader: words that name another address than they lead to are followed by that.
  const isTold = end === cut.end && misleads(text.slice(start, end), href);
  const leads = isTold ? ` data-leads="${escapeHtml(hostOf(href))}"` : '';
  if (!isWebAddress(href) && !/^mailto:[^\s\p{Cc}]+$/iu.test(href)) return words;
  return `<a href="${escapeHtml(href)}"${leads} rel="noreferrer noopener">${words}</a>`;
}
