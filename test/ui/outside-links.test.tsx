// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Formatting } from '../../src/core/text/formatting.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import MarkdownTree from '../../src/ui/notes/markdown-tree.tsx';
import { BlockText } from '../../src/ui/reader/block-text.tsx';
import { prepareReading, ReadingContext } from '../../src/ui/reading.ts';
import { publishAll } from '../../tools/articles.ts';

afterEach(cleanup);

describe('a link in a note', () => {
  it.each([
    ['[your bank](https://evil.example/x)', 'your bank (evil.example)'],
    ['[https://bank.example](https://evil.example/x)', 'https://bank.example (evil.example)'],
    ['[*bank*](https://b\u0430nk.example/)', 'bank (xn--bnk-6cd.example)'],
    ['![a picture](https://evil.example/p.png)', 'a picture (evil.example)'],
    ['<https://evil.example/x>', 'https://evil.example/x'],
    ['[bank](https://bank.example@evil.example/)', 'bank'],
    ['[bank](javascript:alert(1))', 'bank'],
    ['[bank](<java\tscript:alert(1)>)', 'bank'],
  ])('says where it leads: %s', (text, shown) => {
    const { container } = render(<MarkdownTree text={text} />);
    expect(container.textContent).toBe(shown);
    for (const link of container.querySelectorAll('a')) {
      expect(link.href).toMatch(/^https:/);
      expect(link.rel).toBe('noreferrer noopener');
    }
  });
});

describe('a link in an article', () => {
  function drawn(words: string, href: string): HTMLAnchorElement[] {
    const text = `A title\n\nGo to ${words} and log in.`;
    const start = text.indexOf(words);
    const formatting: Formatting[] = [{ kind: 'link', href, start, end: start + words.length }];
    const article = readArticle(text);
    const [bundled] = publishAll();
    const published = { ...bundled!, article, notes: [], relations: [], formatting };
    const { container } = render(
      <ReadingContext value={prepareReading(published, article)}>
        <BlockText block={article.blocks.at(-1)!} />
      </ReadingContext>,
    );
    expect(container.textContent).toBe(`Go to ${words} and log in.`);
    return [...container.querySelectorAll('a')];
  }

  it.each<[words: string, href: string, leads: string | undefined]>([
    ['bank.example', 'https://evil.example/x', 'evil.example'],
    ['https://bank.example/login', 'https://evil.example/x', 'evil.example'],
    ['b\u0430nk.example', 'https://xn--bnk-6cd.example/', 'xn--bnk-6cd.example'],
    ['bank.example', 'https://www.bank.example/login', undefined],
    ['the bank', 'https://bank.example/', undefined],
  ])('with the words %s to %s is followed by %s, which is no word of the text', (words, href, leads) => {
    const [link] = drawn(words, href);
    expect(link!.href).toBe(href);
    expect(link!.dataset['leads']).toBe(leads);
    expect(link!.rel).toContain('noreferrer noopener');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    'blob:https://a/1',
    'file:///etc/passwd',
  ])('to %s leads nowhere', (href) => {
    expect(drawn('bank.example', href).every((link) => !link.hasAttribute('href'))).toBe(true);
  });
});
