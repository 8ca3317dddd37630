import type { Json, JsonObject } from '../../src/core/notes/note.ts';
import { isFields } from '../../src/core/notes/reading.ts';
import { writeAnnotation, writePage } from '../../src/core/notes/web-annotation.ts';
import { ownNotes } from './own-notes.ts';
import { fits, type Schema } from './schema.ts';
import { CONTEXT, filesOf, jsonOf, type Case, type NotOurs } from './suite.ts';

const NAME = 'w3c-annotation-model';

interface Sample {
  readonly file: string;
  readonly raw: string;
  readonly parseError: string | null;
  readonly schemaMustFailures: readonly { readonly assertion: string }[];
}

/**
 * The W3C's schemas: what it says of its samples is what they find here too; what we write fits all that an annotation
 * and a page MUST be; what SHOULD or MAY be there is there or is said to be none of ours; and each name that we write
 * is one of the W3C's context, or an IRI of our own.
 */
export function schemaCases(): (Case | NotOurs)[] {
  const files = filesOf(NAME, 'schemas');
  const schemas = new Map(
    files.map((file) => [file.replace('schemas/', ''), jsonOf(NAME, file) as Schema] as const),
  );
  const find = (file: string): Schema => schemas.get(`definitions/${file}`)!;
  const check = (value: unknown, name: string, formats = true): boolean => {
    const schema = schemas.get(name)!;
    return fits(value, schema, { root: schema, find, formats });
  };
  const assertions = [...schemas].filter(([, schema]) => schema['assertionType'] !== undefined);
  const musts = assertions.filter(([, schema]) => schema['assertionType'] === 'must').map(([name]) => name);
  return [
    ...samplesCases(check, musts),
    ...assertions.map(([name, schema]) => ownCase(name, schema, check)),
    ...[...schemas]
      .filter(([name]) => name.endsWith('.test'))
      .map(([name, list]): Case => ({
        name: `schemas/${name}`,
        run: () => (list['assertions'] as string[]).find((one) => !schemas.has(one)) ?? null,
      })),
    { name: 'context: the names that we write', run: strangeName },
  ];
}

type Check = (value: unknown, name: string, formats?: boolean) => boolean;

/** The same faults as the W3C's own schemas were recorded to find, where they say nothing of formats: so they are read right. */
function samplesCases(check: Check, musts: readonly string[]): Case[] {
  return (jsonOf(NAME, 'cases.json') as Sample[])
    .filter(({ parseError }) => parseError === null)
    .map(({ file, raw, schemaMustFailures }) => ({
      name: `schemas of ${file}`,
      run: () => {
        const given = schemaMustFailures.map(({ assertion }) => assertion);
        const value: unknown = JSON.parse(raw);
        const isPart = file.startsWith('correct/collection') ? isOfCollections : isOfAnnotations;
        const found = musts.filter((name) => isPart(name) && !check(value, name, false));
        return found.toSorted().join() === given.toSorted().join()
          ? null
          : `finds ${found.join()}, not ${given.join()}`;
      },
    }));
}

const isOfAnnotations = (name: string): boolean => name.startsWith('annotations/');
const isOfPages = (name: string): boolean => name.startsWith('collections/pages/');
const isOfCollections = (name: string): boolean => !isOfAnnotations(name) && !isOfPages(name);

function ownCase(name: string, schema: Schema, check: Check): Case | NotOurs {
  const isMust = schema['assertionType'] === 'must';
  if (isOfCollections(name))
    return { name: `schemas/${name}`, notOurs: 'our files are pages, of no collection' };
  const written: unknown[] = isOfPages(name)
    ? [writePage(ownNotes(), CONTEXT)]
    : ownNotes().map((note) => writeAnnotation(note, CONTEXT));
  if (!isMust && !written.some((one) => check(one, name)))
    return {
      name: `schemas/${name}`,
      notOurs: 'optional: no note of ours has it, and one that came with it keeps it',
    };
  return {
    name: `schemas/${name}`,
    run: () => (!isMust || written.every((one) => check(one, name)) ? null : String(schema['errorMessage'])),
  };
}

/** A name in our annotations that neither the W3C's context nor an IRI of ours explains; null where there is none. */
function strangeName(): string | null {
  const { '@context': context } = jsonOf(NAME, 'context/anno.jsonld') as { '@context': JsonObject };
  const stranger = (json: Json): string | null => {
    if (Array.isArray(json))
      return (json as readonly Json[]).map(stranger).find((one) => one !== null) ?? null;
    // A context of its own explains what is in there.
    if (!isFields(json) || isFields(json['@context'])) return null;
    const own = Object.keys(json).find(
      (name) => name !== '@context' && !Object.hasOwn(context, name) && !name.startsWith('urn:sidegloss:'),
    );
    return (
      own ??
      Object.values(json)
        .map(stranger)
        .find((one) => one !== null) ??
      null
    );
  };
  return stranger(writePage(ownNotes(), CONTEXT));
}
