import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_FORMS } from '../../../src/core/notes/question.ts';
import { formsOf, questionForms, type QuestionForms } from '../../../src/core/questions/question-forms.ts';
import type { Article } from '../../../src/core/voices/read-article.ts';
import type { Turn } from '../../../src/core/voices/turns.ts';

/** An article that is one question; words before `|` are its printed label. */
function asked(words: string, lang = 'en'): { article: Article; turn: Turn } {
  const [label, rest] = words.includes('|') ? words.split('|', 2) : ['', words];
  const text = `${label}${rest}`;
  const turn: Turn = {
    id: 't0',
    kind: 'question',
    speaker: 'ask',
    start: 0,
    end: text.length,
    ...(label && { label: { start: 0, end: label.length } }),
  };
  const article = { lang, text, blocks: [], speakers: [], quotations: [], turns: [turn], exchanges: [] };
  return { article, turn };
}

const read = (words: string, lang?: string): QuestionForms & { text: string } => {
  const { article, turn } = asked(words, lang);
  return { ...questionForms(article, turn), text: article.text };
};
const formsIn = (words: string): string => formsOf(read(words), QUESTION_FORMS).join(' ');
const premisesIn = (words: string): string[] => {
  const { premises, text } = read(words);
  return premises.map(({ start, end }) => text.slice(start, end));
};

describe('the forms of a question', () => {
  it.each([
    ['Why did the ferry leave early?', 'open'],
    ['How do you choose the timber?', 'open'],
    ['How many boats are left?', 'open'],
    ['What happened on the second day?', 'open'],
    ['Who signed the letter?', 'open'],
    ['In which year did the mill close?', 'open'],
    ['So, what prompted the move?', 'open'],
    ['Well, and how was it?', 'open'],
    ['WHY WAS THE GATE LOCKED?', 'open'],
    ['why do you write at night', 'open'],
    ['When you look back, what do you see?', 'open'],
    ['In your opinion, why did it work?', 'open'],
    ['After that what did they do?', 'open'],
    ['You did what?', 'open'],
    ['And the second one is where?', 'open'],
    ['What about the roof?', 'open'],
    ['Tell us about the first winter.', 'open'],
    ['Please describe a normal day.', 'open'],
    ['Talk us through the repair.', 'open'],
    ['Can you tell me how it works?', 'open'],
    ['Could you briefly explain the rule?', 'open'],
    ['Speaking of the harbour could you describe the plan?', 'open'],
    ['Do you know why the bridge was closed?', 'open'],
    ['Do you have any idea who paid for it?', 'open'],
    ['I wonder why nobody came.', 'open'],
    ['I was wondering whether you slept at all.', 'closed'],
    ['Can you tell us whether the ship sailed?', 'closed'],
    ['Do you know if she called?', 'closed'],
    ['Did you read the report?', 'closed'],
    ['Is the mayor at home?', 'closed'],
    ['Have there been delays?', 'closed'],
    ['With the tide out, is the road safe?', 'closed'],
    ['Your brother, was he there?', 'closed'],
    ['Was it a mistake, or was it a plan?', 'closed'],
    ['Was it a mistake? Or was it a plan?', 'closed'],
    ['Tea or coffee?', 'closed'],
    ['You left the office at nine?', 'closed'],
    ['Any regrets?', 'closed'],
    ['Your dream workshop?', 'closed'],
    ['"Did the vote count?"', 'closed'],
    ['*Is the work done?*', 'closed'],
    ['Isn’t it too late?', 'closed leading'],
    ['Don’t you think the price is high?', 'closed leading'],
    ['Are you not worried?', 'closed leading'],
    ['It was cold, wasn’t it?', 'closed leading'],
    ['You knew him, right?', 'closed leading'],
    ['The road was closed. Right?', 'closed leading'],
    ['Surely the council was told?', 'closed leading'],
    ['Would you agree that the plan is weak?', 'closed leading'],
    ['Is it fair to say the town has changed?', 'closed leading'],
    ['So you never met?', 'closed leading'],
    ['Have you stopped working nights?', 'closed loaded'],
    ['Are you still angry?', 'closed loaded'],
    ['Why do you refuse to answer the letters?', 'open loaded'],
    ['How can you justify the cost?', 'open loaded'],
    ['Did you even open the file?', 'closed loaded'],
    ['Why are they so sure?', 'open loaded'],
    ['Why such a hurry?', 'open loaded'],
    ['Why don’t we start with the map?', 'open loaded'],
    ['Did you realise that the door was open?', 'closed loaded'],
    ['How could you leave them there?', 'open loaded'],
    ['Will you admit the error?', 'closed loaded'],
    ['What is it and how does it work?', 'open double'],
    ['Who built it? When was that?', 'open double'],
    ['Did you see it? Why did you stay?', 'open closed double'],
    ['Can you tell us what it is and why it matters?', 'open double'],
    ['Is it ready, and will you open it soon?', 'closed double'],
    ['What would you do if the river rose?', 'open hypothetical'],
    ['If the river rose, would you leave?', 'closed hypothetical'],
    ['What if nobody comes?', 'open hypothetical'],
    ['Imagine you have one day left. What do you build?', 'open hypothetical'],
    ['Suppose the vote fails. Would you stay?', 'closed hypothetical'],
    ['Were you to start over, would you come here?', 'closed hypothetical'],
    ['Had you known, would you have signed?', 'closed hypothetical'],
    // Not what it looks like.
    ['Did you ask if they had paid?', 'closed'],
    ['He spoke as if it were over. Was it?', 'closed'],
    ['Where, if anywhere, is the map?', 'open'],
    ['Again, what was the name?', 'open'],
    ['Was there a bus stop?', 'closed'],
    ['She said “I will never stop. Why should I?” Did you hear it?', 'closed'],
    ['Does the U.S. Senate vote on it?', 'closed'],
    ['What did Dr. Hale say?', 'open'],
    ['The bill, which is long, was it read?', 'closed'],
    ['The Q: line|What is asked?', 'open'],
    ['That is the biggest ship here.', ''],
    ['What she built is still there.', ''],
    ['Yes.', ''],
    ['', ''],
  ])('%j: %s', (words, forms) => {
    expect(formsIn(words)).toBe(forms);
  });

  it('each have a rule in plain words, with the words that gave it', () => {
    const { signs, text } = read('Why are you still so sure?');
    expect(signs.map(({ form, why, span }) => [form, why, text.slice(span.start, span.end)])).toEqual([
      ['open', 'Begins with “Why”: asks for an account.', 'Why'],
      ['loaded', '“still” takes for granted that it was so before.', 'still'],
      ['loaded', '“so sure” asks for the reason of something that it judges.', 'so sure'],
    ]);
  });

  it('are not given for other languages, of which the sentences are', () => {
    const { isRead, signs, sentences } = read('Warum ist das so? Und seit wann?', 'de');
    expect({ isRead, signs, sentences: sentences.length }).toEqual({
      isRead: false,
      signs: [],
      sentences: 2,
    });
    expect(read('Why?', 'en-GB').isRead).toBe(true);
    expect(read('Why?', 'und').isRead).toBe(false);
  });

  it('lie inside the turn, whatever is in it, and who asks with a mark asks openly or closedly', () => {
    const bits = fc.constantFrom(
      ...'Why|do you|isn’t it|, and what|if|“|"|?|. |\n\n|\n|…|so|or|U.S.| — |еще|为什么？|*|is|Given that|the dog'.split(
        '|',
      ),
      '\ud83d',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(bits, { maxLength: 30 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, fc.nat(9), (words, label) => {
        const { article, turn } = asked(words.replaceAll('|', ' '));
        const labelled = { ...turn, label: { start: 0, end: Math.min(label, turn.end) } };
        const found = questionForms(article, labelled);
        const spans = [
          ...found.sentences,
          ...found.asking,
          ...found.premises,
          ...found.signs.map(({ span }) => span),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(labelled.label.end);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(turn.end);
        }
        const ends = found.sentences.map(({ end }) => end);
        expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        if (found.asking.length > 0) {
          expect(found.signs.some(({ form }) => form === 'open' || form === 'closed')).toBe(true);
        }
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('of a very long turn come at once', () => {
    const long = `${'He said that, and then, if it were so, why '.repeat(5_000)}?`;
    const before = performance.now();
    read(long);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('the premises of a question', () => {
  it.each([
    ['The town is broke. What will you do?', ['The town is broke']],
    ['Why do they believe that it can be won?', ['they believe that it can be won']],
    ['When did you stop the work?', ['you stop the work']],
    ['Given that the dam has failed, who pays?', ['the dam has failed']],
    ['Since you voted against it, what changed?', ['you voted against it']],
    ['Do you regret that the school was closed?', ['the school was closed']],
    ['How can you justify selling the whole forest?', ['selling the whole forest']],
    ['You promised a report last year, so where is it?', ['You promised a report last year']],
    ['What is behind your failure to answer the letters?', ['your failure to answer the letters']],
    ['Thank you for coming. What is new?', []],
    ['Did you see it?', []],
    ['The town is broke.', []],
  ])('%j', (words, premises) => {
    expect(premisesIn(words)).toEqual(premises);
  });
});
