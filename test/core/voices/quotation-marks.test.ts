import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/core/voices/blocks.ts';
import { pairMarks, type Marked } from '../../../src/core/voices/quotation-marks.ts';

/** What is marked, outermost stretches only; nested ones in round brackets behind. */
function marked(text: string): string[] {
  const words = ({ start, end }: Marked): string => text.slice(start, end).replace(/\s+/g, ' ');
  return pairMarks(text, findBlocks(text)).map(
    (pair) => words(pair) + pair.inner.map((inner) => `(${words(inner)})`).join(''),
  );
}

describe('pairs of quotation marks', () => {
  it.each([
    ['straight', 'She said "yes" and left.', ['"yes"']],
    ['curly', 'She said “yes” and left.', ['“yes”']],
    ['low and high', 'Sie sagte „ja“ und ging.', ['„ja“']],
    ['angled outward', 'Elle a dit « oui » et partit.', ['« oui »']],
    ['angled inward', 'Sie sagte »ja« und ging.', ['»ja«']],
    ['single angled', 'Er sagte ‹nein› dazu.', ['‹nein›']],
    ['corner', '他说：「我不知道」，然后走了。', ['「我不知道」']],
    ['white corner inside corner', '「他说『好』。」', ['「他说『好』。」(『好』)']],
    ['mixed straight and curly', 'She said “yes" and left.', ['“yes"']],
    ['closed with the opening glyph', '“Nobody knows,“ he said.', ['“Nobody knows,“']],
    ['twice the closing glyph', 'Hon sade ”ja” och gick.', ['”ja”']],
    [
      'single in double',
      '"He told me \'go home\' twice," she said.',
      ["\"He told me 'go home' twice,\"('go home')"],
    ],
    [
      'double in single',
      '\'He told me "go home" twice,\' she said.',
      ['\'He told me "go home" twice,\'("go home")'],
    ],
    ['dashes beside', 'The plan—"a mess"—was dropped.', ['"a mess"']],
    ['marks inside emphasis', 'He wrote **"Never again"** on it.', ['"Never again"']],
  ])('%s marks are paired', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it.each([
    ['inches', 'I use a 15" screen and a 27" screen.'],
    ['feet and inches', 'He is 6\'2" tall.'],
    ['an apostrophe', "It isn't the dogs' fault, it's Mary's."],
    ['an elision', "'Twas late, and we told 'em so; rock 'n' roll."],
    ['a decade', "The '90s were loud."],
    ['a mark without its pair', 'It costs 5 " or so.'],
  ])('%s marks no words', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it.each([
    ["A possessive does not close: 'the boys' room is shut,' she said.", ["'the boys' room is shut,'"]],
    ["'Trump's prize,' he said, 'isn't mine.'", ["'Trump's prize,'", "'isn't mine.'"]],
    ["They call it 'odd' and 'new'.", ["'odd'", "'new'"]],
  ])('single marks are told from apostrophes: %s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});

describe('a quotation over several paragraphs', () => {
  it('a closing mark only on the last paragraph makes one quotation', () => {
    expect(marked('"One thing.\n\nAnother thing.\n\nA last thing," he said.')).toEqual([
      '"One thing. Another thing. A last thing,"',
    ]);
  });

  it('a mark that opens each paragraph again makes one quotation', () => {
    expect(marked('“One thing.\n\n“Another thing.\n\n“A last thing,” he said.')).toEqual([
      '“One thing. “Another thing. “A last thing,”',
    ]);
  });

  it('without any closing mark it ends with its paragraph', () => {
    expect(marked('"One thing.\n\nHe went home.\n\nShe said "stay".')).toEqual(['"One thing.', '"stay"']);
  });

  it('a heading or a label ends it', () => {
    expect(marked('"One thing.\n\n## Later\n\nA last thing".')).toEqual(['"One thing.']);
    expect(marked('"One thing.\n\nQ: And then?\n\nA last thing".')).toEqual(['"One thing.']);
  });

  it('of two opening marks in a paragraph with one closing mark, the later pair counts', () => {
    expect(marked('"Hello, he said. "I am here."')).toEqual(['"I am here."']);
  });
});

describe('speech that a dash opens', () => {
  it.each([
    ['Russian', '— Привет, — сказал Пётр. — Как дела?\n\n— Хорошо.', ['— Привет,', 'Как дела?', '— Хорошо.']],
    ['French', '— Bonjour, dit-il. Ça va ?\n\n— Oui.', ['— Bonjour,', 'Ça va ?', '— Oui.']],
    ['Spanish', '—Hola —dijo Juan—. ¿Qué tal?\n\n—Bien.', ['—Hola', '¿Qué tal?', '—Bien.']],
    [
      'doubled hyphens',
      '--Who is there?\n\n--Nobody, he thought.',
      ['--Who is there?', '--Nobody, he thought.'],
    ],
  ])('%s dialogue is cut at the narration that breaks in', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('a single line behind a dash credits something and is no speech', () => {
    expect(marked('The bridge fell.\n\n—A witness, on Monday\n\nIt was old.')).toEqual([]);
  });
});
