import type { JsonObject } from '../../src/core/notes/note.ts';
import { readAnnotations, writeAnnotation, writePage } from '../../src/core/notes/web-annotation.ts';
import { isFields } from '../../src/core/notes/reading.ts';
import { ownNotes } from './own-notes.ts';
import { CONTEXT, jsonOf, type Case, type NotOurs, type Suite } from './suite.ts';

const NAME = 'w3c-annotation-protocol';

interface Assertion {
  readonly id?: number;
  readonly request: string;
  readonly assertion: string;
}

/**
 * The assertions about a server of annotations. Sidegloss is none: what they say of requests, answers and their headers
 * asks nothing of it. What they say of the JSON itself holds for its files, those that it makes and those that it writes
 * back.
 */
export const w3cAnnotationProtocol: Suite = {
  name: NAME,
  cases: () => {
    const { sample, assertions, added } = jsonOf(NAME, 'assertions.json') as {
      sample: JsonObject;
      assertions: Assertion[];
      added: Assertion[];
    };
    // As a server has it: each run puts a UUID there, and what is posted gets its id.
    const posted = {
      ...sample,
      id: 'https://example.org/annotations/1',
      canonical: 'urn:uuid:0b9f6a52-6a3e-4e26-9f1e-0d8a3b1c2d3e',
    };
    return [...assertions, ...added].map(({ id, request, assertion }): Case | NotOurs => {
      const name = `${id ?? 'added'} ${request}: ${assertion}`;
      const check = id === undefined ? undefined : OF_FILES.get(id);
      return check ? { name, run: () => check(posted) } : { name, notOurs: NO_SERVER };
    });
  },
};

const NO_SERVER = 'Sidegloss has no server of annotations: it reads and writes files';

/** A page of a collection as a server has it, with the sample in it. */
const pageWith = (sample: JsonObject): JsonObject => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/annotations/?page=1',
  type: 'AnnotationPage',
  partOf: { id: 'https://example.org/annotations/', total: 42 },
  prev: 'https://example.org/annotations/?page=0',
  next: 'https://example.org/annotations/?page=2',
  startIndex: 0,
  items: [sample],
});

/** The same collection, which names its pages and has none in it. */
const COLLECTION: JsonObject = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/annotations/',
  type: ['BasicContainer', 'AnnotationCollection'],
  total: 42,
  first: 'https://example.org/annotations/?page=0',
  last: 'https://example.org/annotations/?page=2',
};

/** A field of what was read that must stand there when it is written back. */
function kept(json: JsonObject, field: string): string | null {
  const reading = readAnnotations(json, CONTEXT);
  if (!reading.ok || !reading.envelope) return 'was refused';
  const back = writePage(reading.notes, CONTEXT, reading.envelope);
  return JSON.stringify(back[field]) === JSON.stringify(json[field]) ? null : `${field} is lost`;
}

function absent(field: string): string | null {
  const reading = readAnnotations(COLLECTION, CONTEXT);
  if (!reading.ok || !reading.envelope) return 'was refused';
  return field in writePage(reading.notes, CONTEXT, reading.envelope) ? `${field} was added` : null;
}

/** The annotation of the sample, after it was a note. */
function written(sample: JsonObject): JsonObject {
  const reading = readAnnotations(sample, CONTEXT);
  return reading.ok ? writeAnnotation(reading.notes[0]!, CONTEXT) : {};
}

/** The assertions that are about JSON, by their number; each says why it is not met, null where it is. */
const OF_FILES: ReadonlyMap<number, (sample: JsonObject) => string | null> = new Map<
  number,
  (sample: JsonObject) => string | null
>([
  [7, () => kept(COLLECTION, 'type')],
  [8, () => kept(COLLECTION, 'type')],
  [18, (sample) => kept(pageWith(sample), 'partOf')],
  [19, (sample) => kept(pageWith(sample), 'prev')],
  [20, (sample) => kept(pageWith(sample), 'next')],
  [
    30,
    () => {
      const page = writePage(ownNotes(), CONTEXT);
      const ids = itemsOf(page).map(({ id }) => id);
      return ids.length === 2 && ids.every((id) => typeof id === 'string' && id !== '') ? null : 'no id';
    },
  ],
  [
    32,
    (sample) => (written(sample)['canonical'] === sample['canonical'] ? null : 'canonical is not preserved'),
  ],
  [
    38,
    () => {
      const page = writePage(ownNotes(), CONTEXT);
      const isFull = itemsOf(page).every(
        (item) => item['target'] !== undefined && item['type'] === 'Annotation',
      );
      // A page's context holds for what is in it (JSON-LD 1.1, 4.1).
      return isFull && page['@context'] !== undefined
        ? null
        : 'annotations are only named, or have no context';
    },
  ],
  [39, () => kept(COLLECTION, 'total')],
  [40, () => kept(COLLECTION, 'first')],
  [41, () => kept(COLLECTION, 'last')],
  [42, () => absent('items')],
  [43, () => absent('ldp:contains')],
]);

const itemsOf = (page: JsonObject): JsonObject[] =>
  Array.isArray(page['items']) ? page['items'].filter(isFields) : [];
