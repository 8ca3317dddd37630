import type { ClaimKind } from '../notes/claim.ts';
import { withoutLastWord } from '../text/clip.ts';
import type { Span } from '../text/span.ts';

/*
 * A figure as plain shapes, laid out once and drawn twice: as SVG on the page, and on a canvas for a picture file.
 * Lengths are px from the figure's upper left corner; a text's `y` is its baseline.
 */

/** What a shape is filled with: a token of the page, or the ink of the voice whose `slot` it has. */
export type Ink = 'ink' | 'quiet' | 'line' | 'well' | 'surface' | 'page' | 'voice';

interface Filled {
  readonly ink: Ink;
  /** The voice's slot, where `ink` is `voice`. */
  readonly slot?: number;
  /** How much of the ink is mixed into the page under it, 0 to 1; all of it where it is missing. */
  readonly tint?: number;
}

export interface RectShape extends Filled {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The radius of its corners; 0 where it is missing. */
  readonly round?: number;
}

export interface TextShape extends Filled {
  readonly shape: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Turned by a quarter, reading upwards from its place. */
  readonly turned?: boolean;
}

/** An outline in SVG's path language, in units of its own: `scaleX` and `scaleY` are px a unit. */
export interface PathShape extends Filled {
  readonly shape: 'path';
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly d: string;
  /** Whether a line is drawn around it in the whole ink, one px wide. */
  readonly outlined?: boolean;
}

export type Shape = RectShape | TextShape | PathShape;

/** Where a place of a figure leads: to the ledger's rows of a voice and a kind, or to words of the text. */
export type Target =
  | { readonly to: 'rows'; readonly speaker: string; readonly kind: ClaimKind }
  | { readonly to: 'words'; readonly span: Span };

/** A place of a figure that can be followed; `label` says all of it to those who don't see where it is. */
export interface FigureLink {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly target: Target;
  /** For pointers only: too small and too many for keys, which find the same links in the table behind the figure. */
  readonly pointed?: boolean;
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly links: readonly FigureLink[];
}

/** How a voice looks: the slot of its ink, and its badge. */
export interface Look {
  readonly slot: number;
  readonly initials: string;
  /** The badge's outline, a path in a box of 32 units. */
  readonly outline: string;
  /** Whether the outline has its room at its foot, as a triangle has. */
  readonly isLow: boolean;
}

/** The look of a speaker id. */
export type Looks = (speaker: string) => Look;

/** Narrower figures have names above what they are about instead of beside it. */
const BESIDE = 560;

/** The frame of a figure: whether names stand beside, and in how many px. */
export function frameOf(width: number): { isWide: boolean; names: number } {
  const isWide = width >= BESIDE;
  return { isWide, names: isWide ? Math.round(Math.min(230, Math.max(150, width * 0.2))) : 0 };
}

/** More voices than these are not drawn one by one; the table behind the figure has all. */
const DRAWN = 24;

/** The voices that are drawn, in their order: those that weigh most. `more` is how many are left out. */
export function leading<T>(
  all: readonly T[],
  weigh: (one: T) => number,
): { shown: readonly T[]; more: number } {
  if (all.length <= DRAWN) return { shown: all, more: 0 };
  const chosen = new Set(all.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, DRAWN));
  return { shown: all.filter((one) => chosen.has(one)), more: all.length - DRAWN };
}

/** The line that says how many voices are not drawn. */
export function moreVoices(more: number, y: number): Shape {
  return write(`and ${more} more voices, in the table`, { x: 0, y: y + 14, size: 12, ink: 'quiet' });
}

/** A text as a shape. */
export function write(
  text: string,
  look: Pick<TextShape, 'x' | 'y'> & Partial<Omit<TextShape, 'shape' | 'text'>>,
): TextShape {
  return { shape: 'text', text, size: 13, weight: 400, anchor: 'start', ink: 'ink', ...look };
}

/** A rectangle as a shape. */
export function fill(x: number, y: number, box: Omit<RectShape, 'shape' | 'x' | 'y'>): RectShape {
  return { shape: 'rect', x, y, ...box };
}

const BADGE = 26;
const SMALL_BADGE = 20;
const NAME = 13;

/** A voice's badge with its initials. */
function badgeAt(look: Look, x: number, y: number, size: number): Shape[] {
  const scale = size / 32;
  const initials = size * 0.33 * (look.initials.length > 2 ? 0.8 : 1);
  return [
    { shape: 'path', x, y, scaleX: scale, scaleY: scale, d: look.outline, ink: 'page' },
    {
      shape: 'path',
      x,
      y,
      scaleX: scale,
      scaleY: scale,
      d: look.outline,
      ink: 'voice',
      slot: look.slot,
      tint: 0.12,
      outlined: true,
    },
    write(look.initials, {
      x: x + size / 2,
      y: y + size / 2 + initials * (look.isLow ? 0.75 : 0.36),
      size: initials,
      weight: 600,
      anchor: 'middle',
      ink: 'voice',
      slot: look.slot,
    }),
  ];
}

/** Badge and name beside a row of `height` px, on one line or two, and under them a quiet `remark`. */
export function nameBeside(
  look: Look,
  told: { name: string; remark?: string },
  place: { y: number; height: number; width: number },
): Shape[] {
  const { y, height, width } = place;
  const lines = breakName(told.name, width - BADGE - 20, told.remark === undefined ? 2 : 1);
  const all = lines.map((text) => ({ text, quiet: false }));
  if (told.remark !== undefined) all.push({ text: told.remark, quiet: true });
  const first = y + height / 2 - ((all.length - 1) * 16) / 2 + NAME * 0.36;
  return [
    ...badgeAt(look, 0, y + (height - BADGE) / 2, BADGE),
    ...all.map(({ text, quiet }, index) =>
      write(text, {
        x: BADGE + 8,
        y: first + index * 16,
        size: quiet ? 12 : NAME,
        weight: quiet ? 400 : 600,
        ink: quiet ? 'quiet' : 'ink',
      }),
    ),
  ];
}

/** Badge and name on a line of their own, `NAME_LINE` px high; `beside` is kept free at its end. */
export function nameAbove(
  look: Look,
  told: { name: string; remark?: string },
  place: { y: number; width: number; beside?: number },
): Shape[] {
  const { y, width, beside = 0 } = place;
  const room = width - SMALL_BADGE - 8 - beside;
  const text = told.remark === undefined ? told.name : `${told.name}, ${told.remark}`;
  const [line = ''] = breakName(text, room, 1);
  return [
    ...badgeAt(look, 0, y, SMALL_BADGE),
    write(line, { x: SMALL_BADGE + 8, y: y + 14.5, size: NAME, weight: 600 }),
  ];
}

export const NAME_LINE = 26;

/** How wide a text is, roughly: an interface font's letters by their classes, CJK as wide as high. */
export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(letter)) em += 1;
    else if (/[iljtfrI.,:;'’| ]/.test(letter)) em += 0.34;
    else if (/[\p{Lu}mwMW—]/u.test(letter)) em += 0.74;
    else em += 0.6;
  }
  return em * size;
}

/** A name on at most `most` lines of `room` px; what does not fit ends in an ellipsis. */
function breakName(name: string, room: number, most: number): string[] {
  const lines: string[] = [];
  let rest = name;
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    let fitting = rest;
    while (fitting !== '' && widthOf(fitting + (isLast && fitting !== rest ? '…' : ''), NAME) > room) {
      const shorter = withoutLastWord(fitting);
      fitting = shorter === fitting || isLast ? fitting.replace(/.$/su, '') : shorter;
    }
    if (fitting === '') fitting = /^./su.exec(rest)?.[0] ?? rest;
    const cut = isLast && fitting !== rest;
    lines.push(cut ? `${fitting.trimEnd()}…` : fitting);
    rest = rest.slice(fitting.length).trimStart();
  }
  return lines;
}

/** How a voice's bar is drawn: one of four, by its slot, as its bar beside the text is (ui/tokens.css). */
const PATTERNS = ['solid', 'double', 'dashed', 'dotted'] as const;

/**
 * A bar in a voice's ink and pattern. The paler ground under a pattern is as long as the bar, so that its end is seen
 * wherever the pattern breaks off.
 */
export function bar(slot: number, x: number, y: number, box: { width: number; height: number }): Shape[] {
  const { width, height } = box;
  if (width <= 0) return [];
  const pattern = slot === 0 ? 'solid' : PATTERNS[(slot - 1) % PATTERNS.length];
  const ink = { ink: 'voice', slot } as const;
  if (pattern === 'solid') return [fill(x, y, { ...box, ...ink })];
  const ground = fill(x, y, { ...box, ...ink, tint: 0.6 });
  if (pattern === 'double') {
    const line = { width, height: height * 0.38, ...ink };
    return [ground, fill(x, y, line), fill(x, y + height * 0.62, line)];
  }
  const dash = pattern === 'dashed' ? { on: 9, off: 4 } : { on: height * 0.45, off: height * 0.4 };
  const parts: Shape[] = [ground];
  for (let at = 0; at < width; at += dash.on + dash.off)
    parts.push(fill(x + at, y, { width: Math.min(dash.on, width - at), height, ...ink }));
  return parts;
}

/** A whole number as people read it: `1,339`. */
export function count(number: number): string {
  return number.toLocaleString('en');
}

/** A part of a whole in percent, whole but for what is less than one: `41 %`, `<1 %`. */
export function percent(part: number, of: number): string {
  const share = of === 0 ? 0 : (100 * part) / of;
  return `${share > 0 && share < 1 ? '<1' : Math.round(share)} %`;
}
