import { blockAt } from '../../core/anchor/describe.ts';
import { withoutDirective } from '../../core/link/locator.ts';
import { quoteFragment } from '../quote-fragment.ts';
import type { Placed, ReaderNote } from '../../core/notes/note.ts';
import { QUESTION_FORMS, type QuestionForm } from '../../core/notes/question.ts';
import { auditedReplies, type Asked, type AuditedReply } from '../../core/questions/answer-audit.ts';
import { formsOf, questionForms, type QuestionForms } from '../../core/questions/question-forms.ts';
import { pathOf } from '../article-pages.ts';
import type { Reading } from '../reading.ts';
import type { Lens } from './lens.ts';

/** A question as the page draws it: the same for as long as the article is. */
export interface Entry {
  readonly asked: Asked;
  readonly read: QuestionForms;
  /** The forms that the rules give. */
  readonly ruled: readonly QuestionForm[];
  /** Where it stands on the page, as an element's id. */
  readonly id: string;
  /** The path of its words in the text. */
  readonly href: string;
}

/** The id of the element that shows the question that stands at an offset of the text. */
export function questionId(article: Reading['article'], start: number): string {
  return `q-${blockAt(article, start)?.id ?? ''}`;
}

/** `known` is what the rules see in each, where that is known; else they are asked. */
export function entriesOf(
  { article, published }: Reading,
  asked: readonly Asked[],
  known?: readonly QuestionForms[],
): Entry[] {
  const text = pathOf(published.slug, 'text');
  return asked.map((one, index) => {
    const read = known?.[index] ?? questionForms(article, one.turn);
    return {
      asked: one,
      read,
      ruled: formsOf(read, QUESTION_FORMS),
      id: questionId(article, one.span.start),
      href: text + withoutDirective(quoteFragment(article, one.span)),
    };
  });
}

/** An entry with what the reader has made of it. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly note: Placed<ReaderNote> | undefined;
  /** As the reader sees them, else by the rules. */
  readonly forms: readonly QuestionForm[];
  readonly replies: readonly AuditedReply[];
}

export function readEntries(
  entries: readonly Entry[],
  byTurn: ReadonlyMap<string, Placed<ReaderNote>>,
): ReadEntry[] {
  return entries.map((entry) => {
    const note = byTurn.get(entry.asked.turn.id);
    const forms = note?.question?.forms ?? entry.ruled;
    return { entry, note, forms, replies: auditedReplies(entry.asked, note?.question) };
  });
}

/** Those that a lens shows. */
export function shownBy({ form, asker }: Lens, entries: readonly ReadEntry[]): ReadEntry[] {
  return entries.filter(
    ({ entry, forms }) =>
      (form === null || forms.includes(form)) &&
      (asker === null || (entry.asked.turn.speaker ?? '') === asker),
  );
}
