import type { JsonObject } from '../../../src/core/notes/note.ts';
import { isFields, listOf } from '../../../src/core/notes/reading.ts';

/*
 * The MUST checks of the W3C's Web Annotation Data Model, written down from the meaning of the 54 schemas of its test
 * suite (w3c/web-annotation-tests, annotations/annotationMusts.test) and of those for a page. They know nothing of our
 * own schema, so that the two can be wrong only independently.
 */

type Check = (value: unknown) => boolean;

const isUri: Check = (value) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value);
const isText: Check = (value) => typeof value === 'string';
const isTime: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isOneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const single =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.length === 1 && check(value[0]) : check(value);
const several =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.length > 0 && value.every(check) : check(value);
const ifThere = (object: JsonObject, field: string, check: Check): boolean =>
  object[field] === undefined || check(object[field]);

const typed = (name: string, check: (object: JsonObject) => boolean): Check => {
  return (value) => isFields(value) && value['type'] === name && check(value);
};
const hasValue = (object: JsonObject): boolean => isText(object['value']);
const hasRange = (object: JsonObject): boolean => isCount(object['start']) && isCount(object['end']);
const SIMPLE: readonly Check[] = [
  typed('FragmentSelector', (one) => hasValue(one) && ifThere(one, 'conformsTo', isUri)),
  typed('CssSelector', hasValue),
  typed('XPathSelector', hasValue),
  typed(
    'TextQuoteSelector',
    (one) => isText(one['exact']) && ifThere(one, 'prefix', isText) && ifThere(one, 'suffix', isText),
  ),
  typed('TextPositionSelector', hasRange),
  typed('DataPositionSelector', hasRange),
  typed('SvgSelector', (one) => hasValue(one) !== isUri(one['id'])),
];
const isSimple: Check = (value) => SIMPLE.some((check) => check(value));
const hasId: Check = (value) => isFields(value) && single(isUri)(value['id']);
const isSelector: Check = (value) =>
  isUri(value) ||
  hasId(value) ||
  isSimple(value) ||
  typed('RangeSelector', (one) => isSimple(one['startSelector']) && isSimple(one['endSelector']))(value);
const isState: Check = (value) =>
  isUri(value) ||
  hasId(value) ||
  typed('HttpRequestState', hasValue)(value) ||
  typed('TimeState', (one) => several(isTime)(one['sourceDate']))(value);

const isExternal: Check = (value) =>
  hasId(value) && isFields(value) && !('source' in value) && !('target' in value);
const isChoice: Check = typed(
  'Choice',
  (one) => listOf(one['items']).length > 0 && listOf(one['items']).every(isBody),
);
const isSpecific: Check = (value) =>
  isFields(value) &&
  (isUri(value['source']) || isExternal(value['source'])) &&
  ['purpose', 'selector', 'state', 'styleClass', 'renderedVia', 'scope'].some((field) => field in value);
const isTextual: Check = (value) => isFields(value) && isText(value['value']);

function isBody(value: unknown): boolean {
  return [isUri, isChoice, isSpecific, isExternal, isTextual].some((check) => check(value));
}
function isTarget(value: unknown): boolean {
  return [isUri, isChoice, isSpecific, isExternal].filter((check) => check(value)).length === 1;
}

/** What holds of an annotation, a body and a target alike. */
const DATED: readonly (readonly [field: string, check: Check])[] = [
  ['created', single(isTime)],
  ['modified', single(isTime)],
  ['generated', single(isTime)],
  ['rights', several(isUri)],
  ['canonical', single(isUri)],
  ['via', several(isUri)],
  ['textDirection', single(isOneOf('ltr', 'rtl', 'auto'))],
];

/** The MUST checks that an annotation fails, each by what it says; none for a right annotation. */
export function mustFaults(annotation: JsonObject): string[] {
  const targets = listOf(annotation['target']);
  const bodies = listOf(annotation['body']);
  const parts = [...targets, ...bodies].filter(isFields);
  const checks: Record<string, boolean> = {
    context: listOf(annotation['@context']).includes('http://www.w3.org/ns/anno.jsonld'),
    id: single(isUri)(annotation['id']),
    type: listOf(annotation['type']).includes('Annotation'),
    target: targets.length > 0 && targets.every(isTarget),
    body: bodies.every(isBody),
    'no empty list of bodies': !Array.isArray(annotation['body']) || bodies.length > 0,
    'body or bodyValue': !('body' in annotation && 'bodyValue' in annotation),
    bodyValue: ifThere(annotation, 'bodyValue', single(isText)),
    'no items in what is no Choice': parts.every((part) => !('items' in part) || isChoice(part)),
    'no purpose of a resource elsewhere': parts.every((part) => !('purpose' in part) || !isExternal(part)),
    'a Choice is only that': parts.every(
      (part) => !isChoice(part) || ['value', 'source', 'purpose'].every((field) => !(field in part)),
    ),
    'a text has no source': parts.every((part) => !('source' in part && 'value' in part)),
    'no target is a text': targets.every((part) => !isFields(part) || part['type'] !== 'TextualBody'),
    selector: parts.every((part) => ifThere(part, 'selector', several(isSelector))),
    state: parts.every((part) => ifThere(part, 'state', several(isState))),
    styleClass: parts.every((part) => ifThere(part, 'styleClass', several(isText))),
    refinedBy: parts.every((part) =>
      [...listOf(part['selector']), ...listOf(part['state'])].every(
        (one) =>
          !isFields(one) ||
          ifThere(
            one,
            'refinedBy',
            several((inner) => isSelector(inner) || isState(inner)),
          ),
      ),
    ),
  };
  for (const [field, check] of DATED) {
    checks[field] = [annotation, ...parts].every((part) => ifThere(part, field, check));
  }
  return Object.keys(checks).filter((name) => !checks[name]);
}

/** The MUST checks that a page of annotations fails, without those of its items. */
export function pageFaults(page: JsonObject): string[] {
  const checks: Record<string, boolean> = {
    context: listOf(page['@context']).includes('http://www.w3.org/ns/anno.jsonld'),
    id: single(isUri)(page['id']),
    type: listOf(page['type']).includes('AnnotationPage'),
    items:
      Array.isArray(page['items']) &&
      page['items'].every(
        (item) => isUri(item) || (isFields(item) && listOf(item['type']).includes('Annotation')),
      ),
    startIndex: ifThere(page, 'startIndex', single(isCount)),
    partOf: ifThere(page, 'partOf', (value) => single(isUri)(value) || hasId(value)),
    next: ifThere(page, 'next', single(isUri)),
    prev: ifThere(page, 'prev', single(isUri)),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}
