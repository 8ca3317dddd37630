import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../../src/core/notes/json-text.ts';
import { runSlices } from '../../src/core/text/slices.ts';
import { readAnnotations, writeAnnotation, writePage } from '../../src/core/notes/web-annotation.ts';
import { faultInWords } from '../../src/core/notes/notes-file.ts';
import {
  CONTEXT,
  differenceOf,
  EXTERNAL,
  filesOf,
  jsonOf,
  refusalOf,
  textOf,
  type Case,
  type Suite,
} from './suite.ts';
import { schemaCases } from './w3c-schemas.ts';

const NAME = 'w3c-annotation-model';

/** A sample of the W3C's tests; `raw` is its file. */
interface Sample {
  readonly file: string;
  readonly kind: 'correct' | 'incorrect';
  readonly raw: string;
}

/**
 * The samples of the W3C's own tests: the correct ones are read and written back equal, the incorrect ones refused;
 * then each fault of those alone, without the commas and ids that make most of them refusable for another reason. What
 * we write ourselves is held to the W3C's schemas (`w3c-schemas.ts`).
 */
export const w3cAnnotationModel: Suite = {
  name: NAME,
  cases: () => {
    const samples = jsonOf(NAME, 'cases.json') as Sample[];
    return [
      ...samples.map(({ file, kind, raw }): Case => ({
        name: file,
        run: () => {
          if (textOf(NAME, file) !== raw) return 'the file and the list of cases differ';
          return kind === 'correct' ? roundTrip(raw) : refused(raw);
        },
      })),
      ...(jsonOf(NAME, 'spec-examples.json') as { id: string; json: unknown }[]).map(
        ({ id, json }): Case => ({
          name: `spec-examples/${id}`,
          run: () => {
            const file = textOf(NAME, `examples/${id}.json`);
            return differenceOf(JSON.parse(file), json) ?? roundTrip(file);
          },
        }),
      ),
      ...isolated(),
      ...schemaCases(),
    ];
  },
  beside: {
    'context/annotation_frame.jsonld': 'a frame for JSON-LD processors; nothing is framed here',
  },
};

function roundTrip(text: string): string | null {
  const parsed = runSlices(parseJson(text));
  if (!parsed.ok) return `no JSON: ${parsed.reason}`;
  const reading = readAnnotations(parsed.value, CONTEXT);
  if (!reading.ok) return `refused: ${reading.faults.map(faultInWords).join('; ')}`;
  const { notes, envelope } = reading;
  const written = envelope ? writePage(notes, CONTEXT, envelope) : writeAnnotation(notes[0]!, CONTEXT);
  return differenceOf(JSON.parse(text), written);
}

function refused(text: string): string | null {
  return refusalOf(text) === null ? 'was read' : null;
}

/** The given file of isolated faults; where it is not at hand, the same repairs made here. */
function isolated(): Case[] {
  if (existsSync(join(EXTERNAL, NAME, 'incorrect-isolated.json'))) {
    const given = jsonOf(NAME, 'incorrect-isolated.json') as { id: string; raw?: string; json?: unknown }[];
    return given.map(({ id, raw, json }) => ({
      name: `isolated/${id}`,
      run: () =>
        raw === undefined && json === undefined ? 'holds no JSON' : refused(raw ?? JSON.stringify(json)),
    }));
  }
  return filesOf(NAME, 'incorrect')
    .filter((file) => file !== 'incorrect/anno1.json')
    .map((file) => ({
      name: `isolated/${file}`,
      run: () => (file === MISSPELT ? roundTrip(isolate(file)) : refused(isolate(file))),
    }));
}

/** Its fault by itself is a field that nobody knows (`langauage`), and those are kept and written back. */
const MISSPELT = 'incorrect/anno15.json';

function isolate(file: string): string {
  const text = textOf(NAME, file).replace(/,(\s*\})/g, '$1');
  // Several ids are the fault of this one.
  if (file === 'incorrect/anno7.json') return text;
  return text.replace(/"id": \["(http:\/\/example\.org\/1)", "http:\/\/example\.org\/2"\]/, '"id": "$1"');
}
