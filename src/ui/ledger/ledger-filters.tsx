import type { ReactNode } from 'react';
import { GROUPINGS, SORTS, toggled, type Facet, type LedgerQuery } from '../../core/claims/ledger-query.ts';
import { ORIGINS, type LedgerRow } from '../../core/claims/ledger.ts';
import type { QueriedRows } from '../../core/claims/query-rows.ts';
import { ALL_KINDS, CHECKABILITIES, CLAIM_KINDS, CLAIM_STATUSES } from '../../core/notes/claim.ts';
import { Badge } from '../badge.tsx';
import { ChoicesMenu, type Choice } from './menu.tsx';
import type { OpenLedger } from './open-ledger.ts';
import { StatusMark } from './status-mark.tsx';
import styles from './ledger-filters.module.css';

/** Where there are more voices than this, they are in a menu. */
const MOST_CHIPS = 9;
/** A longer name is shortened on a chip, in characters. */
const LONG_NAME = 18;

interface Filtering {
  readonly ledger: OpenLedger;
  readonly query: LedgerQuery;
  readonly shown: QueriedRows;
  readonly isLibrary: boolean;
  readonly onQuery: (query: LedgerQuery) => void;
}

/** What to look for, in which order, and in which groups. */
export function LedgerOrder({ query, onQuery, isLibrary }: Omit<Filtering, 'ledger' | 'shown'>) {
  return (
    <search className={`${styles['order']} needs-script`}>
      <input
        aria-label="Find in claims"
        className={styles['find']}
        placeholder="Find in claims"
        type="search"
        value={query.words}
        onChange={({ target }) => onQuery({ ...query, words: target.value })}
      />
      <label>
        Group by
        <select
          value={query.group}
          onChange={({ target }) =>
            onQuery({ ...query, group: GROUPINGS.find((one) => one === target.value) ?? 'none' })
          }
        >
          {GROUPINGS.filter((one) => isLibrary || one !== 'article').map((one) => (
            <option key={one} value={one}>
              {one === 'none' ? 'nothing' : one}
            </option>
          ))}
        </select>
      </label>
      <label>
        Sort by
        <select
          value={(query.descending ? '-' : '') + query.sort}
          onChange={({ target }) =>
            onQuery({
              ...query,
              sort: SORTS.find((one) => one === target.value.replace(/^-/, '')) ?? 'place',
              descending: target.value.startsWith('-'),
            })
          }
        >
          {SORTS.flatMap((one) => [one, `-${one}`] as const)
            // Last change is asked for with the latest first; the rest the other way round by the columns' headers.
            .filter((one) =>
              one.endsWith('changed')
                ? one !== 'changed' || (query.sort === 'changed' && !query.descending)
                : !one.startsWith('-') || one === `-${query.sort}`,
            )
            .map((one) => (
              <option key={one} value={one}>
                {tellSort(one)}
              </option>
            ))}
        </select>
      </label>
    </search>
  );
}

/** An order in words; with a minus sign before it the other way round. */
export function tellSort(sort: string): string {
  const names: Record<string, string> = {
    place: 'place in the text',
    check: 'can be checked',
    changed: 'last change, oldest first',
    '-changed': 'last change',
  };
  const plain = sort.replace(/^-/, '');
  return names[sort] ?? `${names[plain] ?? plain}${sort === plain ? '' : ', reversed'}`;
}

/** Which claims are shown: whose, of which kind, and how they stand. */
export function LedgerFilters({ ledger, query, shown, isLibrary, onQuery }: Filtering) {
  const { rows } = ledger;
  const voices = voicesOf(rows);
  const useChips = !isLibrary && voices.length <= MOST_CHIPS;
  const toggle = (facet: Facet) => (value: string) => onQuery(toggled(query, facet, value));
  const menu = (facet: Facet, label: string, choices: readonly Choice[]): ReactNode =>
    (choices.length > 0 || query[facet].length > 0) && (
      <ChoicesMenu
        choices={choices.map((choice) => ({ ...choice, count: shown.choices[facet].get(choice.value) ?? 0 }))}
        chosen={query[facet]}
        label={label}
        onToggle={toggle(facet)}
      />
    );
  const articles = new Map(rows.map(({ slug, title }) => [slug, title]));
  const origins = new Set(rows.map(({ origin }) => origin));
  return (
    <div className={`${styles['filters']} needs-script`}>
      {useChips && (
        <VoiceChips
          chosen={query.voice}
          counts={shown.choices.voice}
          ledger={ledger}
          voices={voices}
          onChoose={(voice) => onQuery({ ...query, voice })}
          onToggle={toggle('voice')}
        />
      )}
      <div className={styles['menus']}>
        {menu(
          'article',
          'Article',
          isLibrary ? [...articles].map(([value, label]) => ({ value, label })) : [],
        )}
        {!useChips &&
          menu(
            'voice',
            'Voice',
            voices.map((row) => ({ value: row.speaker, label: row.voice })),
          )}
        {menu(
          'kind',
          'Kind',
          ALL_KINDS.map((value) => ({ value, label: value, hint: CLAIM_KINDS[value].meaning })),
        )}
        {menu(
          'check',
          'Can be checked',
          CHECKABILITIES.map((value) => ({ value, label: value })),
        )}
        {menu(
          'status',
          'Status',
          CLAIM_STATUSES.map((value) => ({ value, label: <StatusMark status={value} /> })),
        )}
        {menu(
          'tag',
          'Tag',
          ledger.tags.map((value) => ({ value, label: `#${value}` })),
        )}
        {menu(
          'origin',
          'Whose',
          origins.size > 1 ? ORIGINS.map((value) => ({ value, label: ORIGIN_NAMES[value] })) : [],
        )}
      </div>
    </div>
  );
}

const ORIGIN_NAMES = { published: 'published', own: 'yours', copy: 'your copies of published ones' } as const;

/** The voices that assert something, each as the first of its rows, in the order in which they come. */
function voicesOf(rows: readonly LedgerRow[]): LedgerRow[] {
  const first = new Map<string, LedgerRow>();
  for (const row of rows) if (!first.has(row.speaker)) first.set(row.speaker, row);
  return [...first.values()];
}

function VoiceChips(props: {
  ledger: OpenLedger;
  voices: readonly LedgerRow[];
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
  onToggle: (voice: string) => void;
  onChoose: (voices: readonly string[]) => void;
}) {
  const { ledger, voices, chosen, counts, onToggle, onChoose } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset can't be laid out as a row
    <div aria-label="Voices" className={styles['chips']} role="group">
      <button
        aria-pressed={chosen.length === 0}
        className={styles['chip']}
        type="button"
        onClick={() => onChoose([])}
      >
        All voices
      </button>
      {voices.map((row) => {
        const voice = ledger.voiceOf(row);
        return (
          <button
            aria-pressed={chosen.includes(row.speaker)}
            className={styles['chip']}
            key={row.speaker}
            title={row.voice}
            type="button"
            onClick={() => onToggle(row.speaker)}
          >
            <Badge voice={voice} />
            {row.voice.length > LONG_NAME ? (
              <>
                {voice.short}
                <span className="visually-hidden"> ({row.voice})</span>
              </>
            ) : (
              row.voice
            )}
            <span className={styles['count']}>
              <span className="visually-hidden">, </span>
              {counts.get(row.speaker) ?? 0}
            </span>
          </button>
        );
      })}
    </div>
  );
}
