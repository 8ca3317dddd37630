import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { selectorOf } from '../../src/core/anchor/selectors.ts';
import { placeNotes } from '../../src/core/notes/note.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { listingOf, publish, tellFaults, type ArticleFiles } from '../../src/storage/article-files.ts';
import { readListings, readPublished } from '../../src/storage/published-door.ts';
import { publishAll } from '../../tools/articles.ts';

const read = (name: string): string => readFileSync(`public/articles/vance-peace-talks/${name}`, 'utf8');
const bundled: ArticleFiles = {
  slug: 'vance-peace-talks',
  text: read('article.txt'),
  meta: read('article.json'),
  claims: read('claims.jsonld'),
};
const faultsOf = (files: ArticleFiles): string[] => {
  const result = publish(files);
  return result.ok ? [] : result.faults;
};
const changed = (file: 'meta' | 'claims', change: (json: any) => void): ArticleFiles => {
  const json: unknown = JSON.parse(bundled[file]!);
  change(json);
  return { ...bundled, [file]: JSON.stringify(json) };
};

describe('the bundled article', () => {
  const [published] = publishAll();
  const { article, notes, relations } = published!;

  it('is published as the rules read it, so that the browser needs no rules', () => {
    const { lang, speakers, corrections, blocks } = JSON.parse(bundled.meta);
    expect(article).toEqual(readArticle(bundled.text, { lang, speakers, corrections, blocks }));
    expect(readPublished(JSON.parse(JSON.stringify(published)))).toEqual(published);
    expect(article.text).toBe(bundled.text);
  });

  it('has 34 claims with 19 relations and three notes on the translation', () => {
    expect(notes.filter((note) => note.claim).map((note) => note.label)).toEqual(
      Array.from({ length: 34 }, (_, index) => String(index + 1)),
    );
    expect(notes.filter((note) => !note.claim).map((note) => note.label)).toEqual(['a', 'b', 'c']);
    expect(relations).toHaveLength(19);
  });

  it('anchors every note exactly once, on its words', () => {
    const { placed, unplaced } = placeNotes(article, notes);
    expect(unplaced).toEqual([]);
    for (const { selectors, span } of placed) {
      const { exact } = selectorOf(selectors, 'TextQuoteSelector')!;
      expect(article.text.slice(span.start, span.end)).toBe(exact);
      expect(selectorOf(selectors, 'TextPositionSelector')).toMatchObject(span);
      const block = article.blocks.find(({ start, end }) => start <= span.start && span.end <= end)!;
      expect(article.text.slice(block.start, block.end).split(exact)).toHaveLength(2);
    }
  });

  it('keeps the rules for claim notes: open, at most 280 characters, of a voice that the article has', () => {
    const ids = new Set(article.speakers.map((speaker) => speaker.id));
    for (const { claim, body } of notes) {
      expect(body.length).toBeLessThanOrEqual(280);
      if (claim) expect(claim.status).toBe('open');
      for (const id of [claim?.voice.speaker, claim?.voice.reporting, claim?.voice.quoting]) {
        if (id !== undefined) expect(ids).toContain(id);
      }
    }
  });

  it('names passages in its notes that exist', () => {
    const ids = new Set(article.blocks.map((block) => block.id));
    for (const { body } of notes)
      for (const [, number] of body.matchAll(/¶(\d+)/g)) expect(ids).toContain(`p${number}`);
  });

  it('is listed with its voices', () => {
    const listing = listingOf(published!);
    expect(listing).toMatchObject({ slug: 'vance-peace-talks', claims: 34, lang: 'en' });
    expect(listing.voices).toContain('Kirill Ozhimko');
    expect(readListings([listing])).toEqual([listing]);
  });
});

describe('files that do not fit stop the build, by name', () => {
  it('a claim whose words are not in the text', () => {
    const files = changed('claims', (page) => {
      page.items[4].target.selector[0].exact = 'Russia wants about 7,000 square kilometers';
    });
    expect(faultsOf(files)).toEqual([
      'claims.jsonld: annotation #c5 (5): its words are not in the text: "Russia wants about 7,000 square kilometers"',
    ]);
    expect(tellFaults('vance-peace-talks', faultsOf(files))).toMatch(
      /^The article vance-peace-talks can't be published:\n {2}- claims/,
    );
  });
  it('a claim whose words stand in the text more than once', () => {
    const files = changed('claims', (page) => {
      page.items[6].target.selector = { type: 'TextQuoteSelector', exact: 'Ukraine' };
    });
    expect(faultsOf(files)).toEqual([
      'claims.jsonld: annotation #c7 (7): its words stand in the text more than once: "Ukraine"',
    ]);
  });
  it('a claim of somebody whom the article does not have', () => {
    const files = changed('claims', (page) => {
      page.items[4].claim.voice.speaker = 'nobody';
    });
    expect(faultsOf(files)).toEqual([
      'claims.jsonld: annotation #c5: claim.voice: there is no speaker "nobody"',
    ]);
  });
  it('a paragraph without an id, or an id used twice', () => {
    expect(faultsOf({ ...bundled, text: `${bundled.text}\n\nOne more.` })).toEqual([
      'article.json: blocks: 42 ids for 43 paragraphs of article.txt',
    ]);
    expect(faultsOf(changed('meta', (meta) => (meta.blocks[3] = 'p2')))).toContain(
      'article.json: blocks: an id is used twice',
    );
    expect(faultsOf(changed('meta', (meta) => (meta.blocks[3] = '../p3'))).join()).toMatch(
      /can't stand in an address/,
    );
  });
  it('a speaker whom the rules did not find', () => {
    const files = changed('meta', (meta) => meta.speakers.push({ id: 'jane-doe', name: 'Jane Doe' }));
    expect(faultsOf(files).join()).toMatch(
      /^article\.json: speakers: "jane-doe" is nobody that the rules found/,
    );
  });
  it('metadata with a wrong field, an unknown one or a dangerous address', () => {
    expect(faultsOf(changed('meta', (meta) => (meta.date = 'yesterday'))).join()).toMatch(
      /article\.json: date/,
    );
    expect(faultsOf(changed('meta', (meta) => (meta.colour = 'red'))).join()).toMatch(
      /article\.json: colour/,
    );
    expect(faultsOf(changed('meta', (meta) => (meta.source.url = 'javascript:alert(1)'))).join()).toMatch(
      /source\.url/,
    );
  });
  it('a file that is no JSON', () => {
    expect(faultsOf({ ...bundled, meta: '{' })[0]).toMatch(/^article\.json: is not JSON/);
    expect(faultsOf({ ...bundled, claims: 'oops' })[0]).toMatch(/^claims\.jsonld: is not JSON/);
  });
  it('but an article without claims is one', () => {
    const { claims: _, ...without } = bundled;
    expect(publish(without).ok).toBe(true);
  });
});
