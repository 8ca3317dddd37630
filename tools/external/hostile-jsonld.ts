import { readNotesFile, type NotesFile } from '../../src/core/notes/notes-file.ts';
import { writeMarkdown } from '../../src/core/notes/markdown.ts';
import { placeNotes } from '../../src/core/notes/note.ts';
import { writeAnnotation } from '../../src/core/notes/web-annotation.ts';
import { isWebAddress } from '../../src/core/notes/web-address.ts';
import { CONTEXT, jsonOf, tellRefusal, type Case, type Suite } from './suite.ts';

const NAME = 'hostile-jsonld';

interface Hostile {
  readonly id: number;
  readonly name: string;
  readonly expect: string;
  readonly text?: string;
  readonly gen?: {
    readonly prefix: string;
    readonly repeat: string;
    readonly times: number;
    readonly suffix: string;
  };
}

/** Files made to do harm: each is refused or read without any, within a second, as its case says. */
export const hostileJsonld: Suite = {
  name: NAME,
  cases: () =>
    (jsonOf(NAME, 'cases.json') as Hostile[]).map((hostile): Case => ({
      name: `${hostile.id} ${hostile.name}`,
      run: () => run(hostile),
    })),
};

function run({ expect, text, gen }: Hostile): string | null {
  const content = text ?? gen!.prefix + gen!.repeat.repeat(gen!.times) + gen!.suffix;
  const started = performance.now();
  const file = readNotesFile(content, CONTEXT);
  const took = performance.now() - started;
  if (took > 1_000) return `took ${Math.round(took)} ms`;
  if ('polluted' in {}) return 'Object.prototype was changed';
  const check = EXPECTATIONS[expect];
  if (!check) return `unknown expectation ${expect}`;
  return check(file) ?? (file.ok && file.format !== 'backup' ? harmIn(file) : null);
}

/** What each expectation demands; null where it is met. */
const EXPECTATIONS: Record<string, (file: NotesFile) => string | null> = {
  accept: (file) => (file.ok ? null : tellRefusal(file)),
  reject: (file) => (file.ok ? 'was read' : null),
  'accept-or-reject': () => null,
  // Nothing in it may become a link; what becomes of the rest is not said.
  inert: () => null,
  'accept-inert': (file) => (file.ok ? null : tellRefusal(file)),
  'accept-zero': (file) => countIs(file, 0),
  'accept-dedupe': (file) => countIs(file, 1),
  'accept-as-orphan': (file) => (file.ok ? outcomesAre(file, ['lost']) : tellRefusal(file)),
  'reject-or-orphan': (file) => (file.ok ? outcomesAre(file, ['lost']) : null),
};

function countIs(file: NotesFile, count: number): string | null {
  if (!file.ok) return tellRefusal(file);
  if (file.format === 'backup') return 'was read as a backup';
  return file.notes.length === count ? null : `${file.notes.length} notes`;
}

function outcomesAre(file: NotesFile & { ok: true }, allowed: readonly string[]): string | null {
  if (file.format === 'backup') return 'was read as a backup';
  const other = file.notes.find(({ located }) => !allowed.includes(located.outcome));
  return other ? `a note is ${other.located.outcome}` : null;
}

/** Harm that a file which was read could still do when its notes are written: keys, links and raw HTML. */
function harmIn({
  notes,
}: {
  readonly notes: readonly { note: Parameters<typeof writeAnnotation>[0] }[];
}): string | null {
  for (const { note } of notes) {
    if (JSON.stringify(writeAnnotation(note, CONTEXT)).includes('"__proto__":'))
      return 'an own __proto__ is written';
    const { article } = CONTEXT;
    const markdown = writeMarkdown(placeNotes(article, [note]), { article, title: 't', linkTo: () => null });
    if (/(?<!\\)<(?=[a-z/!?])(?!https?:)/i.test(markdown)) return `raw HTML in Markdown: ${markdown}`;
    for (const [, address = ''] of markdown.matchAll(/(?<!\\)\]\(\s*<?([^)>\s]*)/g)) {
      if (!isWebAddress(address) && !/^(?:mailto:|#)/.test(address))
        return `a link to ${address} in Markdown`;
    }
  }
  return null;
}
