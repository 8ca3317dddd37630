import {
  createTextAnnotator,
  reviveAnnotation,
  W3CTextFormat,
  type TextAnnotation,
  type TextAnnotator,
  type W3CTextAnnotation,
} from '@recogito/text-annotator';
import type { BenchNote } from '../sample.ts';
import type { Contestant, Place } from './contestant.ts';

const SOURCE = 'https://example.org/article';

/** With its W3C adapter, its own state and its default renderer. Painted: when it says that it has drawn. */
export function recogito(): Contestant {
  let annotator: TextAnnotator<TextAnnotation, W3CTextAnnotation> | undefined;
  return {
    anchorsIn: 'page',
    anchor: ({ root, notes }) => {
      const format = W3CTextFormat(SOURCE, root);
      return notes.map((note): Place => {
        const { parsed } = format.parse(annotationOf(note));
        const range = parsed && reviveAnnotation(parsed, root).target.selector[0]?.range;
        return range && !range.collapsed ? range : null;
      });
    },
    paint: async ({ root, notes }) => {
      const made = createTextAnnotator<TextAnnotation, W3CTextAnnotation>(root, {
        adapter: W3CTextFormat(SOURCE, root),
      });
      annotator = made;
      const drawn = nextDrawing(made);
      made.setAnnotations(notes.map(annotationOf));
      await drawn;
    },
    add: async (_, note) => {
      const drawn = nextDrawing(annotator!);
      annotator!.addAnnotation(annotationOf(note));
      await drawn;
    },
    clear: () => annotator?.destroy(),
  };
}

async function nextDrawing({ renderer }: Pick<TextAnnotator, 'renderer'>): Promise<void> {
  return new Promise((resolve) => {
    const stop = renderer.on('onRedraw', () => {
      stop();
      resolve();
    });
  });
}

/** A note in the form that it saves itself: quote and position. */
function annotationOf({ id, selectors }: BenchNote): W3CTextAnnotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    body: [],
    target: {
      source: SOURCE,
      selector: selectors.filter(({ type }) => type !== 'ArticleSelector') as never,
    },
  };
}
