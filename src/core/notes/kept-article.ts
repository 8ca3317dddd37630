import * as v from 'valibot';
import type { Original } from '../text/brought.ts';
import { decodeBase64, encodeBase64 } from '../text/base64.ts';
import { isFields } from './reading.ts';

/** An own article as a backup carries it. What `packed` says of title and `opened` may be older than these. */
export interface KeptArticle {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 in UTC; null where it was never opened. */
  readonly opened: string | null;
  /** The article as the library keeps it: JSON. */
  readonly packed: string;
  readonly original: Original | null;
}

/** As one line of a backup; bytes are written in base64, and long texts in pieces. */
export function writeKeptArticle({ packed, original, ...article }: KeptArticle): string {
  return JSON.stringify({
    ...article,
    packed: inPieces(packed),
    original: original && writeOriginal(original),
  });
}

function writeOriginal({ name, type, content }: Original): object {
  return typeof content === 'string'
    ? { name, type, content: inPieces(content) }
    : { name, type, base64: inPieces(encodeBase64(content)) };
}

/** A string of a file may be so long and no longer (`JSON_STRING`); a text that is longer is a list of such. */
const PIECE = 500_000;

/** A text as it is written into a backup: as it is, or in pieces where no reader would take it whole. */
export function inPieces(text: string): string | string[] {
  if (text.length <= PIECE) return text;
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) =>
    text.slice(at * PIECE, (at + 1) * PIECE),
  );
}

const text = v.string('must be a text');
/** What `inPieces` has written. */
export const longText: v.GenericSchema<unknown, string> = v.pipe(
  v.union([text, v.array(text)], 'must be a text'),
  v.transform((given) => (typeof given === 'string' ? given : given.join(''))),
);
const offset = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'is below 0'),
);
const spans = v.array(v.looseObject({ start: offset, end: offset }), 'must be a list');
const articleSchema = v.looseObject({
  format: v.literal(1, 'is of a newer Sidegloss'),
  id: v.pipe(text, v.regex(/^[A-Za-z0-9]+$/, 'must be letters and digits')),
  title: text,
  about: v.looseObject({}),
  formatting: spans,
  hints: v.looseObject({}),
  isPlain: v.boolean('must be true or false'),
  created: text,
  changed: text,
  article: v.looseObject({
    lang: text,
    text,
    blocks: spans,
    speakers: v.array(v.looseObject({ id: text, name: text, part: text }), 'must be a list'),
    quotations: spans,
    turns: spans,
    exchanges: v.array(v.looseObject({}), 'must be a list'),
  }),
});

const name = v.nullable(text);
const type = v.picklist(
  [
    'text/plain',
    'text/markdown',
    'text/html',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  'is no type that can be brought in',
);
const originalSchema = v.nullable(
  v.union([
    v.object({ name, type, content: longText }),
    v.pipe(
      v.object({ name, type, base64: longText }),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const { base64, ...rest } = dataset.value;
        const content = decodeBase64(base64);
        if (content) return { ...rest, content };
        addIssue({ message: 'is no base64' });
        return NEVER;
      }),
    ),
  ]),
);

/** An entry of a backup's list of own articles, as `writeKeptArticle` writes it. */
export const keptArticleSchema: v.GenericSchema<unknown, KeptArticle> = v.pipe(
  v.object({
    id: text,
    title: text,
    opened: v.nullable(v.pipe(text, v.isoTimestamp('must be a date and time'))),
    packed: longText,
    original: originalSchema,
  }),
  v.forward(
    v.check(({ id, packed }) => {
      const article = parse(packed);
      return isFields(article) && article['id'] === id && v.is(articleSchema, article) && isWithin(article);
    }, 'holds no article'),
    ['packed'],
  ),
);

function parse(packed: string): unknown {
  try {
    return JSON.parse(packed);
  } catch {
    return null;
  }
}

/** Whether all that is said of the text is said of words in it. */
function isWithin({ article, formatting }: v.InferOutput<typeof articleSchema>): boolean {
  const { length } = article.text;
  return [formatting, article.blocks, article.quotations, article.turns].every((list) =>
    list.every(({ start, end }) => start <= end && end <= length),
  );
}
