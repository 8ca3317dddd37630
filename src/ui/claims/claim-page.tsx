import { Fragment } from 'react';
import { CHECKABLE_WORDS } from '../../core/notes/claim.ts';
import { formatQuoteLink } from '../../core/link/quote-link.ts';
import type { Placed, PublishedNote } from '../../core/notes/note.ts';
import { ClaimSources } from '../claim-sources.tsx';
import { Badge } from '../badge.tsx';
import { tellVoice, voiceOf, type Reading } from '../reading.ts';
import { questionBefore, wordsOfClaim } from './claim-words.ts';

/**
 * One published claim on a page of its own, made in the build, for whoever gets its address: the words, who said them, in
 * answer to what, what would test them, and the way to them in the article. It needs no script. `home` is the article's
 * address.
 */
export function ClaimPage({
  reading,
  note,
  home,
}: {
  reading: Reading;
  note: Placed<PublishedNote>;
  home: string;
}) {
  const { article, published } = reading;
  const { claim } = note;
  const voice = voiceOf(reading, claim?.voice.speaker ?? null);
  const question = questionBefore(reading, note);
  const relations = reading.relations.get(note.id) ?? [];
  return (
    <main className="claim-page">
      <p className="site">
        <a href={home}>Sidegloss</a> · Claim {note.label}
      </p>
      <h1 className="visually-hidden">
        Claim {note.label}, {tellVoice(reading, note)}
      </h1>
      {question && (
        <div className="question">
          <p className="asks">{question.asker} asked</p>
          <p lang={article.lang}>{question.words}</p>
        </div>
      )}
      <figure className="quote" data-slot={voice.slot}>
        <blockquote cite={home} lang={article.lang}>
          <p>“{wordsOfClaim(reading, note)}”</p>
        </blockquote>
        <figcaption className="voice">
          <Badge voice={voice} />
          <span>
            <span className="name">{tellVoice(reading, note)}</span>
            {voice.role !== undefined && <span className="role">{voice.role}</span>}
          </span>
        </figcaption>
      </figure>
      <p>
        <a className="way" href={home + formatQuoteLink(article, note.span)}>
          Read it in the article
        </a>
      </p>
      <section className="note" aria-label="Note on this claim">
        {claim && (
          <p className="kind">
            {claim.kind} · {CHECKABLE_WORDS[claim.checkable]} · {claim.status}
          </p>
        )}
        <p>
          <Passages home={home} reading={reading} text={note.body} />
        </p>
        {claim && <ClaimSources claim={claim} />}
      </section>
      {relations.length > 0 && (
        <section className="others" aria-label="Claims that bear on it">
          <ul>
            {relations.map(({ claims, relation, about }) => {
              const other = reading.notes.find(({ id }) => id !== note.id && claims.includes(id));
              return (
                other && (
                  <li key={other.id}>
                    {relation === 'agree' ? 'Agrees with ' : 'Disagrees with '}
                    <a href={`${home}c/${other.id}/`}>
                      {tellVoice(reading, other)}: “{wordsOfClaim(reading, other)}”
                    </a>
                    , on: {about}
                  </li>
                )
              );
            })}
          </ul>
        </section>
      )}
      <p className="from">
        From <a href={home}>{published.title}</a>
      </p>
    </main>
  );
}

/** Plain text in which `¶12` leads to that paragraph of the article. */
function Passages({ text, home, reading }: { text: string; home: string; reading: Reading }) {
  return text.split(/(¶\d+)/).map((part, index) => {
    const id = part.startsWith('¶') ? `p${part.slice(1)}` : '';
    if (!reading.article.blocks.some((block) => block.id === id)) return part;
    return (
      // The position in the text is the part's identity: the text never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>
        <a href={`${home}#${id}`}>{part}</a>
      </Fragment>
    );
  });
}
