import * as v from 'valibot';
import { ALL_KINDS, BEARINGS, CHECKABILITIES, CLAIM_STATUSES, RELATIONS } from './claim.ts';
import { utcOf } from './date-time.ts';
import { isWebAddress } from './web-address.ts';

/** A text with something in it, without white space at its ends. */
export const nonEmpty = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

const text = v.string('must be a text');
const kind = v.picklist(ALL_KINDS, `must be one of ${ALL_KINDS.join(', ')}`);
const checkable = v.picklist(CHECKABILITIES, 'must be yes, later or no');
const status = v.picklist(CLAIM_STATUSES, `must be one of ${CLAIM_STATUSES.join(', ')}`);
const sourceDetails = {
  words: v.exactOptional(text),
  seen: v.exactOptional(v.pipe(text, v.isoDate('must be a day, as 2025-01-28'))),
  bears: v.exactOptional(v.picklist(BEARINGS, `must be one of ${BEARINGS.join(', ')}`)),
};
const time = v.pipe(
  text,
  v.check((value) => utcOf(value) !== null, 'must be a date and time with its zone'),
);
const history = v.array(v.object({ status, until: time }), 'must be a list');

/** Who answers for statuses; see `Reviewer`. */
export const reviewerSchema = v.strictObject({
  is: v.picklist(['Person', 'Organization'], 'must be Person or Organization'),
  name: nonEmpty,
  url: v.exactOptional(v.pipe(v.string(), v.check(isWebAddress, 'must be a web address'))),
});

/** A claim as it is published with an article, where nothing may be missing and nothing else may be there. */
export const claimSchema = v.strictObject({
  kind,
  checkable,
  status,
  voice: v.strictObject({
    speaker: nonEmpty,
    reporting: v.exactOptional(nonEmpty),
    quoting: v.exactOptional(nonEmpty),
    of: v.exactOptional(nonEmpty),
  }),
  sources: v.array(
    v.strictObject({
      title: nonEmpty,
      url: v.pipe(v.string(), v.check(isWebAddress, 'must be a web address')),
      ...sourceDetails,
    }),
  ),
  history: v.exactOptional(history),
});

/**
 * A claim as a reader's note has it. Texts may be empty, so that whatever was stored once can be read again; only an
 * address that is none of the web is refused, because it would become a link.
 */
export const readerClaimSchema = v.object({
  kind,
  checkable,
  status,
  voice: v.object({
    speaker: text,
    reporting: v.exactOptional(text),
    quoting: v.exactOptional(text),
    of: v.exactOptional(text),
  }),
  sources: v.array(
    v.object({
      title: text,
      url: v.pipe(text, v.check(isWebAddress, 'must be a web address')),
      ...sourceDetails,
    }),
    'must be a list',
  ),
  history: v.exactOptional(history),
  relations: v.exactOptional(
    v.array(
      v.object({
        claim: nonEmpty,
        relation: v.picklist(RELATIONS, 'must be agree or disagree'),
        about: text,
      }),
      'must be a list',
    ),
  ),
  copyOf: v.exactOptional(nonEmpty),
});
