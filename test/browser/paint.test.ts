import { afterEach, describe, expect, it } from 'vitest';
import { createPainter, type Stroke } from '../../src/dom/paint.ts';

/** An article in groups of two paragraphs, each of one piece of ten characters, an empty line between them. */
function articleOf(groups: number): HTMLElement {
  const article = document.createElement('article');
  for (let group = 0; group < groups; group += 1) {
    const part = document.createElement('div');
    part.dataset['group'] = '';
    for (const start of [group * 24, group * 24 + 12]) {
      const piece = document.createElement('p');
      piece.dataset['start'] = String(start);
      piece.textContent = String(start).padEnd(10, '.');
      part.append(piece);
    }
    article.append(part);
  }
  document.body.append(article);
  return article;
}

const strokesOf = (...spans: [number, number][]): Map<string, Stroke> =>
  new Map(spans.map(([start, end]) => [`${start} ${end}`, { span: { start, end }, look: 'test' }]));

const painted = (): string[] => [...(CSS.highlights.get('test') ?? [])].map(String);

afterEach(() => {
  CSS.highlights.clear();
  document.body.replaceChildren();
});

describe('the painter of a long article', () => {
  it('paints words wherever their group is, and across groups', () => {
    const painter = createPainter(articleOf(5));
    painter.show(strokesOf([96, 99], [0, 2], [36, 40], [44, 50]));
    expect(painted()).toEqual(['96.', '0.', '36..', '..48']);
    painter.clear();
    expect(painted()).toEqual([]);
  });

  it('paints only what is new, and takes away what is no longer wanted', () => {
    const painter = createPainter(articleOf(2));
    painter.show(strokesOf([0, 2], [12, 14]));
    const [, second] = CSS.highlights.get('test')!;
    painter.show(strokesOf([12, 14], [24, 26]));
    expect(painted()).toEqual(['12', '24']);
    expect([...CSS.highlights.get('test')!][0]).toBe(second);
  });

  it('finds words in paragraphs that came after it had painted', () => {
    const article = articleOf(1);
    const painter = createPainter(article);
    painter.show(strokesOf([0, 2]));
    article.append(articleOf(3).lastElementChild!);
    painter.show(strokesOf([0, 2], [48, 50]));
    expect(painted()).toEqual(['0.', '48']);
  });
});
