import { useState } from 'react';
import type { PageContent } from '../../core/page/content.ts';
import type { Imported, Original, Refused } from '../../core/text/brought.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { BringForm } from './bring-form.tsx';
import { CheckVoices, type Checked } from './check-voices.tsx';
import type { Taken } from './doors.ts';
import { readPasted, writePasted } from './pasted-text.ts';

/** Brings a text in: takes it, shows what was found in it, and keeps it when the reader says so. */
export function BringPage(props: {
  /** The article that this will be a new version of. */
  of: OwnArticle | null;
  /** What came with the page: shared to it, or sent from another one. */
  arrived: Promise<Taken> | null;
  now: () => string;
  newId: () => string;
  /** Keeps the article. Rejects where it can't; then the page says so, and the check goes on. */
  keep: (own: OwnArticle, original: Original) => Promise<void>;
  /** Keeps an article that was saved here as a page, with its notes. Rejects as `keep`. */
  keepPage: (page: PageContent) => Promise<OwnArticle>;
  onKept: (own: OwnArticle) => void;
}) {
  const { of, now, newId, keep, keepPage, onKept } = props;
  const [imported, setImported] = useState<Imported | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [text, setText] = useState(readPasted);
  const [awaited, setAwaited] = useState(props.arrived);

  const change = (next: string): void => {
    setText(next);
    writePasted(next);
  };
  const take = async (bringing: Promise<Taken>): Promise<void> => {
    setRefused(null);
    try {
      const taken = await bringing;
      if ('page' in taken) return onKept(await keepPage(taken.page));
      setAwaited(null);
      if (taken.ok) return setImported(taken.imported);
      setRefused(taken);
      if (taken.kept !== null) change(taken.kept);
    } catch (error) {
      setAwaited(null);
      setRefused({ ok: false, reason: 'unreadable', message: failed(error), kept: null });
    }
  };
  const open = async (taken: Imported, checked: Checked): Promise<void> => {
    const time = now();
    const { title: _, lang: __, ...about } = taken.about;
    const own: OwnArticle = {
      format: 1,
      ...checked,
      id: of?.id ?? newId(),
      about,
      formatting: taken.formatting,
      created: of?.created ?? time,
      changed: time,
      opened: of?.opened ?? null,
    };
    try {
      await keep(own, taken.original);
    } catch {
      return setUnsaved(true);
    }
    change('');
    return onKept(own);
  };
  if (imported === null) {
    return (
      <BringForm
        arrived={awaited}
        of={of}
        refused={refused}
        text={text}
        onBring={(bringing) => void take(bringing)}
        onText={change}
      />
    );
  }
  return (
    <CheckVoices
      from={imported.original.name ?? 'the pasted text'}
      imported={imported}
      of={of}
      unsaved={unsaved}
      onDiscard={() => setImported(null)}
      onOpen={(checked) => void open(imported, checked)}
    />
  );
}

function failed(error: unknown): string {
  return `This could not be taken in (${error instanceof Error ? error.message : String(error)}). Nothing was stored. Try again, or paste its text here.`;
}
