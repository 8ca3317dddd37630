import { describe, expect, it } from 'vitest';
import {
  citationHtml,
  citationMarkdown,
  citationOf,
  citationText,
  type CitationSource,
} from '../../../src/core/link/citation.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';

const TEXT = `Bridges and boats

The mayor spoke on Monday. "We will build the bridge, and we will build it soon," said Anna Holt, the mayor. "It will cost nothing."

Boats are fewer than ever, and older. "Nobody sails," said Tom Reed, a joiner.`;
const article = readArticle(TEXT);

function span(words: string): Span {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(words);
  return { start, end: start + words.length };
}

describe('the words of a citation', () => {
  it.each([
    ['a whole quotation, without its marks', '"Nobody sails,"', 'Nobody sails,'],
    ['its words alone', 'Nobody sails', 'Nobody sails'],
    ['the middle of a sentence', 'build the bridge', '… build the bridge …'],
    ['its beginning', 'We will build', 'We will build …'],
    ['its end', 'it soon,"', '… it soon,'],
    [
      'over the words of who tells it',
      '"We will build the bridge, and we will build it soon," said Anna Holt, the mayor. "It will cost nothing."',
      'We will build the bridge, and we will build it soon, … It will cost nothing.',
    ],
    ['a sentence of the author', 'The mayor spoke on Monday.', 'The mayor spoke on Monday.'],
    ['a part of one', 'fewer than ever', '… fewer than ever …'],
    [
      'over the words of who tells it, from the middle of one sentence to that of another',
      'build it soon," said Anna Holt, the mayor. "It will',
      '… build it soon, … It will …',
    ],
    ['with a mark of a quotation that goes on', '"We will build the bridge', 'We will build the bridge …'],
  ])('%s', (_, selected, told) => {
    expect(citationOf(article, span(selected)).words).toBe(told);
  });

  it('are whose they are; of several speakers they are nobody’s', () => {
    expect(citationOf(article, span('build the bridge')).speaker).toEqual({
      id: 'anna-holt',
      name: 'Anna Holt',
      role: 'mayor',
    });
    expect(citationOf(article, span('build the bridge')).speaker?.name).toBe('Anna Holt');
    expect(citationOf(article, span('The mayor spoke')).speaker?.id).toBe('author');
    const both = { start: span('It will').start, end: span('sails').end };
    expect(citationOf(article, both).speaker).toBeNull();
    expect(citationOf(article, both).words).toContain('nothing." Boats');
  });
});

describe('where the sentence of a citation begins and ends', () => {
  const told = (text: string, words: string): string => {
    const start = text.indexOf(words);
    const one = readArticle(text);
    return citationOf(one, { start, end: start + words.length }).words;
  };
  it.each([
    [
      'behind a label it begins',
      'Anna Holt: Boats float. So be it.\n\nTom Reed: No.\n\nAnna Holt: Yes.\n\nTom Reed: Well.',
      'Boats float',
      'Boats float',
    ],
    [
      'behind another sentence it begins',
      'It rained all day. Boats float on it.',
      'Boats float on it',
      'Boats float on it',
    ],
    ['a question ends', 'Do boats float? They do.', 'Do boats float?', 'Do boats float?'],
    [
      'before more of it words are left out',
      'Boats float on water, and mills do not.',
      'Boats float on water',
      'Boats float on water …',
    ],
    [
      'within quotation marks it ends with them',
      'He wrote: “Boats float”, and left.',
      'Boats float',
      'Boats float',
    ],
    [
      'marks that stand within stay',
      'It is a “boat” for all of us.',
      'It is a “boat” for all of us.',
      'It is a “boat” for all of us.',
    ],
    [
      'behind a mark of quotation it begins, also where that is selected',
      'He wrote: “Boats float on it”, and left.',
      '“Boats float',
      'Boats float …',
    ],
    [
      'a mark whose partner stands within stays',
      'They call it “a boat” or a float.',
      '“a boat” or a float.',
      '“a boat” or a float.',
    ],
    ['blanks around it are nothing', 'Boats float.  Mills turn.', 'Mills turn.', 'Mills turn.'],
    [
      'in the midst of a turn it is its sentence’s middle',
      'Anna Holt: Boats float. So be it.\n\nTom Reed: No.\n\nAnna Holt: Yes.\n\nTom Reed: Well.',
      'float',
      '… float',
    ],
    [
      'words over two paragraphs are on one line',
      'Boats float.\n\nMills turn.',
      'Boats float.\n\nMills turn.',
      'Boats float. Mills turn.',
    ],
  ])('%s', (_, text, words, expected) => {
    expect(told(text, words)).toBe(expected);
  });
});

describe('a citation of an answer', () => {
  const interview = readArticle(
    '# Interview with Anna Holt\n\nQ: What do you build?\n\nA: Bridges, mostly.\n\nQ: And what else?\n\nA: Boats.',
  );
  it('names the question that it answers', () => {
    const start = interview.text.indexOf('Bridges');
    const { question } = citationOf(interview, { start, end: start + 'Bridges, mostly.'.length });
    expect(question?.words).toBe('What do you build?');
  });
  const named = readArticle(
    'A talk\n\nTom Reed: What do you build?\n\nAnna Holt: Bridges, mostly.\n\nTom Reed: And what else?\n\nAnna Holt: Boats.',
  );
  it.each([
    ['Bridges', { words: 'What do you build?', asker: 'Tom Reed' }],
    ['Boats', { words: 'And what else?', asker: 'Tom Reed' }],
    ['What do you', null],
    ['A talk', null],
  ])('names who asked: %s', (words, question) => {
    const start = named.text.indexOf(words);
    expect(citationOf(named, { start, end: start + words.length }).question).toEqual(question);
  });
});

describe('where it comes from', () => {
  const source: CitationSource = {
    title: 'Bridges [and] <boats>',
    outlet: 'The *Herald*',
    date: '2026-05-04',
    address: 'https://example.org/bridges/#p1.we-will',
  };
  const citation = {
    words: 'We *will* <b>build</b>',
    speaker: { id: 'anna-holt', name: 'Anna Holt', role: 'mayor' },
    question: { words: 'What next?', asker: 'Tom Reed' },
  };
  it('is told as text', () => {
    expect(citationText(citation, source)).toBe(
      '“We *will* <b>build</b>”\n— Anna Holt (mayor), “Bridges [and] <boats>”, The *Herald*, 2026-05-04\nAsked by Tom Reed: “What next?”\nhttps://example.org/bridges/#p1.we-will',
    );
  });
  it('is told as Markdown, with nothing of it taken for markup', () => {
    expect(citationMarkdown(citation, source)).toBe(
      '> “We \\*will\\* \\<b>build\\</b>”\n>\n> — Anna Holt (mayor), [Bridges \\[and\\] \\<boats>](<https://example.org/bridges/#p1.we-will>), The \\*Herald\\*, 2026-05-04\n>\n> Asked by Tom Reed: “What next?”',
    );
  });
  it('is told as HTML', () => {
    expect(
      citationHtml(
        {
          words: 'So it is.',
          speaker: { id: 'x', name: 'Tom Reed' },
          question: { words: 'Why?', asker: null },
        },
        { title: 'Boats', outlet: 'The Herald', date: '2026-05-04', address: 'https://example.org/boats/' },
      ),
    ).toBe(
      '<blockquote cite="https://example.org/boats/"><p>“So it is.”</p></blockquote><p>— Tom Reed, <a href="https://example.org/boats/">Boats</a>, The Herald, 2026-05-04</p><p>Asked: “Why?”</p>',
    );
  });
  it('is told as HTML, with nothing of it taken for markup', () => {
    const html = citationHtml(citation, { ...source, address: 'https://example.org/?a="b"&c' });
    expect(html).toContain('cite="https://example.org/?a=&#34;b&#34;&#38;c"');
    expect(html).toContain('We *will* &#60;b&#62;build&#60;/b&#62;');
    expect(html.replace(/<\/?(?:blockquote|p|a)\b[^>]*>/g, '')).not.toMatch(/[<>]/);
  });
  it('leaves out what is not known', () => {
    const bare = { words: 'So it is.', speaker: null, question: null };
    const unknown = { ...source, outlet: null, date: null, address: null };
    expect(citationText(bare, unknown)).toBe('“So it is.”\n— “Bridges [and] <boats>”');
    expect(citationMarkdown(bare, unknown)).toBe('> “So it is.”\n>\n> — Bridges \\[and\\] \\<boats>');
    expect(citationHtml(bare, unknown)).toBe(
      '<blockquote><p>“So it is.”</p></blockquote><p>— Bridges [and] &#60;boats&#62;</p>',
    );
    const named = {
      ...bare,
      speaker: { id: 'x', name: 'Tom Reed' },
      question: { words: 'Why?', asker: null },
    };
    expect(citationText(named, unknown)).toBe(
      '“So it is.”\n— Tom Reed, “Bridges [and] <boats>”\nAsked: “Why?”',
    );
    expect(citationText(bare, { ...source, outlet: null, date: null })).toBe(
      '“So it is.”\n— “Bridges [and] <boats>”\nhttps://example.org/bridges/#p1.we-will',
    );
  });
});
