/**
 * Closed classes of English (and the commonest of the other languages read here): the words that no name begins with
 * and that part one clause from the next. After the lists in Quirk et al., *A Comprehensive Grammar of the English
 * Language* (pronouns §6, prepositions §9, conjunctions §13, conjuncts §8).
 */
import { wordList } from './word-list.ts';

export const HE = wordList('he him his himself il он ihm er él ele');
export const SHE = wordList('she her hers herself elle она sie ella ela');
export const FIRST_PERSON = wordList('i me myself');

/** Pronouns that stand as a subject. */
export const SUBJECT_PRONOUNS = wordList(
  `he she they it i we you who one someone somebody everyone everybody nobody both others another each
   il elle ils elles он она они er sie wir él ella ellos`,
);

export const DETERMINERS = wordList(
  `the a an this that these those his her their its our my your one another some every each any no several many most
   both two three four five six seven eight nine ten le la les l' un une des el los las una der die das den ein eine`,
);

export const PREPOSITIONS = wordList(
  `of for from in on at by with to into onto upon about against between among amid after before during since until
   within without over under through across along around behind beside besides beyond despite except inside outside
   like near off past per toward towards via than as de du des en dans pour par avec sur à von mit für bei aus nach`,
);

/** Open a new clause: the subject of the verb that follows stands after them. */
export const CLAUSE_WORDS = wordList(
  `that which while but when although though because if whether so then whereas where since until after before as
   and or nor yet however unless once`,
);

/** Adverbs that stand between a subject and its verb. */
export const MEDIAL_ADVERBS = wordList(
  `also then later again simply just only once even still further thus therefore already never always often soon now
   first finally once instead merely again earlier meanwhile previously not n't almost rather quite all both himself
   herself themselves itself half at last too here there afterwards afterward presently`,
);

/** Words that open a sentence with a capital letter without being a name. */
export const SENTENCE_OPENERS = wordList(
  `according after all also although among an and another any as at because before both but by despite during each
   earlier even every few finally first following for former from furthermore given had has have here hers his how
   however if in indeed instead is it its just last later less like many may meanwhile more moreover most much
   nearly neither nevertheless next no none nor not nothing now of off on once one only or other our out over
   perhaps please rather recently said second several she since so some soon speaking still such than thank that the
   their them then there therefore these they this those though three through thus to today together tomorrow
   tonight too two under unless until up upon was we well were what when where whereas whether which while who whom
   whose why will with within without would yes yesterday yet you your i me my he her him a are be can could did do
   does did let never oh ah well o come look ay aye nay hush hello hallo good dear upon suddenly presently
   afterwards additionally though although asked added when monday tuesday wednesday thursday friday saturday sunday
   january february march april june july august september october november december`,
);
