/** A schema, or a part of one, as JSON. */
export type Schema = Readonly<Record<string, unknown>>;

/** What a schema stands in. */
interface Around {
  readonly root: Schema;
  /** The file that a `$ref` names. */
  readonly find: (file: string) => Schema;
  /** Whether `format` is looked at; draft 4 leaves that open. */
  readonly formats: boolean;
}

/**
 * Whether a value fits a schema of JSON Schema, draft 4 (https://json-schema.org/draft-04/draft-fge-json-schema-validation-00), as
 * far as the W3C's own schemas of annotations use it.
 */
export function fits(value: unknown, schema: Schema, around: Around): boolean {
  const within = (inner: unknown, part: unknown): boolean => fits(inner, part as Schema, around);
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const [file = '', path = ''] = ref.split('#');
    const root = file === '' ? around.root : around.find(file);
    return fits(value, partOf(root, path), { ...around, root });
  }
  return Object.entries(schema).every(([name, rule]) => {
    switch (name) {
      case 'type':
        return [rule].flat().some((type) => isOfType(value, type));
      case 'enum':
        return (rule as unknown[]).some((one) => JSON.stringify(one) === JSON.stringify(value));
      case 'not':
        return !within(value, rule);
      case 'allOf':
        return (rule as unknown[]).every((part) => within(value, part));
      case 'anyOf':
        return (rule as unknown[]).some((part) => within(value, part));
      case 'oneOf':
        return (rule as unknown[]).filter((part) => within(value, part)).length === 1;
      default:
        if (Array.isArray(value)) return listFits(value, name, rule, within);
        if (typeof value === 'object' && value !== null)
          return fieldsFit(value as Record<string, unknown>, name, rule, schema, within);
        return (name === 'format' && !around.formats) || scalarFits(value, name, rule, schema);
    }
  });
}

type Within = (value: unknown, part: unknown) => boolean;

function listFits(list: readonly unknown[], name: string, rule: unknown, within: Within): boolean {
  if (name === 'items') {
    return Array.isArray(rule)
      ? rule.every((part, index) => index >= list.length || within(list[index], part))
      : list.every((item) => within(item, rule));
  }
  if (name === 'minItems') return list.length >= Number(rule);
  return name !== 'maxItems' || list.length <= Number(rule);
}

function fieldsFit(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  rule: unknown,
  schema: Schema,
  within: Within,
): boolean {
  const parts = rule as Readonly<Record<string, unknown>>;
  if (name === 'required') return (rule as string[]).every((field) => Object.hasOwn(fields, field));
  if (name === 'properties')
    return Object.entries(parts).every(
      ([field, part]) => !Object.hasOwn(fields, field) || within(fields[field], part),
    );
  if (name === 'patternProperties')
    return Object.entries(parts).every(([pattern, part]) =>
      Object.entries(fields).every(
        ([field, inner]) => !new RegExp(pattern, 'u').test(field) || within(inner, part),
      ),
    );
  if (name === 'additionalProperties' && rule === false) {
    const known = Object.keys(schema['properties'] ?? {});
    const patterns = Object.keys(schema['patternProperties'] ?? {});
    return Object.keys(fields).every(
      (field) => known.includes(field) || patterns.some((one) => new RegExp(one, 'u').test(field)),
    );
  }
  if (name === 'dependencies')
    return Object.entries(parts).every(
      ([field, needs]) =>
        !Object.hasOwn(fields, field) ||
        (Array.isArray(needs)
          ? needs.every((need) => Object.hasOwn(fields, String(need)))
          : within(fields, needs)),
    );
  return true;
}

function scalarFits(value: unknown, name: string, rule: unknown, schema: Schema): boolean {
  if (typeof value === 'number') {
    if (name === 'minimum')
      return schema['exclusiveMinimum'] === true ? value > Number(rule) : value >= Number(rule);
    return true;
  }
  if (typeof value !== 'string') return true;
  if (name === 'pattern') return new RegExp(String(rule), 'u').test(value);
  if (name === 'format' && rule === 'uri') return /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*$/i.test(value);
  if (name === 'format' && rule === 'date-time')
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.test(value);
  return true;
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function partOf(schema: Schema, path: string): Schema {
  return path
    .split('/')
    .filter((name) => name !== '')
    .reduce<Schema>((part, name) => part[name] as Schema, schema);
}
