/** What stands on a picture of a quote. */
export interface PictureContent {
  readonly words: string;
  /** The speaker's name, and beside it the role; empty where nobody knows. */
  readonly speaker: string;
  readonly role: string;
  /** The voice's slot, which has its ink. */
  readonly slot: number;
  /** The question that is answered, with who asked it; empty where there is none. */
  readonly asked: string;
  /** Title, outlet and date. */
  readonly source: string;
  /** Where the words are, without what only browsers need. */
  readonly address: string;
}

/** Pixels, at the size that networks show without cutting (1.91 to 1); longer quotes make it taller. */
const WIDTH = 1200;
const LEAST = 630;
const PAD = 84;
const BAR = 10;

/**
 * Draws a quote with its speaker and its source on a canvas, in the light or the dark colours of the page, whatever it
 * is shown in. The words are set smaller the more they are.
 */
export async function drawQuote(
  canvas: HTMLCanvasElement,
  content: PictureContent,
  theme: 'light' | 'dark',
): Promise<void> {
  const colours = coloursOf(theme, content.slot);
  const size = content.words.length > 420 ? 32 : content.words.length > 180 ? 40 : 52;
  const faces = { words: `400 ${size}px ${colours.serif}`, name: `650 30px ${colours.sans}` };
  const small = `400 25px ${colours.sans}`;
  await Promise.allSettled([faces.words, faces.name, small].map((face) => document.fonts.load(face)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas to draw on');

  const inner = WIDTH - 2 * PAD - 40;
  const broken = (text: string, face: string): string[] => {
    context.font = face;
    return breakLines(text, (line) => context.measureText(line).width, inner);
  };
  const words = broken(`“${content.words}”`, faces.words);
  const asked = content.asked === '' ? [] : broken(content.asked, small);
  const source = broken(content.source, small);
  const leading = Math.round(size * 1.42);
  const under = 48 + (content.speaker === '' ? 0 : 44) + (asked.length + source.length + 1) * 36;
  const height = Math.max(LEAST, 2 * PAD + words.length * leading + under);
  canvas.width = WIDTH;
  canvas.height = height;

  context.fillStyle = colours.page;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = colours.voice;
  context.fillRect(PAD, PAD, BAR, words.length * leading);
  context.textBaseline = 'alphabetic';
  let y = PAD + size;
  const write = (lines: readonly string[], face: string, colour: string, step: number): void => {
    context.font = face;
    context.fillStyle = colour;
    for (const line of lines) {
      context.fillText(line, PAD + 40, y);
      y += step;
    }
  };
  write(words, faces.words, colours.ink, leading);
  y += 48 - size + 30;
  if (content.speaker !== '') {
    write([content.speaker], faces.name, colours.voice, 0);
    const width = context.measureText(`${content.speaker}  `).width;
    context.font = small;
    context.fillStyle = colours.quiet;
    context.fillText(content.role, PAD + 40 + width, y, inner - width);
    y += 44;
  }
  write(asked, small, colours.quiet, 36);
  write(source, small, colours.ink, 36);
  context.font = small;
  context.fillStyle = colours.quiet;
  context.fillText(content.address, PAD + 40, height - PAD + 10, inner);
}

/** The picture as a PNG file. Rejects where the browser can't make one. */
export async function pictureFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('this browser makes no PNG of a canvas');
  return new File([blob], name, { type: 'image/png' });
}

/** Breaks a text between words so that no line is wider than `most`; a word that alone is wider is cut. */
export function breakLines(text: string, widthOf: (line: string) => number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > most) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits)) > most) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return [...lines, line];
}

/**
 * The page's colours as they are in a theme, whichever it is in: the page is in that one for as long as they are read,
 * which is not long enough for anything to be painted.
 */
function coloursOf(
  theme: 'light' | 'dark',
  slot: number,
): Readonly<Record<'page' | 'ink' | 'quiet' | 'voice' | 'serif' | 'sans', string>> {
  const root = document.documentElement;
  const before = root.dataset['theme'];
  root.dataset['theme'] = theme === 'dark' ? 'night' : 'paper';
  const style = getComputedStyle(root);
  const read = (token: string): string => style.getPropertyValue(token).trim();
  const colours = {
    page: read('--page'),
    ink: read('--ink'),
    quiet: read('--ink-interface'),
    voice: read(slot === 0 ? '--ink' : `--voice-${slot}`),
    serif: read('--serif'),
    sans: read('--sans'),
  };
  if (before === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = before;
  return colours;
}
