import { useState } from 'react';
import type { Brought, Imported, Original, Refused } from '../../core/text/brought.ts';
import type { OwnArticle } from '../../storage/own-article.ts';
import { BringForm } from './bring-form.tsx';
import { CheckVoices } from './check-voices.tsx';
import { withTitle } from './own-from.ts';
import { readPasted, writePasted } from './pasted-text.ts';

/** Brings a text in: takes it, shows what was found in it, and keeps it when the reader says so. */
export function BringPage(props: {
  /** The article that this will be a new version of. */
  of: OwnArticle | null;
  /** What came with the page: shared to it, or sent from another one. */
  arrived: Promise<Brought> | null;
  now: () => string;
  newId: () => string;
  /** Keeps the article. Rejects where it can't; then the page says so, and the check goes on. */
  keep: (own: OwnArticle, original: Original) => Promise<void>;
  onKept: (own: OwnArticle) => void;
}) {
  const { of, now, newId, keep, onKept } = props;
  const [imported, setImported] = useState<Imported | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [text, setText] = useState(readPasted);
  const [awaited, setAwaited] = useState(props.arrived);

  const change = (next: string): void => {
    setText(next);
    writePasted(next);
  };
  const take = async (bringing: Promise<Brought>): Promise<void> => {
    setRefused(null);
    const brought = await bringing.catch((error: unknown): Refused => {
      return { ok: false, reason: 'unreadable', message: failed(error), kept: null };
    });
    setAwaited(null);
    if (brought.ok) return setImported(withTitle(brought.imported));
    setRefused(brought);
    if (brought.kept !== null) change(brought.kept);
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
      onOpen={(checked) => {
        const time = now();
        const { title: _, lang: __, ...about } = imported.about;
        const own: OwnArticle = {
          format: 1,
          ...checked,
          id: of?.id ?? newId(),
          about,
          formatting: imported.formatting,
          created: of?.created ?? time,
          changed: time,
          opened: of?.opened ?? null,
        };
        keep(own, imported.original).then(
          () => {
            change('');
            onKept(own);
          },
          () => setUnsaved(true),
        );
      }}
    />
  );
}

function failed(error: unknown): string {
  return `This could not be read (${error instanceof Error ? error.message : String(error)}). Try to paste its text here.`;
}
