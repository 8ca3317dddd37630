/**
 * Closed classes of English, and the pronouns of some other languages where no English word is written like them. After the lists in Quirk et al., *A Comprehensive Grammar of the English Language* (pronouns §6, prepositions §9, conjunctions §13, conjuncts §8).
 */
import { wordList } from './word-list.ts';

export const HE = wordList('he him his himself il он er él lui ele');
export const SHE = wordList('she her hers herself elle она ella ela');
export const FIRST_PERSON = wordList('i me myself');

/** Pronouns that stand as a subject. */
export const SUBJECT_PRONOUNS = wordList(
  `he she they it i we you someone somebody everyone everybody nobody both others
   il elle ils elles он она они мы я er él ella ellos ellas ele ela`,
);

/** Pronouns that stand as an object. */
export const OBJECT_PRONOUNS = wordList(
  'him them me us himself herself themselves myself itself ourselves yourself',
);

export const DETERMINERS = wordList(
  `the a an this these those his her their its our my your some every each any no several many most all another one
   two three four five six seven eight nine ten le la les une un des el los las una der die das den ein eine`,
);

export const PREPOSITIONS = wordList(
  `of for from in on at by with to into onto upon about against between among amid after before during since until
   within without over under through across along around behind beside besides beyond despite except inside outside
   like near off past per toward towards via than as selon según out up down away back aloud regarding concerning`,
);

/** Prepositions that open a clause as well: "as he said". */
export const CLAUSE_PREPOSITIONS = wordList('as after before since until than like');

/** Words that open a clause of its own: the subject of the verb that follows stands after them. */
export const SUBORDINATORS = wordList(
  `that which while when although though because if whether so whereas where unless who whom whose why how what whenever wherever whatever whoever`,
);

export const CONJUNCTIONS = wordList('and or but nor yet then');

export const AUXILIARIES = wordList(
  `is are was were be been being am has have had having do does did will would shall should can could may might must
   cannot`,
);

/** Adverbs and other words that stand between a subject and its verb, or between a verb and what is said. */
export const ADVERBS = wordList(
  `also then later again simply just only once even still further thus therefore already never always often soon now
   first finally instead merely earlier meanwhile previously not almost rather quite here there
   afterwards afterward presently however moreover additionally monday tuesday wednesday thursday friday saturday
   sunday today yesterday tomorrow tonight nevertheless nonetheless indeed perhaps maybe otherwise together alone
   thereupon hereupon forth anyway well yes no once`,
);

/** Words in -ly that are no adverbs. */
export const NOT_ADVERBS = wordList(
  `family reply ally supply assembly fly apply rely bully lily jelly belly july italy early elderly friendly lovely
   ugly holy silly lonely monopoly anomaly kelly billy sally emily molly reilly`,
);

/** Words in -ed that are no verbs. */
export const NOT_PAST = wordList(
  'hundred indeed kindred sacred wicked naked breed speed exceed proceed succeed alfred mildred',
);

/** Words with a capital at the start of a sentence that are no names and belong to no class above. */
export const SENTENCE_OPENERS = wordList(
  `according given following including speaking asked added such nothing something none oh ah o come look aye nay hush
   hello hallo dear please other few more much many last next january february march april june july august september
   october november december during despite whose earlier later former recently`,
);
