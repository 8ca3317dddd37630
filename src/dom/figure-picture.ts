import type { Figure, Shape } from '../core/claims/figure.ts';
import { breakLines } from './quote-picture.ts';

/** What stands around a figure on its picture. */
export interface FigureContent {
  readonly figure: Figure;
  readonly title: string;
  /** What is counted, out of what. */
  readonly about: string;
  /** What the article is called, and when the picture was made. */
  readonly source: string;
}

/** Pixels of the screen for each px of the figure, so that a picture is sharp wherever it is shown. */
const SCALE = 2;
const PAD = 40;

/**
 * Draws a figure on a canvas with its title and what it counts, in the colours and fonts that the page has where `place`
 * stands: in the theme that is on.
 */
export async function drawFigure(
  canvas: HTMLCanvasElement,
  content: FigureContent,
  place: HTMLElement,
): Promise<void> {
  const { figure, title, about, source } = content;
  const page = readPage(place);
  const faces = {
    title: `600 24px ${page.serif}`,
    small: `400 13px ${page.sans}`,
    bold: `600 13px ${page.sans}`,
  };
  await Promise.allSettled(Object.values(faces).map((face) => document.fonts.load(face)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas to draw on');

  const broken = (text: string, face: string): string[] => {
    context.font = face;
    return breakLines(text, (line) => context.measureText(line).width, figure.width);
  };
  const above = [
    ...broken(title, faces.title).map((line) => ({ line, face: faces.title, ink: 'ink', step: 32 })),
    ...broken(about, faces.small).map((line) => ({ line, face: faces.small, ink: 'quiet', step: 20 })),
  ];
  const under = broken(source, faces.small).map((line) => ({
    line,
    face: faces.small,
    ink: 'quiet',
    step: 20,
  }));
  const head = above.reduce((sum, { step }) => sum + step, 0) + 16;
  const foot = 24 + under.length * 20;
  canvas.width = (figure.width + 2 * PAD) * SCALE;
  canvas.height = Math.ceil(figure.height + head + foot + 2 * PAD) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = page.colour('page');
  context.fillRect(0, 0, canvas.width, canvas.height);

  const write = (lines: typeof above, from: number): void => {
    let y = from;
    context.textBaseline = 'alphabetic';
    for (const { line, face, ink, step } of lines) {
      context.font = face;
      context.fillStyle = page.colour(ink);
      context.fillText(line, PAD, y);
      y += step;
    }
  };
  write(above, PAD + 20);
  write(under, PAD + head + figure.height + 36);
  context.translate(PAD, PAD + head);
  for (const shape of figure.shapes) drawShape(context, shape, page);
}

function drawShape(context: CanvasRenderingContext2D, shape: Shape, page: PageLook): void {
  context.save();
  context.globalAlpha = shape.tint ?? 1;
  context.fillStyle = page.colour(shape.ink, shape.slot);
  if (shape.shape === 'rect') {
    context.beginPath();
    context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round ?? 0);
    context.fill();
  } else if (shape.shape === 'text') {
    context.font = `${shape.weight} ${shape.size}px ${page.sans}`;
    context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
    context.translate(shape.x, shape.y);
    if (shape.turned) context.rotate(-Math.PI / 2);
    context.fillText(shape.text, 0, 0);
  } else {
    const outline = new Path2D(shape.d);
    context.translate(shape.x, shape.y);
    context.scale(shape.scaleX, shape.scaleY);
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
    context.fill(outline);
    if (shape.outlined) {
      context.globalAlpha = 1;
      context.strokeStyle = context.fillStyle;
      context.lineWidth = 1 / shape.scaleX;
      context.stroke(outline);
    }
  }
  context.restore();
}

/** The page's fonts, and its colours by what they are for. */
interface PageLook {
  readonly sans: string;
  readonly serif: string;
  readonly colour: (ink: string, slot?: number) => string;
}

const TOKENS: Readonly<Record<string, string>> = {
  ink: '--ink',
  quiet: '--ink-interface',
  line: '--line',
  well: '--well',
  surface: '--surface',
  page: '--page',
  voice: '--voice',
};

/**
 * Reads what the stylesheet makes of each token, by an element that is on the page for as long: only so are colours
 * resolved that differ by theme.
 */
function readPage(place: HTMLElement): PageLook {
  const probe = document.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const known = new Map<string, string>();
  const read = (ink: string, slot: number): string => {
    probe.dataset['slot'] = String(slot);
    probe.style.color = `var(${TOKENS[ink] ?? '--ink'})`;
    return getComputedStyle(probe).color;
  };
  for (const ink of Object.keys(TOKENS)) known.set(ink, read(ink, 0));
  for (let slot = 0; slot <= MOST_SLOT; slot += 1) known.set(`voice ${slot}`, read('voice', slot));
  const fontOf = (token: string): string => {
    probe.style.fontFamily = `var(${token})`;
    return getComputedStyle(probe).fontFamily;
  };
  const fonts = { sans: fontOf('--sans'), serif: fontOf('--serif') };
  probe.remove();
  return {
    ...fonts,
    colour: (ink, slot) => known.get(slot === undefined ? ink : `${ink} ${slot}`) ?? '#000',
  };
}

/** Slots go from 0 to this one (core/voices/cast-voices.ts). */
const MOST_SLOT = 12;
