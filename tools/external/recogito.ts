import { locate } from '../../src/core/anchor/locate.ts';
import { wordsOf, type JsonObject } from '../../src/core/notes/note.ts';
import { faultInWords } from '../../src/core/notes/notes-file.ts';
import { textsOf, type AnnotationContext } from '../../src/core/notes/reading.ts';
import { readAnnotations, writeAnnotation } from '../../src/core/notes/web-annotation.ts';
import { readArticle } from '../../src/core/voices/read-article.ts';
import { CONTEXT, differenceOf, jsonOf, textOf, type Case, type Suite } from './suite.ts';

const NAME = 'recogito';

interface Recogito {
  readonly fixtures: Record<string, JsonObject>;
  readonly annotations: readonly JsonObject[];
}

/**
 * Annotations that Recogito's Text Annotator saved: read and written back equal. Their positions fit their page no
 * longer, so that they are to be placed by their words: where these are on the page, however it breaks its lines, and of the three
 * copies of its text in the first one, which is by far the nearest.
 */
export const recogito: Suite = {
  name: NAME,
  cases: () => {
    const { fixtures, annotations } = jsonOf(NAME, 'w3c-annotations.json') as Recogito;
    const all = [
      ...Object.entries(fixtures),
      ...annotations.map((one) => [textsOf(one['id'])[0]!, one] as const),
    ];
    const article = readArticle(pageText());
    return [
      ...all.map(([name, annotation]): Case => ({ name, run: () => roundTrip(annotation) })),
      ...annotations.map((annotation): Case => ({
        name: `place ${textsOf(annotation['id'])[0]}`,
        run: () => place(annotation, { ...CONTEXT, article }),
      })),
    ];
  },
};

/** The text of the page's annotatable part as the browser has it: the page has no entities and no scripts in there. */
function pageText(): string {
  const html = textOf(NAME, 'index.html');
  return html.slice(html.indexOf('<div id="content">'), html.indexOf('<script')).replace(/<[^>]*>/g, '');
}

function roundTrip(annotation: JsonObject): string | null {
  const reading = readAnnotations(annotation, CONTEXT);
  if (!reading.ok) return `refused: ${reading.faults.map(faultInWords).join('; ')}`;
  return differenceOf(annotation, writeAnnotation(reading.notes[0]!, CONTEXT));
}

function place(annotation: JsonObject, context: AnnotationContext): string | null {
  const reading = readAnnotations(annotation, context);
  if (!reading.ok) return roundTrip(annotation);
  const [note] = reading.notes;
  const { text } = context.article;
  const located = locate(context.article, note!.selectors);
  const words = wordsOf(note!)
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const first = new RegExp(words.join('\\s+')).exec(text)?.index ?? -1;
  if (first < 0) return 'span' in located ? `placed at ${located.span.start}, where its words are not` : null;
  if (!('span' in located)) return located.outcome;
  return located.span.start === first ? null : `placed at ${located.span.start}, not ${first}`;
}
