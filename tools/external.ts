import { existsSync } from 'node:fs';
import { anchoringTraps } from './external/anchoring-traps.ts';
import { apacheAnnotator } from './external/apache-annotator.ts';
import { docx } from './external/docx.ts';
import { hostileJsonld } from './external/hostile-jsonld.ts';
import { hypothesis } from './external/hypothesis.ts';
import { json } from './external/json.ts';
import { markdown } from './external/markdown.ts';
import { recogito } from './external/recogito.ts';
import { shareLinks } from './external/share-links.ts';
import { EXTERNAL, folders, unreadFiles, type Case, type Suite } from './external/suite.ts';
import { quoteFragments, textFragments } from './external/text-fragments.ts';
import { unicode } from './external/unicode.ts';
import { w3cAnnotationModel } from './external/w3c-annotation-model.ts';
import { w3cAnnotationProtocol } from './external/w3c-annotation-protocol.ts';
import { xss } from './external/xss.ts';

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  w3cAnnotationModel,
  w3cAnnotationProtocol,
  json,
  hostileJsonld,
  hypothesis,
  recogito,
  apacheAnnotator,
  anchoringTraps,
  quoteFragments,
  textFragments,
  shareLinks,
  xss,
  markdown,
  docx,
  unicode,
];

/**
 * `npm run external [-- SUITE…]`: runs others' test data, all of it or the suites named; a line for each case, and one
 * at the end of each suite.
 */
export async function main(args: string[]): Promise<number> {
  if (!existsSync(EXTERNAL)) {
    console.error(`The test data of others is not here: ${EXTERNAL} is missing.`);
    return 1;
  }
  const unknown = args.filter((name) => SUITES.every((suite) => suite.name !== name));
  if (unknown.length > 0) {
    console.error(`No suite ${unknown.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const suites = SUITES.filter(({ name }) => args.length === 0 || args.includes(name));
  const counts: Count[] = [];
  // One after the other: a case is timed, and lines of two suites would mix.
  for (const suite of suites) counts.push(await runSuite(suite));
  const sum = (field: keyof Count): number => counts.reduce((total, count) => total + count[field], 0);
  const all = { met: sum('met'), all: sum('all'), notOurs: sum('notOurs') };
  console.log(closing(`all ${suites.length} suites`, all));
  const forgotten = args.length > 0 ? [] : whatIsForgotten();
  for (const one of forgotten) console.log(`not looked at: ${one}`);
  return all.met === all.all && forgotten.length === 0 ? 0 : 1;
}

/** How many cases of a suite there are for us to meet, how many are met, and how many are none of ours besides. */
interface Count {
  readonly met: number;
  readonly all: number;
  readonly notOurs: number;
}

async function runSuite({ name, cases }: Suite): Promise<Count> {
  const all = cases();
  let [met, notOurs] = [0, 0];
  for (const one of all) {
    if ('notOurs' in one) {
      notOurs += 1;
      console.log(`${name} ${one.name} not ours: ${one.notOurs}`);
      continue;
    }
    const reason = await outcomeOf(one);
    if (reason === null) met += 1;
    console.log(
      reason === null ? `${name} ${one.name} ok` : `${name} ${one.name} FAIL ${reason.slice(0, 400)}`,
    );
  }
  const count = { met, all: all.length - notOurs, notOurs };
  console.log(closing(name, count));
  return count;
}

const closing = (name: string, { met, all, notOurs }: Count): string =>
  `${name}: ${met} of ${all} as expected${notOurs > 0 ? `, ${notOurs} not ours` : ''}`;

/** Folders of others' data that have no suite, and files in them that no suite has read; to be asked after a run of all. */
export function whatIsForgotten(): string[] {
  const names = new Set(SUITES.map(({ name }) => name));
  return [
    ...folders().filter((folder) => !names.has(folder)),
    ...SUITES.flatMap((suite) => unreadFiles(suite).map((file) => `${suite.name}/${file}`)),
  ];
}

/** Why a case is not as expected; null where it is. An exception is never expected. */
export async function outcomeOf({ run }: Case): Promise<string | null> {
  try {
    return await run();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
