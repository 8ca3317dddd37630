import { afterEach, expect, test } from 'vitest';
import { layOutCards } from '../../src/dom/margin.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const WORDS =
  'The council met again in the evening and spoke of the harbour, the roads and the money for both of them. ';

/** Long paragraphs with marked words, and a card for each; as the page draws them, without its styles. */
function draw(paragraphs: number, notes: number): { article: HTMLElement; section: HTMLElement } {
  const article = document.createElement('article');
  article.style.cssText = 'width: 600px; font: 19px/1.6 serif';
  const section = document.createElement('section');
  section.style.cssText = 'position: absolute; left: 650px; top: 0; width: 300px';
  document.body.append(article, section);
  let length = 0;
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    const block = document.createElement('p');
    article.append(block);
    const add = (parent: HTMLElement, words: string): void => {
      const piece = document.createElement('span');
      piece.dataset['start'] = String(length);
      piece.textContent = words;
      parent.append(piece);
      length += words.length;
    };
    add(block, WORDS.repeat(8));
    for (
      let note = Math.ceil((paragraph * notes) / paragraphs);
      note < ((paragraph + 1) * notes) / paragraphs;
      note += 1
    ) {
      const mark = document.createElement('mark');
      block.append(mark);
      const from = length;
      add(mark, `a claim of theirs, number ${note}, `);
      const to = length;
      add(block, WORDS.repeat(3));
      const card = document.createElement('div');
      Object.assign(card.dataset, { note: `c${note}`, from, to });
      card.style.cssText = 'position: absolute; width: 100%';
      card.innerHTML = `<p data-head>Record</p><p data-body>${WORDS.repeat(2)}</p>`;
      section.append(card);
    }
  }
  return { article, section };
}

test('60 long paragraphs with 100 claims are laid out within a frame', () => {
  const { article, section } = draw(60, 100);
  const times: number[] = [];
  for (let run = 0; run < 15; run += 1) {
    // Another width, so that the browser has to break every line anew and nothing is remembered.
    article.style.width = `${560 + run * 4}px`;
    article.getBoundingClientRect();
    const begin = performance.now();
    layOutCards(article, section, run % 3 === 0 ? null : `c${(run * 7) % 100}`);
    section.getBoundingClientRect();
    times.push(performance.now() - begin);
  }
  const median = times.toSorted((a, b) => a - b)[7]!;
  expect(median).toBeLessThan(16.7);
  const tops = [...section.children].map((card) => card.getBoundingClientRect());
  for (const [index, box] of tops.entries()) {
    if (index > 0) expect(box.top).toBeGreaterThanOrEqual(tops[index - 1]!.bottom);
  }
});

test('a note whose words are folded away has no place and takes none', () => {
  const { article, section } = draw(3, 3);
  article.children[1]!.setAttribute('hidden', 'until-found');
  layOutCards(article, section, null);
  expect([...section.children].map((card) => card.hasAttribute('data-folded'))).toEqual([false, true, false]);
});
