import { counted } from '../text/counted.ts';
import {
  bar,
  count,
  fill,
  frameOf,
  leading,
  moreVoices,
  nameAbove,
  NAME_LINE,
  nameBeside,
  percent,
  write,
  type Figure,
  type FigureLink,
  type Looks,
  type Shape,
} from './figure.ts';
import type { Asking, Talk } from './who-says-what.ts';

/** What is said in numbers beside a bar. */
const NUMBERS = 200;
const ROW = 52;

/** A row of a figure of bars: where its name, its bars and its numbers stand. */
interface Row {
  readonly shapes: Shape[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lays out a voice's row: its name, room for bars of `width` px, and two lines that tell them in numbers. */
function layRow(
  voice: { speaker: string; name: string },
  told: { numbers: string; more: string },
  at: { looks: Looks; y: number; width: number },
): Row {
  const { looks, y, width } = at;
  const { isWide, names } = frameOf(width);
  const look = looks(voice.speaker);
  if (isWide) {
    const shapes = [
      ...nameBeside(look, voice, { y, height: ROW - 8, width: names }),
      write(told.numbers, { x: width - NUMBERS, y: y + 19 }),
      write(told.more, { x: width - NUMBERS, y: y + 36, size: 12, ink: 'quiet' }),
    ];
    return { shapes, x: names, y: y + 10, width: width - names - NUMBERS - 16, height: ROW };
  }
  const shapes = [
    ...nameAbove(look, voice, { y, width }),
    write(told.numbers, { x: 0, y: y + NAME_LINE + 38 }),
    write(told.more, { x: width, y: y + NAME_LINE + 38, size: 12, ink: 'quiet', anchor: 'end' }),
  ];
  return { shapes, x: 0, y: y + NAME_LINE, width, height: NAME_LINE + 56 };
}

/**
 * Who has how many of the words: a bar on a track that stands for all of them, and under it, to the same scale, the
 * longest turn or quotation, which leads to its words.
 */
export function drawTalk(all: readonly Talk[], looks: Looks, width: number): Figure {
  const { shown, more } = leading(all, ({ words }) => words);
  const shapes: Shape[] = [];
  const links: FigureLink[] = [];
  let y = 4;
  for (const voice of shown) {
    const { name, words, of, longest } = voice;
    const numbers = `${counted(words, 'word')} · ${percent(words, of)}`;
    const told = { numbers, more: longest ? `longest ${counted(longest.words, 'word')}` : '' };
    const row = layRow(voice, told, { looks, y, width });
    const { slot } = looks(voice.speaker);
    const scale = row.width / Math.max(1, of);
    shapes.push(
      ...row.shapes,
      fill(row.x, row.y, { width: row.width, height: 12, ink: 'well' }),
      ...bar(slot, row.x, row.y, { width: words * scale, height: 12 }),
    );
    if (longest) {
      const box = { width: Math.max(2, longest.words * scale), height: 4 };
      shapes.push(fill(row.x, row.y + 17, { ...box, ink: 'voice', slot }));
      links.push({
        x: row.x,
        y: row.y - 4,
        width: width - row.x,
        height: row.height - (row.x === 0 ? NAME_LINE + 4 : 12),
        label: `The longest that ${name} says at once, ${counted(longest.words, 'word')}: show in the text`,
        target: { to: 'words', span: longest },
      });
    }
    y += row.height;
  }
  if (more > 0) {
    shapes.push(moreVoices(more, y));
    y += 24;
  }
  return { width, height: y, shapes, links };
}

/** With more questions than these, a bar is not parted into single ones. */
const PARTED = 60;

/**
 * Who asks and who answers, in two groups: a pale bar is what was asked, the bar under it in the voice's pattern what of
 * it was answered. A question is as long in every row.
 */
export function drawQuestions(all: readonly Asking[], looks: Looks, width: number): Figure {
  const total = all.reduce((sum, { asked }) => sum + asked, 0);
  const shapes: Shape[] = [];
  let y = 0;
  const group = (
    heading: string,
    voices: readonly Asking[],
    told: (voice: Asking) => [number, number],
  ): void => {
    if (voices.length === 0) return;
    const { shown, more } = leading(voices, (voice) => told(voice)[0]);
    shapes.push(write(heading, { x: 0, y: y + 14, size: 12, weight: 600, ink: 'quiet' }));
    y += 26;
    for (const voice of shown) {
      const [asked, answered] = told(voice);
      const numbers = `${count(answered)} of ${count(asked)} answered`;
      const row = layRow(voice, { numbers, more: percent(answered, asked) }, { looks, y, width });
      const { slot } = looks(voice.speaker);
      const unit = row.width / Math.max(1, total);
      shapes.push(
        ...row.shapes,
        fill(row.x, row.y, { width: asked * unit, height: 9, ink: 'voice', slot, tint: 0.25 }),
        ...bar(slot, row.x, row.y + 11, { width: answered * unit, height: 9 }),
      );
      const parts = total <= PARTED ? asked : 0;
      for (let at = 1; at < parts; at += 1)
        shapes.push(fill(row.x + at * unit - 1, row.y, { width: 2, height: 20, ink: 'page' }));
      y += row.height;
    }
    if (more > 0) {
      shapes.push(moreVoices(more, y));
      y += 24;
    }
    y += 8;
  };
  group(
    'Questions asked by',
    all.filter(({ asked }) => asked > 0),
    ({ asked, answered }) => [asked, answered],
  );
  group(
    'Others’ questions answered by',
    all.filter(({ answers }) => answers > 0),
    ({ of, answers }) => [of, answers],
  );
  return { width, height: y, shapes, links: [] };
}
