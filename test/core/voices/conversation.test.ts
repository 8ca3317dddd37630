import { describe, expect, it } from 'vitest';
import { voicesTold } from './told.ts';

describe('conversation in a story', () => {
  it.each([
    [
      'two people take turns',
      '"Where have you been?" asked Tom.\n\n"At the mill," said Anna.\n\n"Again?"\n\n"Again!"\n\n"All day?"',
      'Tom | Anna | Tom | Anna | Tom',
    ],
    [
      'who is addressed answers',
      '"Is it late?" asked Tom.\n\n"Very!" said Anna.\n\n"Did you see it, Ben?" asked Tom.\n\n"I did!"\n\n"So!" said Ben.',
      'Tom | Anna | Tom | Ben | Ben',
    ],
    [
      '"he" is not who is spoken to',
      'Tom and Basil sat. Tom rose. "Must you go, Tom?" he asked.\n\n"Yes!" said Tom.\n\n"No!" said Basil.',
      'Basil | Tom | Basil',
    ],
    [
      'a new paragraph is a new voice',
      '"Stop!" cried Tom.\n\nBen turned. "Why?" he asked.\n\n"Stop!" said Tom.',
      'Tom | Ben | Tom',
    ],
    [
      'somebody acting beside the speech speaks',
      '"Look!" Tom pointed at the hill.\n\nAnna shook her head. "Where?"\n\n"There!" said Tom.',
      'Tom | Anna | Tom',
    ],
    [
      'quotations side by side are two voices',
      '"Is it you?" said Tom. "It is!" said Anna. "Come in!" "Thank you!"',
      'Tom | Anna | Anna | Tom',
    ],
    [
      'a line that ends in a colon announces the next',
      'His mother said:\n\n"Come in!"\n\n"Why?" asked Tom.\n\n"Come!" said Anna.',
      'mother | Tom | Anna',
    ],
    [
      'any verb beside speech reports it',
      '"Lovely!" beamed Anna.\n\n"Really?" said Tom.\n\n"Yes!" said Anna.',
      'Anna | Tom | Anna',
    ],
    [
      'the first person is the author',
      '"Who is it?" I said.\n\n"Me!" said Tom.\n\n"Oh!" I said.',
      'Author | Tom | Author',
    ],
  ])('%s', (_, text, expected) => {
    expect(voicesTold(text)).toBe(expected);
  });

  it('odd words within narration are scare marks', () => {
    expect(
      voicesTold(
        '"Why?" asked Tom.\n\n"So!" said Ann.\n\n"No!" said Tom.\n\nTom was what they called a "masher" there.',
      ),
    ).toBe('Tom | Ann | Tom | ~');
  });

  it('"Mr. Hall" and "Mrs. Hall" are two people', () => {
    expect(voicesTold('"Why?" asked Mr. Hall.\n\n"So!" said Mrs. Hall.\n\n"No!" said Mr. Hall.')).toBe(
      'Mr. Hall | Mrs. Hall | Mr. Hall',
    );
  });
});
