import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Imported } from '../../core/text/brought.ts';
import type { Article, ArticleHints, Correction } from '../../core/voices/read-article.ts';
import { doubtsIn, hintsOf, type Doubt, type Review, type VoiceEdit } from '../../core/voices/review.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { hintsFor } from './own-from.ts';
import { openVoicesDesk, type VoicesDesk } from './voices-desk.ts';

/** A text that is being checked before it is kept: what the rules found, and what the reader says of it. */
export interface Checking {
  /** As read without the reader's word, null until then; its ids are those that edits speak of. */
  readonly found: Article | null;
  /** As read with it; a moment behind it. */
  readonly article: Article | null;
  readonly hints: ArticleHints;
  readonly review: Review;
  readonly doubts: readonly Doubt[];
  /** The rules could not run: the text can still be kept as it is. */
  readonly failed: boolean;
  readonly edit: (id: string, edit: VoiceEdit) => void;
  readonly answer: (corrections: readonly Correction[]) => void;
  readonly setLang: (lang: string) => void;
  /** Takes the last word back; nothing happens where there is none. */
  readonly undo: () => void;
  readonly canUndo: boolean;
}

interface Said extends Review {
  readonly lang: string | null;
}

const NOTHING: Said = { edits: {}, answers: [], lang: null };

/** Checks a text; `of` is the article that it is a new version of. */
export function useReview(imported: Imported, of: OwnArticle | null): Checking {
  const [past, setPast] = useState<readonly Said[]>([NOTHING]);
  const [found, setFound] = useState<Article | null>(null);
  const [article, setArticle] = useState<Article | null>(null);
  const [failed, setFailed] = useState(false);
  const desk = useRef<VoicesDesk | null>(null);
  const said = past.at(-1)!;
  const { lang } = said;

  const known = useMemo((): ArticleHints => {
    const given = lang ?? of?.hints.lang ?? imported.about.lang;
    return { ...(given !== null && { lang: given }), ...(of && { previous: of.article }) };
  }, [imported, lang, of]);

  // Synchronises with the worker that reads: once without the reader's word, for its ids.
  useEffect(() => {
    let current = true;
    desk.current = openVoicesDesk();
    const { read, stop } = desk.current;
    const begin = async (): Promise<void> => {
      const plain = await read(imported.text, known);
      const first = of ? await read(imported.text, { ...known, ...hintsFor(plain, of) }) : plain;
      if (current) setFound(first);
    };
    begin().catch(() => {
      if (current) setFailed(true);
    });
    return () => {
      current = false;
      desk.current = null;
      stop();
    };
  }, [imported, known, of]);

  const hints = useMemo((): ArticleHints => {
    if (!found) return known;
    const before = of ? hintsFor(found, of) : {};
    const now = hintsOf(found, said);
    return {
      ...known,
      speakers: [...(before.speakers ?? []), ...(now.speakers ?? [])],
      nobody: [...(before.nobody ?? []), ...(now.nobody ?? [])],
      corrections: [...(before.corrections ?? []), ...(now.corrections ?? [])],
    };
  }, [found, known, of, said]);

  // Synchronises the reading with what the reader has said; a later word wins.
  useEffect(() => {
    let current = true;
    const readAgain = async (): Promise<void> => {
      if (!found || !desk.current) return;
      // Where nothing was said it is what was found.
      const read = said === NOTHING ? found : await desk.current.read(imported.text, hints);
      if (current) setArticle(read);
    };
    readAgain().catch(() => setFailed(true));
    return () => {
      current = false;
    };
  }, [found, hints, imported, said]);

  const say = useCallback((change: (before: Said) => Said) => {
    setPast((before) => [...before, change(before.at(-1)!)]);
  }, []);
  const doubts = useMemo(() => (article ? doubtsIn(article, said.answers) : []), [article, said.answers]);
  return {
    found,
    article,
    hints,
    review: said,
    doubts,
    failed,
    edit: (id, edit) =>
      say((before) => ({
        ...before,
        edits: { ...before.edits, [id]: { ...before.edits[id], ...edit } },
      })),
    answer: (corrections) => say((before) => ({ ...before, answers: [...before.answers, ...corrections] })),
    setLang: (next) => say((before) => ({ ...before, lang: next })),
    undo: () => setPast((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    canUndo: past.length > 1,
  };
}
