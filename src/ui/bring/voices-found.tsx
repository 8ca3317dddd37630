import { useMemo, useState } from 'react';
import type { Article } from '../../core/voices/read-article.ts';
import type { SpeakerPart } from '../../core/voices/speakers.ts';
import { Badge } from '../badge.tsx';
import type { Voice } from '../reading.ts';
import { SplitVoice } from './split-voice.tsx';
import type { Checking } from './use-review.ts';
import styles from './voices-found.module.css';

const PARTS: Readonly<Record<SpeakerPart, string>> = {
  interviewer: 'interviewer',
  guest: 'guest',
  quoted: 'quoted',
  author: 'author',
};

/** The voices of a text: their names and parts can be changed, two be made one, one be split, and false ones go. */
export function VoicesFound(props: {
  article: Article;
  voices: ReadonlyMap<string, Voice>;
  checking: Checking;
}) {
  const { article, voices, checking } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [splitting, setSplitting] = useState<Voice | null>(null);
  const counts = useMemo(() => countsOf(article), [article]);
  const all = [...voices.values()];
  return (
    <div>
      <h2 className={styles['heading']}>
        Voices found
        <button className={styles['undo']} disabled={!checking.canUndo} type="button" onClick={checking.undo}>
          Undo
        </button>
      </h2>
      {all.length === 0 && <p>No voice was found.</p>}
      <ul className={styles['voices']}>
        {all.map((voice) => (
          <li key={voice.id}>
            <div className={styles['voice']}>
              <Badge voice={voice} />
              <NameField voice={voice} onName={(name) => checking.edit(voice.id, { name })} />
              <select
                aria-label={`Part of ${voice.name}`}
                disabled={voice.part === 'author'}
                value={voice.part}
                onChange={(event) =>
                  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its options are the parts
                  checking.edit(voice.id, { part: event.target.value as SpeakerPart })
                }
              >
                {Object.entries(PARTS)
                  .filter(([part]) => part !== 'author' || voice.part === 'author')
                  .map(([part, name]) => (
                    <option key={part} value={part}>
                      {name}
                    </option>
                  ))}
              </select>
              <span className={styles['count']}>{counts.get(voice.id) ?? 'not named'}</span>
              <button
                aria-expanded={open === voice.id}
                aria-label={`More about ${voice.name}`}
                className={styles['more']}
                type="button"
                onClick={() => setOpen(open === voice.id ? null : voice.id)}
              >
                …
              </button>
            </div>
            {open === voice.id && (
              <div className={styles['actions']}>
                {voice.part !== 'author' && (
                  <label>
                    The same as
                    <select
                      value=""
                      onChange={(event) => {
                        checking.edit(voice.id, { sameAs: event.target.value });
                        setOpen(null);
                      }}
                    >
                      <option value="">choose…</option>
                      {all
                        .filter(({ id }) => id !== voice.id)
                        .map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                    </select>
                  </label>
                )}
                <button type="button" onClick={() => setSplitting(voice)}>
                  Split…
                </button>
                {voice.part !== 'author' && (
                  <button
                    type="button"
                    onClick={() => {
                      checking.edit(voice.id, { isNobody: true });
                      setOpen(null);
                    }}
                  >
                    Not a speaker
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {splitting && (
        <SplitVoice
          article={article}
          voice={splitting}
          onClose={() => setSplitting(null)}
          onSplit={checking.answer}
        />
      )}
    </div>
  );
}

/** A name is changed when it is left, so that every letter is no new reading. */
function NameField({ voice, onName }: { voice: Voice; onName: (name: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    if (typed !== null && typed.trim() !== '' && typed.trim() !== voice.name) onName(typed.trim());
    setTyped(null);
  };
  return (
    <input
      aria-label={`Name of ${voice.name}`}
      value={typed ?? voice.name}
      onBlur={settle}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

/** How much each voice says: turns where it has some, else quotations. */
function countsOf({ turns, quotations }: Article): Map<string, string> {
  const tally = (items: readonly { readonly speaker: string | null }[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { speaker } of items)
      if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    return counts;
  };
  const quoted = tally(quotations);
  const spoken = tally(turns);
  const tell = (many: number, one: string): string => `${many} ${many === 1 ? one : `${one}s`}`;
  return new Map([
    ...[...quoted].map(([id, many]) => [id, tell(many, 'quote')] as const),
    ...[...spoken].map(([id, many]) => [id, tell(many, 'turn')] as const),
  ]);
}
