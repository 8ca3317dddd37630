/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   laid out as a grid, a table loses the roles of its parts in some browsers: each is named */
import { memo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { LedgerRow } from '../../core/claims/ledger.ts';
import type { Claim, ClaimStatus } from '../../core/notes/claim.ts';
import { pathOf } from '../article-pages.ts';
import { Badge } from '../badge.tsx';
import { MarkdownText } from '../notes/markdown-text.tsx';
import { labelOf, rowAnchor, type OpenLedger } from './open-ledger.ts';
import { CheckCell, KindCell, StatusCell } from './row-selects.tsx';
import layout from './ledger-table.module.css';
import styles from './table-row.module.css';

/** What a row can have done. */
export interface RowActions {
  /** The row has the focus, or something in it. */
  readonly enter: (key: string) => void;
  readonly toggle: (key: string, range: boolean) => void;
  readonly edit: (key: string, preset: ClaimStatus | null) => void;
  readonly open: (key: string) => void;
  readonly claim: (row: LedgerRow, claim: Partial<Claim>) => void;
  readonly tag: (tag: string) => void;
}

interface RowProps {
  readonly row: LedgerRow;
  readonly ledger: OpenLedger;
  readonly isLibrary: boolean;
  /** Its place among all lines of the table, from 1; the header's is before it. */
  readonly position: number;
  /** Whether it is the one row of the table that Tab comes to; undefined while no script is there. */
  readonly isCurrent: boolean | undefined;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly hasArrived: boolean;
  readonly actions: RowActions;
  readonly measure: ((row: Element | null) => void) | undefined;
  /** What stands under the row: its details, or its editor. */
  readonly children: ReactNode;
}

/** A claim as a row: its words, whose they are, how it stands. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { row, ledger, isLibrary, position, isCurrent, isSelected, isOpen, hasArrived, actions } = props;
  const { measure, children } = props;
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { claim, key } = row;
  const id = rowAnchor(row, isLibrary);
  // One stop for the whole table: what is in the other rows is reached through them.
  const tabIndex = isCurrent === false ? -1 : undefined;
  const choice = {
    row,
    isOffered: row.origin !== 'published' && (isPointed || isFocused),
    tabIndex,
    onClaim: (some: Partial<Claim>) => actions.claim(row, some),
  };
  const name = row.label === '' ? 'your claim' : `claim ${row.label}`;
  return (
    <tr
      aria-labelledby={`${id}-name`}
      aria-rowindex={position + 1}
      aria-selected={isCurrent === undefined ? undefined : isSelected}
      className={layout['row']}
      data-arrived={hasArrived || undefined}
      data-index={position - 1}
      data-key={key}
      data-open={isOpen || undefined}
      id={id}
      ref={measure}
      role="row"
      tabIndex={isCurrent === undefined ? undefined : isCurrent ? 0 : -1}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
      onFocus={() => {
        setFocused(true);
        actions.enter(key);
      }}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <td className={layout['select']} role="gridcell">
        <label className="needs-script">
          <input
            aria-label={`Select ${name}`}
            checked={isSelected}
            tabIndex={tabIndex}
            type="checkbox"
            onChange={(event) => {
              const { nativeEvent } = event;
              actions.toggle(key, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
            }}
          />
        </label>
      </td>
      <td className={layout['number']} role="gridcell">
        <span className="visually-hidden">{row.label === '' ? 'Your claim' : 'Claim '}</span>
        {row.label}
      </td>
      <th className={`${layout['words']} ${styles['words']}`} id={`${id}-name`} role="rowheader" scope="row">
        <Words isLibrary={isLibrary} ledger={ledger} row={row} tabIndex={tabIndex} />
        {row.origin !== 'published' && (
          <span className={styles['mark']}>{row.origin === 'copy' ? 'your copy' : 'yours'}</span>
        )}
      </th>
      {isLibrary && (
        <td className={layout['article']} role="gridcell">
          <Link href={pathOf(row.slug, 'claims')} tabIndex={tabIndex}>
            {row.title}
          </Link>
        </td>
      )}
      <td className={`${layout['voice']} ${styles['voice']}`} role="gridcell">
        <Badge voice={ledger.voiceOf(row)} />
        <span>
          {row.voice}
          {row.told.length > row.voice.length && (
            <span className={styles['of']}>
              <span className="visually-hidden">, </span>
              {row.told.slice(row.voice.length).replace(/^, /, '')}
            </span>
          )}
        </span>
      </td>
      <td className={layout['what']} role="gridcell">
        <KindCell {...choice} />
      </td>
      <td className={layout['check']} role="gridcell">
        <CheckCell {...choice} />
      </td>
      <td className={layout['state']} role="gridcell">
        <StatusCell {...choice} onSourceless={(status) => actions.edit(key, status)} />
      </td>
      <td className={`${layout['sources']} ${styles['small']}`} role="gridcell">
        {claim.sources.length > 0 && (
          <button
            className="needs-script"
            aria-expanded={isOpen}
            tabIndex={tabIndex}
            type="button"
            onClick={() => actions.open(key)}
          >
            {claim.sources.length} {claim.sources.length === 1 ? 'source' : 'sources'}
          </button>
        )}
      </td>
      <td className={`${layout['note']} ${styles['note']}`} role="gridcell">
        <div className={styles['body']}>
          {row.isPlain ? <p>{row.note}</p> : row.note !== '' && <MarkdownText text={row.note} />}
        </div>
        {row.tags.length > 0 && (
          <p className={styles['tags']}>
            {row.tags.map((tag) => (
              <button
                aria-label={`Only claims with the tag ${tag}`}
                key={tag}
                tabIndex={tabIndex}
                type="button"
                onClick={() => actions.tag(tag)}
              >
                #{tag}
              </button>
            ))}
          </p>
        )}
        {row.relations.length > 0 && (
          <div className={styles['relations']}>
            <Relations isLibrary={isLibrary} ledger={ledger} row={row} tabIndex={tabIndex} />
          </div>
        )}
      </td>
      <td className={`${layout['tools']} ${styles['small']} needs-script`} role="gridcell">
        <button
          aria-label={`Edit ${name}`}
          tabIndex={tabIndex}
          type="button"
          onClick={() => actions.edit(key, null)}
        >
          Edit
        </button>
        <button
          aria-expanded={isOpen}
          aria-label={`More of ${name}`}
          tabIndex={tabIndex}
          type="button"
          onClick={() => actions.open(key)}
        >
          {isOpen ? 'Less' : 'More'}
        </button>
      </td>
      {children !== null && (
        <td className={layout['under']} role="gridcell">
          {children}
        </td>
      )}
    </tr>
  );
});

interface PartProps {
  readonly row: LedgerRow;
  readonly ledger: OpenLedger;
  readonly isLibrary: boolean;
  readonly tabIndex: number | undefined;
}

/** The words, and the way to them. */
function Words({ row, ledger, isLibrary, tabIndex }: PartProps) {
  const { lang } = ledger.articleOf(row).source.article;
  const link = ledger.linkOf(row);
  const words = (
    <span dir="auto" lang={lang}>
      “{row.words}”
    </span>
  );
  if (link === null) {
    return (
      <>
        <span className={styles['lost']}>{words}</span>
        {/* The library does not look for words that have moved. */}
        <span className={styles['mark']}>
          {isLibrary ? (
            <Link href={pathOf(row.slug, 'claims')} tabIndex={tabIndex}>
              in the article’s claims
            </Link>
          ) : (
            'words not found'
          )}
        </span>
      </>
    );
  }
  return (
    <Link data-words href={link} tabIndex={tabIndex}>
      {words}
    </Link>
  );
}

/** The numbers of the claims that it agrees or disagrees with. */
function Relations({ row, ledger, isLibrary, tabIndex }: PartProps) {
  return (['agree', 'disagree'] as const).map((kind) => {
    const others = row.relations.flatMap((relation) => {
      const other = relation.relation === kind ? ledger.find(row.slug, relation.other) : null;
      return other ? [{ other, about: relation.about }] : [];
    });
    if (others.length === 0) return null;
    return (
      <p key={kind}>
        {kind === 'agree' ? 'agrees with ' : 'disagrees with '}
        {others.map(({ other, about }) => (
          <a
            aria-label={`claim ${labelOf(other)}${about === '' ? '' : `, on: ${about}`}`}
            data-relation={kind}
            href={`#${rowAnchor(other, isLibrary)}`}
            key={`${other.key} ${about}`}
            tabIndex={tabIndex}
            title={about}
          >
            {labelOf(other)}
          </a>
        ))}
      </p>
    );
  });
}
