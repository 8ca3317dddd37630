/**
 * Words that introduce speech. The English verbs are the union of the reporting verbs that style guides and grammars
 * list (Quirk et al., *A Comprehensive Grammar of the English Language*, §14.28, §16.31; AP and Guardian style guides);
 * the other languages give the commonest forms of the same verbs in print.
 */

import { wordList as words } from './word-list.ts';

/** Verbs that hardly ever stand beside marked words without introducing them: past, present and -ing forms. */
export const SPEECH_VERBS = words(`
  said says saying say told tells telling asked asks asking ask replied replies replying answered answers answering
  added adds adding stated states stating announced announces announcing
  claimed claims claiming explained explains explaining noted notes noting remarked remarks remarking
  commented comments commenting declared declares declaring insisted insists insisting
  continued continues continuing concluded concludes concluding observed observes observing
  responded responds responding warned warns warning argued argues arguing suggested suggests suggesting
  confirmed confirms confirming denied denies emphasized emphasised emphasizes emphasises emphasizing emphasising
  pointed points pointing stressed stresses stressing tweeted tweets tweeting wrote writes writing posted
  cried cries crying exclaimed exclaims exclaiming shouted shouts shouting whispered whispers whispering
  murmured murmurs murmuring muttered mutters muttering mumbled called calling yelled screamed shrieked
  roared growled snapped sighed sobbed gasped breathed laughed groaned moaned hissed stammered faltered
  grunted snarled barked bellowed drawled chuckled giggled sneered retorted returned rejoined interrupted
  interposed repeated repeats repeating demanded demands demanding inquired enquired inquires wondered wonders
  queried questioned pleaded begged urged urges urging implored entreated exhorted protested objected
  admitted admits admitting acknowledged acknowledges acknowledging conceded concedes agreed agrees assured
  promised promises vowed vows pledged boasted joked quipped recalled recalls recalling remembered
  reported reports reporting revealed reveals disclosed described describes describing alleged alleges
  asserted asserts asserting maintained maintains contended contends affirmed testified testifies
  estimated predicted predicts speculated reiterated reiterates reiterating elaborated clarified specified
  pronounced proclaimed uttered spoke speaks speaking ejaculated soliloquized soliloquised mused pondered
  reflected quoth volunteered ventured proposed pursued resumed began broke persisted proceeded
  expressed expresses expressing criticized criticised criticizes criticizing praised praises praising
  condemned condemns condemning denounced accused accuses blamed dismissed labelled labeled characterized
  characterised termed dubbed deemed branded likened thanked thanks thanking congratulated apologized apologised
  informed advised instructed ordered commanded threatened complained complains lamented bemoaned
  highlighted underlined underscored outlined signalled indicated indicates hoped believes believed thought thinks
  echoed corrected sang chanted read reads reading opined averred countered shot
`);

/** Verbs of which only the first object can be the speaker, with "by" ("was quoted by", "told by"). */
export const AUXILIARIES = words(`
  has had have having is are was were be been being do does did will would shall should can could may might must
  ’s 's ’d 'd ’ve 've
`);

/** "according to X", "in the words of X": prepositional cues, with the words that must follow the first. */
export const PREPOSITIONAL_CUES: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
];

/** Nouns that name an act of speech: "Vance's declaration of …", "a statement by …". */
export const SPEECH_NOUNS = words(`
  statement statements declaration remark remarks comment comments claim claims words announcement assertion
  admission warning promise pledge vow call demand accusation description phrase tweet tweets post letter speech reply
  answer question assurance complaint suggestion prediction conclusion opinion message email interview
`);
