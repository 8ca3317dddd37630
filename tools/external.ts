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
import { EXTERNAL, type Case, type Suite } from './external/suite.ts';
import { quoteFragments, textFragments } from './external/text-fragments.ts';
import { unicode } from './external/unicode.ts';
import { w3cAnnotationModel } from './external/w3c-annotation-model.ts';
import { xss } from './external/xss.ts';

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  w3cAnnotationModel,
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
  let code = 0;
  // One after the other: a case is timed, and lines of two suites would mix.
  for (const suite of suites) if (!(await runSuite(suite))) code = 1;
  return code;
}

async function runSuite({ name, cases }: Suite): Promise<boolean> {
  const all = cases();
  let met = 0;
  for (const one of all) {
    const reason = await outcomeOf(one);
    if (reason === null) met += 1;
    console.log(
      reason === null ? `${name} ${one.name} ok` : `${name} ${one.name} FAIL ${reason.slice(0, 400)}`,
    );
  }
  console.log(`${name}: ${met} of ${all.length} as expected`);
  return met === all.length;
}

/** Why a case is not as expected; null where it is. An exception is never expected. */
export async function outcomeOf({ run }: Case): Promise<string | null> {
  try {
    return await run();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
