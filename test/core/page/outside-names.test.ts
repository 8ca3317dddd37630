import { describe, expect, it } from 'vitest';
import { formatPage } from '../../../src/core/page/format-page.ts';
import { parsePage } from '../../../src/core/page/page-data.ts';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { samplePage, TALK } from './sample-page.ts';

const TURNED = '\u202Emoc.knab\u202C\u2066x\u2069';

describe('names and titles from outside', () => {
  it('bring nothing into a reading that turns the order of letters round', () => {
    const article = readArticle(`\u202EBen\u202C: Yes.\n\nAnna: No?\n\n\u202EBen\u202C: Yes.\n\nAnna: No?`);
    for (const { name, short } of article.speakers) expect(name + short).not.toMatch(/\p{Bidi_C}/u);
    expect(article.text).toContain('\u202E');
  });

  it('come back out of a file without it', () => {
    const page = samplePage(TALK, {
      own: {
        title: TURNED,
        about: { author: TURNED, date: null, source: { name: TURNED, url: 'https://example.org/' } },
      },
    });
    const { article } = page.content;
    const named = {
      ...article,
      speakers: article.speakers.map((one) => ({ ...one, name: TURNED, role: TURNED })),
    };
    const read = parsePage(formatPage({ ...page, content: { ...page.content, article: named } }));
    if (!read?.ok || !('about' in read.page.content)) throw new Error('was refused');
    const { title, about, article: back } = read.page.content;
    for (const shown of [
      title,
      about.author,
      about.source?.name,
      ...back.speakers.flatMap(({ name, role }) => [name, role]),
    ])
      expect(shown).toBe('moc.knabx');
  });
});

describe('links in an exported page', () => {
  const linked = (href: string): string => {
    const start = TALK.indexOf('mayor');
    const formatting = [{ kind: 'link', href, start, end: start + 'mayor'.length }] as const;
    return formatPage(samplePage(TALK.replace('mayor', 'ba.nk'), { formatting }));
  };

  it('whose words name another address are followed by the one that they lead to', () => {
    expect(linked('https://evil.example/x')).toContain(
      '<a href="https://evil.example/x" data-leads="evil.example" rel="noreferrer noopener">ba.nk</a>',
    );
    expect(linked('https://www.ba.nk/x')).toContain(
      '<a href="https://www.ba.nk/x" rel="noreferrer noopener">',
    );
  });

  it('are none where they lead to no page of the web', () => {
    for (const href of [
      'javascript:alert(1)',
      'https://bank.example@evil.example/',
      'https://e.example/\u202Ea',
    ])
      expect(linked(href).replace(/<script[^]*?<\/script>/g, '')).not.toContain(`href="${href.slice(0, 8)}`);
  });

  it('name the host beside the words of a source', () => {
    const source = { name: 'Your bank', url: 'https://evil.example/' };
    const page = formatPage(samplePage(TALK, { own: { about: { author: null, date: null, source } } }));
    expect(page).toContain('>Your bank</a> <bdi>(evil.example)</bdi>');
  });
});
