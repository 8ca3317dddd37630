import * as v from 'valibot';
import { without } from './annotation-body.ts';
import { readTarget, writeKnown, writeSelectors } from './annotation-target.ts';
import { CLAIM_CONTEXT, OURS } from './annotation-terms.ts';
import type { Claim } from './claim.ts';
import { readerClaimSchema } from './claim-schema.ts';
import type { CodePoints } from './code-points.ts';
import type { JsonObject } from './note.ts';
import type { QuestionReading } from './question.ts';
import { questionSchema } from './question-schema.ts';
import { isFields } from './reading.ts';

/*
 * What a note says beyond the W3C's model, as fields of an annotation: a claim, and what a reader makes of a question.
 */

/** A claim of ours; also under the short name `claim`, where the context says so, as in an article's own page. */
export function readClaim(annotation: JsonObject): Claim | null {
  const isPublished = JSON.stringify(annotation['@context'] ?? null).includes('urn:sidegloss:');
  const given = annotation[OURS.claim] ?? (isPublished ? annotation['claim'] : undefined);
  if (!isFields(given)) return null;
  const checked = v.safeParse(readerClaimSchema, without(given, '@context'));
  return checked.success ? checked.output : null;
}

/** The claim as a value of `OURS.claim`, its fields always in the same order. */
export function writeClaim({ kind, checkable, status, voice, sources, ...more }: Claim): JsonObject {
  const { speaker, reporting, quoting, of } = voice;
  const { history, relations, copyOf } = more;
  return {
    '@context': CLAIM_CONTEXT,
    kind,
    checkable,
    status,
    voice: {
      speaker,
      ...(reporting !== undefined && { reporting }),
      ...(quoting !== undefined && { quoting }),
      ...(of !== undefined && { of }),
    },
    sources: sources.map(({ title, url, words, seen, bears }) => ({
      title,
      url,
      ...(words !== undefined && { words }),
      ...(seen !== undefined && { seen }),
      ...(bears !== undefined && { bears }),
    })),
    ...(history && { history: history.map(({ status: past, until }) => ({ status: past, until })) }),
    ...(relations && {
      relations: relations.map(({ claim, relation, about }) => ({ claim, relation, about })),
    }),
    ...(copyOf !== undefined && { copyOf }),
  };
}

/** A passage of evidence as the W3C says one; ours lie beside, as in an annotation. */
const evidenceSchema = v.custom<JsonObject>(isFields, 'must be a passage');
/** What a value of `OURS.question` must be. */
export const writtenQuestionSchema = questionSchema(evidenceSchema);

/** What a reader made of a question, where the annotation says so. */
export function readQuestion(annotation: JsonObject, positions: CodePoints): QuestionReading | null {
  const given = annotation[OURS.question];
  if (!isFields(given)) return null;
  const checked = v.safeParse(writtenQuestionSchema, without(given, '@context'));
  if (!checked.success) return null;
  const { forms, replies } = checked.output;
  return {
    ...(forms && { forms }),
    replies: replies.map((reply) => ({
      ...reply,
      evidence: reply.evidence.map((passage) => readTarget({ ...passage, target: passage }, positions)),
    })),
  };
}

/** The way back from `readQuestion`. */
export function writeQuestion({ forms, replies }: QuestionReading, positions: CodePoints): JsonObject {
  return {
    '@context': CLAIM_CONTEXT,
    ...(forms && { forms: [...forms] }),
    replies: replies.map(({ speaker, outcome, ways, evidence }) => ({
      speaker,
      outcome,
      ways: [...ways],
      evidence: evidence.map((selectors) => ({
        selector: writeSelectors(selectors, positions),
        ...writeKnown(selectors),
      })),
    })),
  };
}
