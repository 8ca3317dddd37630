import { useId, useState, type ReactNode } from 'react';
import {
  ALL_KINDS,
  BEARINGS,
  CHECKABILITIES,
  CLAIM_KINDS,
  CLAIM_STATUSES,
  type Claim,
  type ClaimVoice,
  type Source,
} from '../../core/notes/claim.ts';
import type { Speaker } from '../../core/voices/speakers.ts';
import { useKeeping } from '../keeping.ts';
import styles from './note-editor.module.css';

/** The fields of a claim: what kind it is, how it stands and by which sources, and who asserts it. */
export function ClaimFields(props: {
  claim: Claim;
  /** Those of the article, to choose from. */
  speakers: readonly Speaker[];
  onClaim: (claim: Claim) => void;
}) {
  const { claim, speakers, onClaim } = props;
  const { now } = useKeeping();
  const newSource = (): Source => withDetail({ title: '', url: '' }, 'seen', dayOf(now()));
  const setSources = (sources: readonly Source[]): void => onClaim({ ...claim, sources });
  return (
    <div className={styles['claim']}>
      <label>
        Kind
        <select
          value={claim.kind}
          onChange={(event) => {
            const kind = ALL_KINDS.find((each) => each === event.target.value) ?? claim.kind;
            onClaim({ ...claim, kind, checkable: CLAIM_KINDS[kind].checkable });
          }}
        >
          {ALL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kind}: {CLAIM_KINDS[kind].meaning}
            </option>
          ))}
        </select>
      </label>
      <label>
        Can it be checked?
        <select
          value={claim.checkable}
          onChange={(event) => {
            const checkable = CHECKABILITIES.find((each) => each === event.target.value);
            onClaim({ ...claim, checkable: checkable ?? claim.checkable });
          }}
        >
          <option value="yes">yes</option>
          <option value="later">later</option>
          <option value="no">no</option>
        </select>
      </label>
      <VoiceFields
        speakers={speakers}
        voice={claim.voice}
        onVoice={(voice) => onClaim({ ...claim, voice })}
      />
      <label>
        Status
        <select
          value={claim.status}
          onChange={(event) => {
            const status = CLAIM_STATUSES.find((each) => each === event.target.value) ?? claim.status;
            const needsSource = claim.sources.length === 0 && status !== 'open';
            onClaim({ ...claim, status, sources: needsSource ? [newSource()] : claim.sources });
          }}
        >
          {CLAIM_STATUSES.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      {claim.sources.map((source, index) => (
        <SourceFields
          // Sources have no other identity than their place while they are being typed.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          number={index + 1}
          source={source}
          onRemove={() => setSources(claim.sources.filter((_, at) => at !== index))}
          onSource={(changed) => setSources(claim.sources.with(index, changed))}
        />
      ))}
      <button
        className={styles['cancel']}
        type="button"
        onClick={() => setSources([...claim.sources, newSource()])}
      >
        Add a source
      </button>
    </div>
  );
}

/** One source: what it is, where, what it says, when it was seen, and which way it speaks. */
function SourceFields(props: {
  source: Source;
  /** From 1. */
  number: number;
  onSource: (source: Source) => void;
  onRemove: () => void;
}) {
  const { source, number, onSource, onRemove } = props;
  const name = useId();
  return (
    <fieldset className={styles['source']}>
      <legend>Source {number}</legend>
      <input
        aria-label={`Title of source ${number}`}
        placeholder="Title"
        value={source.title}
        onChange={(event) => onSource({ ...source, title: event.target.value })}
      />
      <input
        aria-label={`Address of source ${number}`}
        inputMode="url"
        placeholder="https://…"
        value={source.url}
        onChange={(event) => onSource({ ...source, url: event.target.value.trim() })}
      />
      <textarea
        aria-label={`Words of source ${number}`}
        placeholder="The words of the source that bear on the claim"
        rows={2}
        value={source.words ?? ''}
        onChange={(event) => onSource(withDetail(source, 'words', event.target.value))}
      />
      <label className={styles['seen']}>
        Seen on
        <input
          aria-label={`Day on which source ${number} was seen`}
          type="date"
          value={source.seen ?? ''}
          onChange={(event) => onSource(withDetail(source, 'seen', event.target.value))}
        />
      </label>
      <div aria-label={`Which way source ${number} speaks`} className={styles['bears']} role="radiogroup">
        {BEARINGS.map((bears) => (
          <label key={bears}>
            <input
              checked={source.bears === bears}
              name={name}
              type="radio"
              onChange={() => onSource({ ...source, bears })}
            />
            {bears === 'for' ? 'for the claim as claimed' : 'against it'}
          </label>
        ))}
      </div>
      <button className={styles['cancel']} type="button" onClick={onRemove}>
        Remove source {number}
      </button>
    </fieldset>
  );
}

/** A source with one of its details; an empty one is left out. */
function withDetail(source: Source, detail: 'words' | 'seen', value: string): Source {
  const { [detail]: _before, ...rest } = source;
  return value === '' ? rest : { ...rest, [detail]: value };
}

/** The day of a time where the reader is, `YYYY-MM-DD`; empty while there is no time yet. */
const dayOf = (time: string): string => (time === '' ? '' : new Date(time).toLocaleDateString('sv-SE'));

/** Who asserts a claim, and whom they pass on. */
function VoiceFields(props: {
  voice: ClaimVoice;
  speakers: readonly Speaker[];
  onVoice: (voice: ClaimVoice) => void;
}) {
  const { voice, speakers, onVoice } = props;
  const isKnown = voice.speaker === '' || speakers.some(({ id }) => id === voice.speaker);
  const [isOther, setIsOther] = useState(!isKnown);
  const pass = (how: 'reporting' | 'quoting' | 'of', value: string): void => {
    const { [how]: _before, ...rest } = voice;
    onVoice(value === '' ? rest : { ...rest, [how]: value });
  };
  const passedOn = (how: 'reporting' | 'quoting', label: string): ReactNode => (
    <label>
      {label}
      <select value={voice[how] ?? ''} onChange={(event) => pass(how, event.target.value)}>
        <option value="">nobody</option>
        {speakers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <label>
        Who asserts it?
        <select
          value={isOther ? OTHER : voice.speaker}
          onChange={({ target: { value } }) => {
            setIsOther(value === OTHER);
            onVoice({ ...voice, speaker: value === OTHER ? '' : value });
          }}
        >
          <option value="">nobody knows</option>
          {speakers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={OTHER}>somebody else</option>
        </select>
      </label>
      {isOther && (
        <input
          aria-label="Name of who asserts it"
          placeholder="Name"
          value={voice.speaker}
          onChange={(event) => onVoice({ ...voice, speaker: event.target.value })}
        />
      )}
      <label>
        Of whom, if they speak for another
        <input value={voice.of ?? ''} onChange={(event) => pass('of', event.target.value)} />
      </label>
      <details>
        <summary>More</summary>
        {passedOn('quoting', 'Quoting')}
        {passedOn('reporting', 'Reporting')}
      </details>
    </>
  );
}

/** Stands for a name that is typed; no speaker’s id begins with a blank. */
const OTHER = ' other';
