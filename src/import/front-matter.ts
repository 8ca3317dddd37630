import { FRONT_MATTER_LENGTH } from '../core/limits.ts';
import type { About } from '../core/text/brought.ts';
import { inPlainOrder } from '../core/text/plain-order.ts';
import { isoDate } from './date.ts';
import { languageTag } from './language-tag.ts';
import { linkAddress } from './link-address.ts';
import { UNKNOWN } from './plain-text.ts';

const LINE = /^(?:[A-Za-z][\w-]*[ \t]*:.*|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*)$/;

/**
 * What stands between two lines of three dashes at the head of a Markdown file, and the text after it. Only plain
 * `name: value` lines are read, with or without quotation marks, and the first entry of a list under a name: no YAML,
 * so that nothing in it can be more than words. `body` is the whole content where there is no front matter.
 */
export function readFrontMatter(content: string): { readonly about: About; readonly body: string } {
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(
    content.slice(0, FRONT_MATTER_LENGTH),
  );
  const lines = found?.[1]!.split('\n') ?? [];
  if (!found || !lines.every((line) => LINE.test(line)) || !lines.some((line) => /^[A-Za-z]/.test(line)))
    return { about: UNKNOWN, body: content };
  const values = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    const [, key, value = ''] = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/s.exec(line) ?? [];
    if (key !== undefined) name = key.toLowerCase();
    const said = unquoted(
      key === undefined ? line.replace(/^[ \t]*(?:-[ \t]+)?(?:name:[ \t]*)?/, '') : value,
    );
    if (said !== '' && !said.startsWith('#') && !values.has(name)) values.set(name, said);
  }
  const valueOf = (...names: string[]): string | null => {
    for (const one of names) if (values.has(one)) return values.get(one)!;
    return null;
  };
  const url = linkAddress(valueOf('source', 'url', 'canonical', 'canonical_url', 'link') ?? '', null);
  return {
    about: {
      title: valueOf('title'),
      lang: languageTag(valueOf('lang', 'language', 'locale')),
      author: valueOf('author', 'authors', 'byline'),
      date: isoDate(valueOf('date', 'published')),
      source: url === null ? null : { name: valueOf('site', 'publisher') ?? new URL(url).hostname, url },
    },
    body: content.slice(found[0].length),
  };
}

function unquoted(value: string): string {
  const whole = value.trim();
  const list = /^\[(.*)\]$/s.exec(whole)?.[1];
  const trimmed = list === undefined ? whole : list.trimStart().split(/[,\]]/, 1)[0]!;
  const [, mark, inner] = /^(["'])(.*)\1$/.exec(trimmed) ?? [];
  const plain = mark === undefined ? trimmed : inner!.replaceAll(`\\${mark}`, mark);
  return inPlainOrder(plain).trim().slice(0, 500);
}
