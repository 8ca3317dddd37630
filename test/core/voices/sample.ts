import type { Article } from '../../../src/core/voices/read-article.ts';
import type { Turn } from '../../../src/core/voices/turns.ts';

/**
 * An article written down by hand, for tests of what follows from voices. Each line is a paragraph:
 * `kind speaker: words`, where the kind is a turn's, or `front`, `back` or `between` for a block in no turn, or `+` to go
 * on with the turn before. `[words]` in it is a direct quotation of the turn's speaker, `{who|words}` one of somebody else.
 */
export function sampleArticle(lines: readonly string[], exchanges: Article['exchanges'] = []): Article {
  let text = '';
  const blocks: Article['blocks'][number][] = [];
  const turns: { -readonly [Key in keyof Turn]: Turn[Key] }[] = [];
  const quotations: Article['quotations'][number][] = [];
  const names = new Set<string>();
  for (const line of lines) {
    const [, kind, speaker, words] = /^(\S+)(?: (\S+))?: (.*)$/s.exec(line)!;
    if (text !== '') text += '\n\n';
    const start = text.length;
    for (const [, own, other, quoted, plain] of words!.matchAll(
      /\[([^\]]*)\]|\{([^|]*)\|([^}]*)\}|([^[{]+)/g,
    )) {
      const from = text.length;
      text += own ?? quoted ?? plain;
      const who = own === undefined ? other : (turns.at(-1)?.speaker ?? speaker);
      if (plain === undefined) {
        const said = own === undefined ? other! : kind === '+' ? who! : speaker!;
        names.add(said);
        quotations.push({ start: from, end: text.length, kind: 'direct', speaker: said });
      }
    }
    const id = `p${blocks.length}`;
    const plain = kind === 'front' || kind === 'back' || kind === 'between';
    blocks.push({
      id,
      start,
      end: text.length,
      kind: kind === 'back' ? 'back-matter' : kind === 'front' ? 'title' : 'paragraph',
    });
    if (kind === '+') turns.at(-1)!.end = text.length;
    else if (!plain) {
      if (speaker !== undefined) names.add(speaker);
      turns.push({
        id: `t${turns.length}`,
        start,
        end: text.length,
        kind: kind as Turn['kind'],
        speaker: speaker ?? null,
      });
    }
  }
  const speakers = [...names].map((id) => ({
    id,
    name: id,
    short: id,
    part: id === 'author' ? ('author' as const) : ('guest' as const),
    aliases: [],
  }));
  return { lang: 'en', text, blocks, speakers, quotations, turns, exchanges };
}
