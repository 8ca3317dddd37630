import { counted } from '../text/counted.ts';
import { stretches } from '../voices/stretches.ts';
import type { Article } from '../voices/read-article.ts';
import {
  fill,
  frameOf,
  leading,
  moreVoices,
  nameAbove,
  NAME_LINE,
  nameBeside,
  write,
  type Figure,
  type FigureLink,
  type Looks,
  type Shape,
} from './figure.ts';
import type { ClaimsAlong } from './who-says-what.ts';

const STRIP = 10;
/** Beside a lane, how many claims are in it. */
const NUMBERS = 68;
/** A mark is at least so wide, px, however short its words, where the next one leaves room; and what is between them. */
const MARK = 3;
const HAIR = 1;
/** So many marks lead to their words; more stand too close to be hit. */
const LINKED = 400;

const round = (px: number): number => Math.round(px * 100) / 100;

/** Where the claims stand, a lane a voice, from the beginning of the text to its end, over who speaks there. */
export function drawAlong(along: ClaimsAlong, article: Article, looks: Looks, width: number): Figure {
  const { isWide, names } = frameOf(width);
  const lane = isWide ? 36 : 24;
  const area = width - names - (isWide ? NUMBERS : 0);
  const { shown, more } = leading(along.lanes, ({ ticks }) => ticks.length);
  const shapes: Shape[] = [];
  const links: FigureLink[] = [];
  let y = 4;
  for (const { speaker, name, ticks } of shown) {
    const look = looks(speaker);
    const number = counted(ticks.length, 'claim');
    if (isWide) {
      shapes.push(
        ...nameBeside(look, { name }, { y, height: lane, width: names }),
        write(number, { x: width, y: y + lane / 2 + 4, size: 12, ink: 'quiet', anchor: 'end' }),
      );
    } else {
      shapes.push(...nameAbove(look, { name, remark: number }, { y, width }));
      y += NAME_LINE;
    }
    shapes.push(fill(names, y + lane / 2, { width: area, height: 1, ink: 'line' }));
    const marks: string[] = [];
    for (const [index, { row, span, from, to }] of ticks.entries()) {
      // A hair is left before the next one, so that two in a row stay two.
      const room = ((ticks[index + 1]?.from ?? 1) - from) * area - HAIR;
      const mark = Math.max(HAIR, Math.min(room, Math.max(MARK, (to - from) * area)));
      const x = names + Math.min(from * area, area - mark);
      marks.push(`M${round(x)} ${y + 6}h${round(mark)}v${lane - 12}h${-round(mark)}z`);
      if (along.placed > LINKED) continue;
      links.push({
        x: x - 2,
        y,
        width: mark + 4,
        height: lane,
        label: `${name}, ${row.claim.kind}: ${row.words}`,
        target: { to: 'words', span },
        pointed: true,
      });
    }
    shapes.push({
      shape: 'path',
      x: 0,
      y: 0,
      scaleX: 1,
      scaleY: 1,
      d: marks.join(''),
      ink: 'voice',
      slot: look.slot,
    });
    y += lane + (isWide ? 4 : 6);
  }
  if (more > 0) {
    shapes.push(moreVoices(more, y));
    y += 24;
  }
  y += 6;
  if (isWide) shapes.push(write('Who speaks', { x: 0, y: y + STRIP / 2 + 4, size: 12, ink: 'quiet' }));
  shapes.push(...strip(article, looks, { x: names, y, width: area }));
  y += STRIP + 18;
  const words = { y, size: 12, ink: 'quiet' } as const;
  shapes.push(
    write('beginning', { ...words, x: names }),
    write('end', { ...words, x: names + area, anchor: 'end' }),
  );
  return { width, height: y + 8, shapes, links };
}

/** The strip of voices to scale, a shape a voice; the author's words are its ground. */
function strip(article: Article, looks: Looks, at: { x: number; y: number; width: number }): Shape[] {
  const { x, y, width } = at;
  const parts = new Map<string, string>();
  for (const { start, end, speaker } of stretches(article)) {
    const key = speaker ?? '';
    parts.set(key, `${parts.get(key) ?? ''}M${start} 0H${end}V1H${start}z`);
  }
  const scaleX = width / Math.max(1, article.text.length);
  return [
    fill(x, y, { width, height: STRIP, ink: 'well' }),
    ...[...parts].flatMap(([speaker, d]): Shape[] => {
      const { slot } = looks(speaker);
      if (slot === 0) return [];
      return [{ shape: 'path', x, y, scaleX, scaleY: STRIP, d, ink: 'voice', slot, tint: 0.82 }];
    }),
  ];
}
