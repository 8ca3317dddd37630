import type { Section } from '../../core/voices/sections.ts';

/** About how many characters stand on a line where the text has its full measure. */
const LINE = 64;
/** What stands between two paragraphs, and above a turn with its header, in lines. */
const GAP = 0.6;
const TURN_GAP = 2;

/** The first group is never left out of the layout, so that a text of usual length is one group, in lines. */
const FIRST = 500;
/** The others, in lines; `.group` in article-text.module.css tells the browser so. */
const NEXT = 150;

/**
 * The sections of a long text in groups of about the same height, which the browser lays out one by one as they come near
 * the screen. No group ends with a heading: what follows it belongs to it, and their margins are one.
 */
export function textGroups(sections: readonly Section[]): Section[][] {
  const groups: Section[][] = [];
  let lines = Number.POSITIVE_INFINITY;
  for (const section of sections) {
    const last = groups.at(-1);
    if (last && (lines < (groups.length === 1 ? FIRST : NEXT) || endsWithHeading(last.at(-1)!))) {
      last.push(section);
    } else {
      groups.push([section]);
      lines = 0;
    }
    lines += linesOf(section);
  }
  return groups;
}

function linesOf(section: Section): number {
  if (section.kind === 'exchange') return section.parts.reduce((sum, part) => sum + linesOf(part), 0);
  return section.blocks.reduce(
    (sum, block) => sum + Math.ceil((block.end - block.start) / LINE) + GAP,
    TURN_GAP - GAP,
  );
}

/** Whether a section may end with a heading. Plain blocks can also be set as one, so that they count as one. */
function endsWithHeading(section: Section): boolean {
  if (section.kind === 'exchange') return endsWithHeading(section.parts.at(-1)!);
  return section.kind === 'between' || section.blocks.at(-1)!.kind === 'heading';
}
