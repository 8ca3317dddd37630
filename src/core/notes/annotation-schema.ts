import * as v from 'valibot';
import { utcOf } from './date-time.ts';
import { COLOURS, NOTE_KINDS } from './note.ts';
import { writtenQuestionSchema } from './annotation-own.ts';
import { CONTEXT_IRI, OURS } from './annotation-terms.ts';
import { readerClaimSchema } from './claim-schema.ts';

/*
 * What the W3C's Web Annotation Data Model demands (https://www.w3.org/TR/annotation-model/), as far as a wrong value
 * would be misread: each field that it names has the type and the count of values that it says. Fields that it does
 * not name are not looked at. The schemas only check; what a note takes from an annotation is read from the JSON
 * itself, which stays as it came.
 *
 * Looser than the model where real files are: an IRI may be relative (an article's own page of claims has them), an
 * annotation's id a bare UUID (Recogito), a list of bodies empty (Recogito), a field null (JSON-LD: not there).
 */

type Check = v.GenericSchema;

/** Exactly one value: by itself or alone in a list. */
function one(check: Check): Check {
  const list = v.pipe(v.array(check), v.length(1, 'must be one value'));
  return v.lazy((input) => (Array.isArray(input) ? list : check));
}

/** One value or a list of some. */
function some(check: Check): Check {
  const list = v.pipe(v.array(check), v.nonEmpty('must not be empty'));
  return v.lazy((input) => (Array.isArray(input) ? list : check));
}

const maybe = (check: Check): Check => v.nullish(check);
const text = v.string('must be a text');
const hasNoBlanks = (value: string): boolean => value !== '' && !/[\s\p{Cc}]/u.test(value);
const reference = v.pipe(v.string('must be an IRI'), v.check(hasNoBlanks, 'must be an IRI'));
const identifier = v.pipe(
  reference,
  v.regex(
    /^(?:[a-z][a-z0-9+.-]*:.|#.|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)/i,
    'must be an IRI with its scheme, as urn:uuid:…',
  ),
);
const dateTime = v.pipe(
  v.string('must be a date and time'),
  v.check((value) => utcOf(value) !== null, 'must be a date and time with its zone, as 2025-01-28T12:00:00Z'),
);
const count = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'must not be below 0'),
);

/** A thing given by its IRI or described on the spot. */
const thingObject = v.object({ id: maybe(one(reference)) }, 'must be an IRI or an object');
const thing: Check = v.lazy((input) => (typeof input === 'string' ? reference : thingObject));

/** What annotations, bodies and targets may all have. */
const described = {
  type: maybe(some(text)),
  created: maybe(one(dateTime)),
  modified: maybe(one(dateTime)),
  generated: maybe(one(dateTime)),
  creator: maybe(some(thing)),
  generator: maybe(some(thing)),
  audience: maybe(some(thing)),
  rights: maybe(some(reference)),
  canonical: maybe(one(reference)),
  via: maybe(some(reference)),
};

/** Something that must hold of an object as a whole; the fault is laid at one of its fields. */
type Rule = readonly [field: string, holds: (input: Record<string, unknown>) => boolean, message: string];

/** An object with these fields, beside others, of which the rules hold once each field is right by itself. */
function fields(entries: v.ObjectEntries, rules: readonly Rule[] = [], message = 'must be an object'): Check {
  const object: v.GenericSchema<unknown, Record<string, unknown>> = v.looseObject(entries, message);
  return v.pipe(
    object,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value: input } = dataset;
      for (const [key, holds, fault] of rules) {
        if (holds(input)) continue;
        addIssue({
          message: fault,
          path: [{ type: 'object', origin: 'value', input, key, value: input[key] }],
        });
      }
    }),
  );
}

const has = (input: Record<string, unknown>, field: string): boolean =>
  input[field] !== undefined && input[field] !== null;
const typesOf = (input: Record<string, unknown>): readonly unknown[] => [input['type']].flat();

/** The classes that hold several resources; the last four are the model's earlier ones, still found in files. */
const SEVERAL = ['Choice', 'Composite', 'List', 'Independents', 'Set'];
const severalOf = (input: Record<string, unknown>): number =>
  typesOf(input).filter((type) => SEVERAL.some((name) => name === type)).length;
const ONLY_SPECIFIC = ['selector', 'state', 'styleClass', 'renderedVia', 'scope'];
const isSpecific = (input: Record<string, unknown>): boolean =>
  typesOf(input).includes('SpecificResource') || ONLY_SPECIFIC.some((field) => has(input, field));
const isText = (input: Record<string, unknown>): boolean =>
  typesOf(input).includes('TextualBody') || (has(input, 'value') && !has(input, 'type'));

const saysSomething = (input: Record<string, unknown>): boolean =>
  severalOf(input) > 0 ||
  isSpecific(input) ||
  isText(input) ||
  ['id', 'source', 'items', 'value'].some((field) => has(input, field));

/** A body or a target: an IRI, a resource, a text, a part of a resource, or several of these. */
const resource: Check = v.lazy((input) => (typeof input === 'string' ? reference : resourceObject));
const resourceObject: Check = fields(
  {
    ...described,
    id: maybe(one(reference)),
    format: maybe(some(text)),
    language: maybe(some(text)),
    processingLanguage: maybe(one(text)),
    textDirection: maybe(one(v.picklist(['ltr', 'rtl', 'auto'], 'must be ltr, rtl or auto'))),
    accessibility: maybe(some(text)),
    purpose: maybe(some(text)),
    items: maybe(some(v.lazy(() => resource))),
    source: maybe(one(v.lazy(() => resource))),
    selector: maybe(some(v.lazy(() => selector))),
    state: maybe(some(v.lazy(() => state))),
    styleClass: maybe(some(text)),
    renderedVia: maybe(some(thing)),
    scope: maybe(some(reference)),
  },
  [
    ['type', (input) => severalOf(input) <= 1, 'must not be several of Choice, List, Composite'],
    ['items', (input) => severalOf(input) === 0 || has(input, 'items'), 'is missing'],
    [
      'items',
      (input) => severalOf(input) > 0 || !has(input, 'items'),
      'belongs to a Choice, List or Composite',
    ],
    ['source', (input) => !isSpecific(input) || has(input, 'source'), 'is missing'],
    ['value', (input) => !isText(input) || typeof input['value'] === 'string', 'must be one text'],
    ['id', saysSomething, 'is missing, and so are a value and a source'],
  ],
  'must be an IRI or an object',
);

const refinable = { refinedBy: maybe(some(v.lazy(() => refinement))) };
const valued = fields({ value: text, conformsTo: maybe(one(reference)), ...refinable });
const bounds = { start: count, end: count, ...refinable };
const position = fields(bounds, [
  ['end', (input) => Number(input['end']) >= Number(input['start']), 'is before start'],
]);
const passage = fields(bounds, [
  ['end', (input) => Number(input['end']) > Number(input['start']), 'is not after start'],
]);
const words = fields({
  exact: v.pipe(text, v.nonEmpty('must not be empty')),
  prefix: maybe(text),
  suffix: maybe(text),
  ...refinable,
});
const drawing = fields({ value: maybe(text), id: maybe(one(reference)), ...refinable }, [
  ['value', (input) => has(input, 'value') || has(input, 'id'), 'is missing, and so is an id'],
]);
const range = fields({
  startSelector: v.lazy(() => refinement),
  endSelector: v.lazy(() => refinement),
  ...refinable,
});
const time = fields({
  sourceDate: maybe(some(dateTime)),
  sourceDateStart: maybe(dateTime),
  sourceDateEnd: maybe(dateTime),
  cached: maybe(some(reference)),
  ...refinable,
});
/** A selector or a state of a type that the model does not have: kept, as long as it says which. */
const foreign = fields(
  { id: maybe(one(reference)), type: maybe(some(text)) },
  [['type', (input) => has(input, 'type') || has(input, 'id'), 'is missing']],
  'must be an IRI or an object',
);

/** Where a selector is refined or a range begins, a position may be a point between two characters. */
const REFINEMENTS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ['FragmentSelector', valued],
  ['CssSelector', valued],
  ['XPathSelector', valued],
  ['TextQuoteSelector', words],
  ['TextPositionSelector', position],
  ['DataPositionSelector', position],
  ['SvgSelector', drawing],
  ['RangeSelector', range],
  ['TimeState', time],
  ['HttpRequestState', valued],
]);
/** In a target, a position of no width would stand for no words. */
const SELECTORS: ReadonlyMap<unknown, Check> = new Map([...REFINEMENTS, ['TextPositionSelector', passage]]);

const refinement: Check = v.lazy((input) => byType(input, REFINEMENTS));
const selector: Check = v.lazy((input) => byType(input, SELECTORS));
const state: Check = refinement;

function byType(input: unknown, known: ReadonlyMap<unknown, Check>): Check {
  if (typeof input === 'string') return reference;
  if (typeof input !== 'object' || input === null || !('type' in input)) return foreign;
  return known.get(input.type) ?? foreign;
}

/** What Sidegloss itself adds to an annotation. */
const ours = {
  [OURS.claim]: maybe(
    fields(readerClaimSchema.entries, [
      [
        'sources',
        ({ status, sources }) => status === 'open' || [sources].flat().length > 0,
        'is empty: a status needs one',
      ],
    ]),
  ),
  [OURS.question]: maybe(writtenQuestionSchema),
  [OURS.colour]: maybe(v.picklist(COLOURS)),
  [OURS.noteKind]: maybe(v.picklist(NOTE_KINDS)),
  [OURS.block]: maybe(text),
  [OURS.speaker]: maybe(text),
  [OURS.text]: maybe(text),
  [OURS.revision]: maybe(v.pipe(count, v.minValue(1, 'must not be below 1'))),
  [OURS.splitFrom]: maybe(text),
  [OURS.earlier]: maybe(v.array(text)),
  [OURS.original]: maybe(text),
};

const hasContext = (input: Record<string, unknown>): boolean =>
  [input['@context']].flat().some((context) => context === CONTEXT_IRI);
const contextual: Rule = ['@context', hasContext, `must name ${CONTEXT_IRI}`];
const annotationFields = {
  ...described,
  ...ours,
  id: one(identifier),
  motivation: maybe(some(text)),
  body: maybe(v.lazy((input) => (Array.isArray(input) ? v.array(resource) : resource))),
  bodyValue: maybe(one(text)),
  target: some(resource),
  stylesheet: maybe(some(thing)),
};
const annotationRules: readonly Rule[] = [
  ['type', (input) => typesOf(input).includes('Annotation'), 'must be Annotation'],
  ['bodyValue', (input) => !has(input, 'bodyValue') || !has(input, 'body'), 'must not stand beside body'],
];

/** One annotation in a page, whose context holds for it. */
export const annotationSchema = fields(annotationFields, annotationRules, 'must be an annotation');

/** One annotation by itself, which must name the model's context. */
export const loneAnnotationSchema = fields(
  annotationFields,
  [contextual, ...annotationRules],
  'must be an annotation',
);

const pageFields = {
  ...described,
  id: maybe(one(reference)),
  label: maybe(some(text)),
  partOf: maybe(one(thing)),
  next: maybe(one(reference)),
  prev: maybe(one(reference)),
  last: maybe(one(reference)),
  startIndex: maybe(one(count)),
  total: maybe(one(count)),
};
const pageEntries = { ...pageFields, items: v.array(v.unknown(), 'must be a list') };

/** A page of annotations by itself, without what is in its items. */
export const pageSchema = fields(pageEntries, [contextual]);

const innerPage = fields(pageEntries);
const firstPage: Check = v.lazy((input) => (typeof input === 'object' ? innerPage : reference));

/** A collection of annotations, with its first page where that is given, without what is in the page's items. */
export const collectionSchema = fields({ ...pageFields, first: maybe(firstPage) }, [
  contextual,
  ['first', (input) => has(input, 'first') || !(Number(input['total']) > 0), 'is missing'],
]);
