import type { QuestionForm } from '../notes/question.ts';

/*
 * The rules by which a question's forms are told, for English: data, each with the sentence that a reader is shown. They
 * are few and go by what can be seen in the words, so they err; a reader overrules them.
 *
 * What is taken from the field: that questions are designed as wh-questions, as yes/no interrogatives, as alternatives
 * and as declaratives, that negative interrogatives ("Isn't it …?") and tags press for agreement, and that prefaces and
 * presuppositions set the agenda: S. Clayman and J. Heritage, The News Interview (Cambridge University Press, 2002),
 * chapters 4 and 6; S. Harris, Evasive action: how politicians respond to questions in political interviews, in
 * P. Scannell (ed.), Broadcast Talk (Sage, 1991); P. Bull, On identifying questions, replies, and non-replies in political
 * interviews, Journal of Language and Social Psychology 13 (1994), also for requests that ask ("Tell us …", "Can you tell
 * me why …"). The triggers of presuppositions (factive, implicative and change-of-state verbs, iteratives) are those of
 * S. C. Levinson, Pragmatics (Cambridge University Press, 1983), chapter 4.
 */

/**
 * A sign of a form, looked for in the sentences that ask. `{}` in `why` stands for the words that gave it. In the words
 * that a pattern reads, an apostrophe is `'` and every space a blank.
 */
export interface QuestionRule {
  readonly id: string;
  readonly form: QuestionForm;
  readonly why: string;
  /** Its match is the sign; global and in any case. */
  readonly pattern: RegExp;
}

const AUXILIARY =
  'is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|ought';
/** Verbs that stand before their subject, with and without a negation. */
export const INVERTED = `(?:(?:${AUXILIARY})(?:n't)?|can(?:no|')t|won't|ain't)`;
const NEGATED = `(?:(?:${AUXILIARY})n't|can't|won't|ain't)`;
const PRONOUN = 'you|he|she|it|we|they|there|this|that|I|one|anybody|anyone|everybody|everyone|people';
/** A request that asks as a question does. */
export const REQUEST = `(?:tell (?:us|me)|talk (?:us|me) through|talk (?:a (?:bit|little) )?(?:more )?about|take (?:us|me) through|walk (?:us|me) through|describe|explain|elaborate|expand on|introduce yourself|give (?:us|me|an?)|say (?:something|a|more)|share (?:with|your|some|an?|any|more|the)|speak (?:to|about)|name (?:an?|one|some|your)|list (?:the|some|your)|comment on|help (?:us|me) understand|discuss|outline|summari[sz]e|clarify|go (?:into|over|through)|shed|paint)`;
const ADVERBS =
  '(?: (?:please|maybe|perhaps|briefly|just|also|first|then|now|quickly|possibly|still|start by|begin by))*';
const WH = 'why|how|what|which|who|whom|whose|where|when';

/** How the main clause of a question begins, the first that fits; `^` is where that clause begins. */
export const OPENINGS: readonly QuestionRule[] = [
  {
    id: 'indirect-whether',
    form: 'closed',
    why: 'Asks “{}”: for yes or no.',
    pattern: new RegExp(
      `^(?:(?:(?:can|could|would|will) you${ADVERBS} |please )?(?:tell (?:us|me)|say|explain|clarify)|do you (?:know|remember)|(?:I|we)(?:'m| am|'re| are| was| were)?(?: just)? wonder(?:ing)?) (?:if|whether)(?= )`,
      'i',
    ),
  },
  {
    id: 'polite-request',
    form: 'open',
    why: '“{}” asks for an account, though a yes would answer its form.',
    pattern: new RegExp(
      `^(?:can|could|would|will|might) (?:you|we)(?: (?:all|guys|both))?${ADVERBS} (?:${REQUEST}|tell|say|show|talk|share|give|speak|mind|like to (?:tell|explain|describe|say|share|add))`,
      'i',
    ),
  },
  {
    id: 'indirect-question',
    form: 'open',
    why: '“{}” asks for what follows “do you know”, not for yes or no.',
    pattern: new RegExp(
      `^(?:do|did|would|could|can|have) you(?: (?:happen to|ever|also))? (?:know|remember|recall|have (?:any|an|a) (?:idea|sense|theory|theories|thoughts?)|imagine|guess|say|tell)(?: (?:us|me|of|on|as to|about))? (?:${WH})(?=[ ,?])`,
      'i',
    ),
  },
  {
    id: 'request',
    form: 'open',
    why: '“{}” asks for an account.',
    pattern: new RegExp(
      `^(?:please |let's |so |(?:I'd|I would|we'd|we would) (?:like|love) (?:you )?to )?(?:hear (?:about|more|how|what|why)|know (?:how|what|why|more|about)|ask (?:you )?(?:how|what|why|about)|${REQUEST})\\b`,
      'i',
    ),
  },
  {
    id: 'wondering',
    form: 'open',
    why: '“{}” asks for an account.',
    pattern: new RegExp(
      `^(?:I|we)(?:'m| am|'re| are| was| were)?(?: just)? (?:wonder|wondering|curious)(?: about| to know)? (?:${WH})\\b`,
      'i',
    ),
  },
  {
    id: 'account',
    form: 'open',
    why: 'Begins with “{}”: asks for an account.',
    pattern: /^(?:why|how come|how (?!many|much|long|often|old|far|big|large|soon|likely)|what for)\b/i,
  },
  {
    id: 'what-about',
    form: 'open',
    why: 'Begins with “{}”: leaves the answer open.',
    pattern: /^(?:what (?:about|if)|how about)\b/i,
  },
  {
    id: 'wh-word',
    form: 'open',
    why: 'Begins with “{}”: a question word, which leaves the answer open.',
    pattern: new RegExp(
      `^(?:(?:in|at|to|for|by|from|with|on|of|about|through|under|since|until) )?(?:${WH})\\b`,
      'i',
    ),
  },
  {
    id: 'negative-inversion',
    form: 'closed',
    why: 'Begins with “{}”: asks for yes or no.',
    pattern: new RegExp(`^${NEGATED}\\b`, 'i'),
  },
  {
    id: 'inversion',
    form: 'closed',
    why: 'Begins with “{}”: asks for yes or no.',
    pattern: new RegExp(`^(?:${AUXILIARY})\\b`, 'i'),
  },
  {
    id: 'any',
    form: 'closed',
    why: 'Begins with “{}”: asks whether there is one.',
    pattern: /^(?:any|anything|anyone|anybody|ever)\b/i,
  },
];

/** Signs anywhere in a sentence that asks; `alternatives` and `declarative` are looked for by `question-forms`. */
export const SIGNS: readonly QuestionRule[] = [
  {
    id: 'tag',
    form: 'leading',
    why: 'Ends in “{}”: a statement with a request to agree.',
    pattern: new RegExp(
      `(?<=[,;–—-] ?)(?:(?:${INVERTED}) (?:not )?(?:${PRONOUN}|she)|don't you (?:think|agree)|wouldn't you (?:say|agree)|right|correct|no|yes|yeah|eh|true|innit|is that (?:right|fair|correct))(?=\\?)`,
      'gi',
    ),
  },
  {
    id: 'negative-interrogative',
    form: 'leading',
    why: '“{}” before its subject: expects a yes.',
    pattern: new RegExp(
      `(?<=^|[,;:–—] ?(?:and |but |or |so |then )?)${NEGATED}(?= )(?! (?:${PRONOUN})\\?)`,
      'gi',
    ),
  },
  {
    id: 'negative-after-subject',
    form: 'leading',
    why: '“{}”: a negative question, which expects a yes.',
    pattern: new RegExp(
      `(?<=^|[,;:–—] ?(?:and |but |or |so |then )?)(?:${AUXILIARY}) (?:${PRONOUN}) not\\b`,
      'gi',
    ),
  },
  {
    id: 'tag-alone',
    form: 'leading',
    why: '“{}” asks to agree with what was stated before.',
    pattern:
      /^(?:right|correct|isn't (?:that|it)(?: (?:so|right|true))?|is that (?:right|correct|so|true))(?=\?$)/gi,
  },
  {
    id: 'sure',
    form: 'leading',
    why: '“{}” presents the answer as settled.',
    pattern:
      /\b(?:surely|obviously|undoubtedly|of course|clearly(?=,| (?:you|this|that|it|the|they|he|she)))\b/gi,
  },
  {
    id: 'agree',
    form: 'leading',
    why: '“{}” puts an opinion forward to be agreed with.',
    pattern:
      /\b(?:you(?:'d| would| must| have to| do)? (?:not )?(?:agree|accept|concede|acknowledge)(?= (?:that|it|this|with me|there|he|she|they|we))|you(?:'d| would| must) agree|(?:fair|safe|true|right|accurate) to say|not the case that|am I right (?:in|to)|so what you're saying)\b/gi,
  },
  {
    id: 'iterative',
    form: 'loaded',
    why: '“{}” takes for granted that it was so before.',
    pattern: /(?<!^)\b(?:still|again|once more|any ?more|any longer|no longer)\b/gi,
  },
  {
    id: 'change',
    form: 'loaded',
    why: '“{}” takes for granted that it was going on.',
    pattern:
      /(?<!\b(?:a|the|bus|full|each|next|first|last|one|this|every) )\b(?:stop(?:ped|ping|s)?|quit(?:ting)?|ceased?|ceasing|continu(?:e|es|ed|ing)|keeps?(?= (?:on )?\w+ing\b)|kept(?= (?:on )?\w+ing\b)|give up|gave up|given up|giving up|abandon(?:ed|ing|s)?)\b/gi,
  },
  {
    id: 'implicative',
    form: 'loaded',
    why: '“{}” takes something for granted that is not settled.',
    pattern:
      /\b(?:refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?(?= to)|(?:your|his|her|their|its|our) (?:failure|inability|unwillingness|reluctance)|admit(?:s|ted|ting)?|confess(?:es|ed|ing)?|conced(?:e|es|ed|ing)|neglect(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|pretend(?:s|ed|ing)?|justif(?:y|ies|ied|ying)|get(?:ting)? away with|got away with|(?<!(?:any|no|biggest|greatest|your|main|one) )regret(?:s|ted|ting)?|dares?|bother(?:s|ed|ing)?(?= to|\?))\b/gi,
  },
  {
    id: 'factive',
    form: 'loaded',
    why: '“{}” takes what follows for a fact.',
    pattern:
      /\b(?:reali[sz](?:e|es|ed|ing)(?= (?:that|how|the|you|he|she|they|it))|(?:are|is|were|was|aren't|isn't) (?:\w+ )?aware (?:that|of)|know(?:s|ing)? that|knew that|(?:despite |given )?the fact that|given that|considering that|now that|in view of|even though)\b/gi,
  },
  {
    id: 'even',
    form: 'loaded',
    why: '“{}” takes it for granted that this is little or unlikely.',
    pattern: /\beven\b(?! (?:if|though|when|more|less|better|worse|further|\w+er\b|number))/gi,
  },
  {
    id: 'judging-why',
    form: 'loaded',
    why: '“{}” asks for the reason of something that it judges.',
    pattern:
      /(?<=\bwhy\b[^?;]{0,80})\b(?:so (?!far|that|on|called|much of)\w+|such (?!as)\w+|too \w+|always|never|only(?= (?:now|when|after|the))|nothing|insist\w*)\b/gi,
  },
  {
    id: 'negative-why',
    form: 'loaded',
    why: '“{}” takes it for granted that it is not done.',
    pattern: new RegExp(`\\bwhy (?:${NEGATED}|not)\\b|\\bhow come (?:\\w+ )?(?:\\w+n't|never)\\b`, 'gi'),
  },
  {
    id: 'how-could',
    form: 'loaded',
    why: '“{}” takes it for granted that it was wrong.',
    pattern:
      /\bhow (?:could|dare) (?:you|he|she|they|it|anyone|anybody)\b(?! (?:help|support|contribute|improve))/gi,
  },
  {
    id: 'if',
    form: 'hypothetical',
    why: '“{}”: asks about what is not, or not yet, so.',
    pattern:
      /(?<!\b(?:ask|asks|asked|asking|know|knows|knew|wonder|wonders|wondered|wondering|see|sure|say|check|find out|curious|doubt|clear|unclear|remember|decide|determine|as|tell us|tell me|told us|told me|tell|idea) )\b(?:(?:what |even |only )?if)\b(?! (?:any\w*\b|so\b|not\b|I may|I might|I can|you (?:don't mind|like|will|want|please|wouldn't mind|could (?:tell|explain|describe|say|share|talk|give))|possible|I'm not mistaken|I (?:understand|remember|recall)|we (?:can|could|may)))/gi,
  },
  {
    id: 'hypothetical-word',
    form: 'hypothetical',
    why: '“{}”: asks about what is not, or not yet, so.',
    pattern:
      /\b(?:suppose(?= (?:that|you|he|she|they|it|we|the|there|\p{Lu}))|supposing|hypothetically|in the event (?:that|of)|were (?:you|he|she|they|it|we|the \w+|there) to|assuming(?: that)?|unless|let's (?:say|imagine|suppose|assume)|in an ideal world)\b/giu,
  },
  {
    id: 'had-you',
    form: 'hypothetical',
    why: '“{}” … “would”: asks about what was not so.',
    pattern: /\bhad (?:you|he|she|they|it|we)\b(?=[^?,]{0,200},[^?]{0,300}\bwould(?:n't)?\b)/gi,
  },
];

/** A sentence that begins so asks the reader to think of something, and what follows is asked about that. */
export const SUPPOSING: QuestionRule = {
  id: 'supposing',
  form: 'hypothetical',
  why: '“{}”: asks about what is not, or not yet, so.',
  pattern:
    /^(?:(?:now|so|but|and|okay|well),? )?(?:imagine|suppose|supposing|let's (?:say|imagine|suppose|assume)|picture)\b/i,
};

/** Where a second thing is asked in one sentence: a joined question word, or a joined verb before its subject. */
export const SECOND: QuestionRule = {
  id: 'joined',
  form: 'double',
  why: '“{}”: asks a second thing in one sentence.',
  pattern: new RegExp(
    `(?:\\b(?:and|but)|[;–—,] (?:and|but)|;) (?:also |then |if so,? |maybe |perhaps )?(?:(?:in |to |for )?(?:why|how|what|what's|when|where|who|whether)\\b(?! (?:not|ever|so on)\\b)|${INVERTED} (?:you|he|she|we|they|there|your|their|his|its|our|it (?!all)|the \\w+ \\w+))`,
    'i',
  ),
};
