import * as v from 'valibot';
import { claimSchema, reviewerSchema } from '../notes/claim-schema.ts';
import { utcOf } from '../notes/date-time.ts';
import type { PublishedNote } from '../notes/note.ts';
import { isWebAddress } from '../notes/web-address.ts';
import type { Formatting } from '../text/formatting.ts';
import { inPlainOrder } from '../text/plain-order.ts';
import { byPosition, type Span } from '../text/span.ts';
import type { Article, Correction } from '../voices/read-article.ts';
import type { Speaker } from '../voices/speakers.ts';
import type { OwnContent, OwnHints, PublishedContent } from './content.ts';

/*
 * The door for an article that comes back in a file. The file may be anybody's, so every field is checked, fields that
 * are not ours are left out, and what the reader relies on (spans inside the text and in order, ids once) is proved.
 */

const text = v.string('must be a text');
/** A name or a title: it stands among ours. */
const shown = v.pipe(text, v.transform(inPlainOrder));
const name = v.pipe(text, v.nonEmpty('must not be empty'), v.maxLength(2_000, 'is too long'));
const id = v.pipe(text, v.regex(/^[\w:.-]{1,200}$/, 'must be letters, digits and hyphens'));
const offset = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be whole'),
  v.minValue(0, 'is below 0'),
);
const share = v.pipe(v.number('must be a number'), v.minValue(0, 'is below 0'), v.maxValue(1, 'is above 1'));
const time = v.pipe(
  text,
  v.check((value) => utcOf(value) !== null, 'must be a date and time'),
);
const webAddress = v.pipe(text, v.check(isWebAddress, 'must be a web address'));
const linkAddress = v.pipe(
  text,
  v.check(
    // As the doors write it: letters beyond ASCII in a host could be taken for others.
    (value) => (isWebAddress(value) && /^[!-~]+$/.test(value)) || /^mailto:[^\s\p{Cc}<>"]+$/iu.test(value),
    'must be a web address',
  ),
);
const span = { start: offset, end: offset };
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list');

const part = v.picklist(['author', 'interviewer', 'guest', 'quoted'], 'is no part');
const speaker: v.GenericSchema<unknown, Speaker> = v.object({
  id: text,
  name: shown,
  short: shown,
  role: v.exactOptional(shown),
  part,
  aliases: list(text),
});
export const correctionSchema: v.GenericSchema<unknown, Correction> = v.object({
  ...span,
  speaker: v.nullable(text),
  kind: v.exactOptional(text),
});
const hints: v.GenericSchema<unknown, OwnHints> = v.object({
  lang: v.exactOptional(text),
  speakers: v.exactOptional(
    list(
      v.object({
        id: v.exactOptional(text),
        name: v.exactOptional(text),
        short: v.exactOptional(text),
        role: v.exactOptional(text),
        part: v.exactOptional(part),
        aliases: v.exactOptional(list(text)),
      }),
    ),
  ),
  nobody: v.exactOptional(list(text)),
  corrections: v.exactOptional(list(correctionSchema)),
});

const shape = v.object({
  lang: text,
  // A string of JSON has a limit that a long text passes: it is written in pieces.
  text: v.pipe(
    list(text),
    v.transform((pieces) => pieces.join('')),
  ),
  blocks: list(
    v.object({
      ...span,
      id: v.pipe(text, v.regex(/^[a-z][a-z0-9]{0,99}$/, 'can’t stand in an address')),
      kind: v.picklist(
        ['title', 'standfirst', 'caption', 'heading', 'paragraph', 'back-matter'],
        'is no kind',
      ),
    }),
  ),
  speakers: list(speaker),
  quotations: list(
    v.object({
      ...span,
      kind: v.picklist(['direct', 'scare', 'nested'], 'is no kind'),
      speaker: v.nullable(text),
      cue: v.exactOptional(v.object(span)),
      confidence: v.exactOptional(share),
    }),
  ),
  turns: list(
    v.object({
      ...span,
      id: name,
      kind: v.picklist(['question', 'answer', 'statement', 'narration'], 'is no kind'),
      speaker: v.nullable(text),
      label: v.exactOptional(v.object(span)),
      answers: v.exactOptional(text),
      confidence: v.exactOptional(share),
    }),
  ),
  exchanges: list(v.object({ questions: list(text), answers: list(text) })),
});
const article: v.GenericSchema<unknown, Article> = v.pipe(
  shape,
  v.check((read) => isSound(read), 'does not fit together: its spans, their order or its ids'),
);

/** Spans inside the text, blocks and turns one after the other, ids once, exchanges of turns that are there. */
function isSound({ text: words, blocks, speakers, quotations, turns, exchanges }: Article): boolean {
  const ids = new Set(turns.map((turn) => turn.id));
  const inner = [...quotations.map(({ cue }) => cue), ...turns.map(({ label }) => label)];
  const spans: (Span | undefined)[] = [...blocks, ...quotations, ...turns, ...inner];
  return (
    spans.every((one) => !one || (one.start <= one.end && one.end <= words.length)) &&
    isSequence(blocks) &&
    isSequence(turns) &&
    quotations.every((one, index) => index === 0 || byPosition(quotations[index - 1]!, one) <= 0) &&
    ids.size === turns.length &&
    new Set(blocks.map((block) => block.id)).size === blocks.length &&
    new Set(speakers.map((one) => one.id)).size === speakers.length &&
    exchanges.every(({ questions, answers }) => [...questions, ...answers].every((turn) => ids.has(turn)))
  );
}

const isSequence = (spans: readonly Span[]): boolean =>
  spans.every((one, index) => index === 0 || spans[index - 1]!.end <= one.start);

const formatting: v.GenericSchema<unknown, Formatting> = v.variant('kind', [
  v.object({ ...span, kind: v.literal('heading'), level: v.picklist([1, 2, 3, 4, 5, 6], 'is no level') }),
  v.object({ ...span, kind: v.literal('list-item'), ordered: v.boolean(), depth: offset }),
  v.object({ ...span, kind: v.picklist(['block-quote', 'emphasis', 'strong']) }),
  v.object({ ...span, kind: v.literal('link'), href: linkAddress }),
]);

const source = v.nullable(v.object({ name: shown, url: webAddress }));

export const ownSchema: v.GenericSchema<unknown, OwnContent> = v.pipe(
  v.object({
    id,
    title: shown,
    about: v.object({ author: v.nullable(shown), date: v.nullable(text), source }),
    formatting: list(formatting),
    hints,
    isPlain: v.boolean('must be true or false'),
    article,
    created: time,
    changed: time,
  }),
  v.check(
    ({ formatting: set, article: { text: words } }) =>
      set.every((one) => one.start <= one.end && one.end <= words.length),
    'its formatting lies outside the text',
  ),
);

const selector = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: text,
    prefix: v.exactOptional(text),
    suffix: v.exactOptional(text),
  }),
  v.object({ type: v.literal('TextPositionSelector'), ...span }),
  v.object({ type: v.literal('ArticleSelector'), block: v.nullable(text), speaker: v.nullable(text), text }),
]);
const publishedNote: v.GenericSchema<unknown, PublishedNote> = v.object({
  id: name,
  label: name,
  selectors: list(selector),
  body: text,
  claim: v.exactOptional(claimSchema),
});

export const publishedSchema: v.GenericSchema<unknown, PublishedContent> = v.object({
  slug: id,
  title: shown,
  author: v.nullable(shown),
  translator: v.nullable(shown),
  date: v.nullable(text),
  source,
  provenance: list(
    v.object({
      label: text,
      known: v.exactOptional(text),
      inferred: v.exactOptional(text),
      url: v.exactOptional(webAddress),
    }),
  ),
  claimsBy: v.exactOptional(reviewerSchema),
  article,
  notes: list(publishedNote),
  relations: list(
    v.object({
      claims: v.tuple([text, text]),
      relation: v.picklist(['agree', 'disagree'], 'is no relation'),
      about: text,
    }),
  ),
});

/** The article's part of a file, without what it is of. */
export const headSchema = v.object({
  written: time,
  articleId: id,
  corrections: list(correctionSchema),
});
