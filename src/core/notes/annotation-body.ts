import { plainToMarkdown } from './markdown-text.ts';
import type { Json, JsonObject } from './note.ts';
import { isFields, listOf, textsOf } from './reading.ts';

/** What an annotation's bodies say, as far as it is text: Markdown, and tags. */
export interface Said {
  readonly body: string;
  readonly tags: readonly string[];
}

/**
 * The texts of an annotation's bodies (Web Annotation Data Model, 3.2.4 and 3.2.5). Texts with the purpose `tagging`,
 * or with none in an annotation that only tags, are tags. Other texts are joined by blank lines; of a Choice it is the
 * first one. Markdown stays as it is; a text in any other format, HTML too, becomes Markdown that shows it as written.
 * Bodies that are resources elsewhere say nothing here.
 */
export function readBodies(annotation: JsonObject): Said {
  const bodies = listOf(annotation['body']);
  const texts = textsOf(annotation['bodyValue']).map(plainToMarkdown);
  const tags: string[] = [];
  for (const body of bodies) {
    const tag = tagOf(body, annotation);
    if (tag !== null) tags.push(tag);
    else texts.push(...markdownOf(body));
  }
  return { body: texts.join('\n\n'), tags };
}

/**
 * The annotation with other texts in its bodies. A text goes into the first body that had one, whose format becomes
 * Markdown, and takes the place of all others; tags that stay keep their body. Everything else stays as it is.
 */
export function writeBodies(annotation: JsonObject, said: Said): JsonObject {
  const before = readBodies(annotation);
  if (said.body === before.body && sameTexts(said.tags, before.tags)) return annotation;
  let bodies = listOf(annotation['body']);
  let changed = annotation;
  if (said.body !== before.body) {
    changed = without(changed, 'bodyValue');
    bodies = withBody(bodies, said.body, annotation);
  }
  if (!sameTexts(said.tags, before.tags)) bodies = withTags(bodies, said.tags, annotation);
  if (bodies.length === 0) return without(changed, 'body');
  const wasList = annotation['body'] === undefined || Array.isArray(annotation['body']);
  return { ...changed, body: bodies.length > 1 || wasList ? bodies : bodies[0]! };
}

/** A body that holds a text of the reader's own. */
export function textBody(value: string): JsonObject {
  return { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value };
}

/** A body that holds a tag. */
export function tagBody(value: string): JsonObject {
  return { type: 'TextualBody', purpose: 'tagging', value };
}

/** An object without one of its fields, the others in their order. */
export function without(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}

/** Whether two lists hold the same texts in the same order. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function withBody(bodies: readonly Json[], text: string, annotation: JsonObject): Json[] {
  const result: Json[] = [];
  let isPlaced = text === '';
  for (const body of bodies) {
    const isText = tagOf(body, annotation) === null && markdownOf(body).length > 0;
    if (!isText) result.push(body);
    else if (!isPlaced) {
      isPlaced = true;
      const kept = isFields(body) && typeof body['value'] === 'string' ? body : textBody('');
      result.push({ ...kept, format: 'text/markdown', value: text });
    }
  }
  return isPlaced ? result : [textBody(text), ...result];
}

/** The tags in their new order where the old ones stood, each with its old body where it has one. */
function withTags(bodies: readonly Json[], tags: readonly string[], annotation: JsonObject): Json[] {
  const old = bodies.filter((body) => tagOf(body, annotation) !== null);
  const next = tags.map((tag) => old.find((body) => tagOf(body, annotation) === tag) ?? tagBody(tag));
  const result = bodies.flatMap((body) => {
    if (tagOf(body, annotation) === null) return [body];
    const tag = next.shift();
    return tag === undefined ? [] : [tag];
  });
  return [...result, ...next];
}

function tagOf(body: Json, annotation: JsonObject): string | null {
  const text = textOf(body);
  if (text === null || !isFields(body)) return null;
  const purposes = textsOf(body['purpose']);
  const isTag = purposes.includes('tagging') || (purposes.length === 0 && onlyTags(annotation));
  return isTag ? text : null;
}

function onlyTags(annotation: JsonObject): boolean {
  return sameTexts(textsOf(annotation['motivation']), ['tagging']);
}

/** The text of a body as Markdown, in a list; of a Choice the first text; none where the body has no text. */
function markdownOf(body: Json): string[] {
  if (!isFields(body)) return [];
  if (textsOf(body['type']).includes('Choice')) {
    return (
      listOf(body['items'])
        .map(markdownOf)
        .find((texts) => texts.length > 0) ?? []
    );
  }
  const text = textOf(body);
  if (text === null) return [];
  const isMarkdown = textsOf(body['format']).some((format) => /^text\/(?:x-)?markdown\b/i.test(format));
  return [isMarkdown ? text : plainToMarkdown(text)];
}

function textOf(body: Json): string | null {
  if (!isFields(body)) return null;
  const types = textsOf(body['type']);
  const value = body['value'];
  const isText = types.length === 0 || types.includes('TextualBody') || types.includes('Text');
  return isText && typeof value === 'string' ? value : null;
}
