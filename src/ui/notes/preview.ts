import { countOutcomes } from '../../core/anchor/drift.ts';
import type { Located } from '../../core/anchor/verbatim.ts';
import type { Contents, Merge } from '../../core/notes/merge.ts';
import { wordsOf } from '../../core/notes/note.ts';
import type { Incoming, NotesFile } from '../../core/notes/notes-file.ts';
import type { Article } from '../../core/voices/read-article.ts';
import { ownSlug } from '../../storage/own-article.ts';

/** What a file would bring, told before anything of it is stored. */
export interface Preview {
  readonly format: 'annotations' | 'hypothesis' | 'backup';
  /** When a backup was written, ISO 8601 in UTC; null for other files. */
  readonly written: string | null;
  /** How many notes the file holds, and on how many articles. */
  readonly notes: number;
  readonly articles: number;
  /** Where their words are, for a file of notes on the open article; a backup is of all articles and has none. */
  readonly groups: readonly Group[];
  readonly merge: Omit<Merge, 'save'>;
  /** What the merge would store: how many notes, and all the rest. */
  readonly saves: number;
  readonly rest: Omit<Contents, 'notes'>;
  readonly remarks: readonly string[];
}

/** Notes whose words were found in one way, and the first of them. */
export interface Group {
  readonly outcome: Located['outcome'];
  readonly count: number;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly words: string;
  readonly body: string;
  /** What stands there now, where other words do. */
  readonly now: string | null;
}

/** As many notes of each outcome are shown. */
const EXAMPLES = 5;
/** Characters of an example's words, and of its text. */
const CLIP = 200;
const ORDER = ['exact', 'moved', 'reworded', 'ambiguous', 'lost'] as const;

/** What a file that was read right would bring into a store, after a merge with what is there. */
export function previewOf(file: Extract<NotesFile, { ok: true }>, merge: Merge, article: Article): Preview {
  const { save, ...counts } = merge;
  const { notes: saved, ...rest } = save;
  const told = { merge: counts, saves: saved.length, rest, remarks: file.remarks, format: file.format };
  if (file.format === 'backup') {
    const { notes, corrections, drafts, articles: own = [] } = file.contents;
    const articles = new Set([
      ...[...notes, ...corrections, ...drafts].map((one) => one.article),
      ...own.map(({ id }) => ownSlug(id)),
    ]);
    return { ...told, written: file.written, notes: notes.length, articles: articles.size, groups: [] };
  }
  const groups = groupsOf(file.notes, article);
  return { ...told, written: null, notes: file.notes.length, articles: 1, groups };
}

function groupsOf(notes: readonly Incoming[], article: Article): Group[] {
  const counts = countOutcomes(notes);
  return ORDER.filter((outcome) => outcome !== 'reworded' || counts.reworded > 0).map((outcome) => {
    const examples: Example[] = [];
    for (const incoming of notes) {
      if (examples.length === EXAMPLES) break;
      if (incoming.located.outcome === outcome) examples.push(exampleOf(incoming, article));
    }
    return { outcome, count: counts[outcome], examples };
  });
}

function exampleOf({ note, located }: Incoming, article: Article): Example {
  const words = wordsOf(note);
  const now = 'span' in located ? article.text.slice(located.span.start, located.span.end) : words;
  return { words: clip(words), body: clip(note.body), now: now === words ? null : clip(now) };
}

function clip(text: string): string {
  return text.length > CLIP ? `${text.slice(0, CLIP).trimEnd()}…` : text;
}
