import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { quotationsTold, voicesTold } from './told.ts';

/** The paragraph among others, as in a report. */
const report = (paragraph: string): string =>
  `A town and its bridge\n\nThe town of Oldham held a meeting on Monday.\n\n${paragraph}\n\nThe meeting will go on next week.`;

describe('a cue beside a quotation in a report', () => {
  it.each([
    ['after it', '"It will change the town," Holt said.', 'Holt'],
    [
      'after it, verb first',
      '"It will change the town," said Holt, who has led the council since 2010.',
      'Holt',
    ],
    ['before it', 'Holt said: "It will change the town."', 'Holt'],
    ['before it, verb first', 'Said Holt, "It will change the town."', 'Holt'],
    ['in its middle', '"It was," the minister admitted, "a mistake."', 'minister | minister'],
    ['with a hearer', 'Holt told reporters that the plan was "dead".', 'Holt'],
    ['with according to', 'According to Holt, the bridge was "in poor condition".', 'Holt'],
    ['in the words of', 'In the words of Holt, the plan is "a gift to the town".', 'Holt'],
    [
      'behind a relative clause',
      'Holt, who was elected in May, has promised to "clean up politics".',
      'Holt',
    ],
    [
      'behind a participle',
      'Speaking to reporters outside the court, Holt called the verdict "a travesty".',
      'Holt',
    ],
    ['quoted by somebody else', 'The Herald quoted a neighbour as saying "it shook".', 'neighbour'],
    ['in the passive with by', 'He was told by Ann Holt of "36 people under the rubble".', 'Ann Holt'],
    ['with a joined verb', 'Holt praised the firemen and said they had been "superb".', 'Holt'],
    ['with a participle that goes on', 'Holt left the talks, calling them "a farce".', 'Holt'],
    ['at the end of the sentence', 'The border is the "main difference" between them, Holt added.', 'Holt'],
    ['for two quotations', '"Null and void" and "ridiculous," Holt said of them.', 'Holt | Holt'],
    [
      'in two clauses',
      'While Holt praised it as "bold", his rival Kate Moore dismissed it as "hot air".',
      'Holt | Kate Moore',
    ],
    ['with a noun of speech', 'The family\'s statement on the death read: "We miss her."', 'family'],
    ['from whom a statement is', 'The palace issued a statement from the king: "We are sorry."', 'king'],
  ])('%s names its speaker', (_, text, expected) => {
    expect(voicesTold(report(text))).toBe(expected);
  });

  it.each([
    [
      'the party in "X of the party"',
      'Yvette Cooper of the Labour Party added, "It is over."',
      'Yvette Cooper',
    ],
    ['who is spoken to', 'Speaking to Sky News, Cooper said: "It is over."', 'Cooper'],
    ['who reported it', '"It is over," Cooper told the Herald.', 'Cooper'],
    [
      'a source behind the quotation',
      'Cooper called the conduct a "breach of duty," according to the Herald.',
      'Cooper',
    ],
    ['an aside between dashes', 'Cooper said — as the Herald reported — "It is over".', 'Cooper'],
    ['the object of another verb', 'Cooper condemned the attack and said "it is over".', 'Cooper'],
    [
      'the clause inside a report',
      'Cooper pointed out that Wales insists on paying, "whether in cash or in kind".',
      'Cooper',
    ],
    ['a place behind the comma', 'Cooper of Washington, D.C. said: "It is over."', 'Cooper'],
    ['places that are joined', 'Cooper called on Italy and Egypt to join, adding: "It is time."', 'Cooper'],
  ])('%s is not taken for the speaker', (_, text, expected) => {
    expect(voicesTold(report(text))).toBe(expected);
  });
});

describe('names beside a cue', () => {
  const speaker = (paragraph: string): { name: string; role: string | undefined } => {
    const { quotations, speakers } = readArticle(report(paragraph));
    const found = speakers.find(({ id }) => id === quotations[0]?.speaker);
    return { name: found?.name ?? '?', role: found?.role };
  };

  it.each([
    ['Sen. Mike Hall of Ohio said "no".', 'Mike Hall', 'Sen.'],
    ['U.S. Secretary of State Laura Finch said "no".', 'Laura Finch', 'U.S. Secretary of State'],
    ['US Ambassador to Germany Richard Hale said "no".', 'Richard Hale', 'US Ambassador to Germany'],
    ['Police chief Maria Lopez said "no".', 'Maria Lopez', 'Police chief'],
    ['"No," said political analyst Kim Orr firmly.', 'Kim Orr', 'political analyst'],
    ['"No," said Kim Orr, a former soldier of the Guard.', 'Kim Orr', 'former soldier of the Guard'],
    [
      '"No," said Kim Orr, associate professor at the Free University.',
      'Kim Orr',
      'associate professor at the Free University',
    ],
    ['For the defence, Mark Lowe QC said "no".', 'Mark Lowe', undefined],
    ['Mrs. Hall said "no".', 'Mrs. Hall', undefined],
    ['Her spokesman, Stefan Seib, said "no".', 'Stefan Seib', undefined],
    ['The head of the fire service said "no".', 'head', undefined],
  ])('titles and roles are parted from the name: %s', (text, name, role) => {
    const found = speaker(text);
    expect(found).toEqual({ name, role });
  });

  it('a short form finds the full name, before and after it', () => {
    expect(voicesTold(report('Lopez has won.\n\nMayor Maria Lopez spoke. "We won," Lopez said.'))).toBe(
      'Maria Lopez',
    );
  });

  it('letters in brackets are another form of a name', () => {
    expect(voicesTold(report('The Federal Safety Council (FSC) met. "It is safe," the FSC said.'))).toBe(
      'Federal Safety Council',
    );
  });
});

describe('pronouns and descriptions', () => {
  it.each([
    ['the last subject that fits', 'Anna Holt met Tom Reed. "It went well," she said.', 'Anna Holt'],
    [
      'the main clause rather than the one inside it',
      'Holt said Reed was late. He added: "It went well."',
      'Holt',
    ],
    ['not a place', 'Anna Holt spoke of Israel. "It went well," she said.', 'Anna Holt'],
    [
      'the bearer of the title',
      'Vice President Jay Vance came. The vice president said: "We agree."',
      'Jay Vance',
    ],
    [
      'a body of people',
      'The Ministry of Health spoke up. It urged people to "stay at home".',
      'Ministry of Health',
    ],
  ])('mean %s', (_, text, expected) => {
    expect(voicesTold(report(text))).toBe(expected);
  });

  it('who fits nobody is nobody', () => {
    expect(voicesTold('A day in May\n\n"It went well," she said.\n\nThe sun shone.')).toBe('?');
  });
});

describe('a quotation without a cue of its own', () => {
  it.each([
    [
      'goes on in its paragraph',
      '"It is bad," says Peter Lang, a geologist. "It may take years."',
      'Peter Lang | Peter Lang',
    ],
    ['follows a report of what somebody said', 'Holt said the bridge was old. "It must be rebuilt."', 'Holt'],
    ['follows a colon', 'Holt disagreed with these findings: "The bridge is safe."', 'Holt'],
    [
      "fills the paragraph after the voice's",
      '"It is bad," said Holt.\n\n"It may take years."',
      'Holt | Holt',
    ],
  ])('%s', (_, text, expected) => {
    expect(voicesTold(report(text))).toBe(expected);
  });
});

describe('scare marks', () => {
  it.each([
    ['a name that is given', 'The storm, nicknamed "the Beast", hit on Friday.'],
    ['a word as a word', 'The report used the term "family".'],
    ['a process called so', 'He led a process called "exfiltration".'],
    ['the name of a work', 'He won a prize for the poem "The Silent Sea".'],
    ['an adjective before its noun', 'The so-called "bathroom bill" was passed.'],
    ['another name behind "or"', 'The walk in space, or "spacewalk", took minutes.'],
    [
      "a question of the author's",
      'Moreover, why does the U.S. believe that Rome would be satisfied with "recognizing the gains"?',
    ],
  ])('are told from speech: %s', (_, text) => {
    expect(voicesTold(report(text))).toBe('~');
  });

  it('a few marked words in a title are scare marks', () => {
    expect(
      voicesTold("Court says firm must remove 'illegal' posts\n\nIt ruled on Monday.\n\nThe firm lost."),
    ).toBe('~');
  });

  it("somebody's judgement in marks is theirs", () => {
    expect(voicesTold(report('Holt attacked the plan as "a disgrace".'))).toBe('Holt');
  });
});

describe('nested quotations', () => {
  it.each([
    ['a verb inside', '"Reed promised \'peace in one day\' last year," said Holt.', 'Reed'],
    ['a noun of speech inside', "\"Reed's declaration of 'progress' is for show,\" said Holt.", 'Reed'],
    ['nobody named', '"They call it \'progress\' there," said Holt.', '?'],
    ['a pronoun only', '"He promised \'peace in one day\' last year," said Holt.', '?'],
  ])('name who is quoted where the outer one tells: %s', (_, text, quoted) => {
    const nested = quotationsTold(report(text)).find((line) => line.startsWith('> '));
    expect(nested?.slice(2, nested.indexOf(': '))).toBe(quoted);
  });
});

describe('other languages', () => {
  it.each([
    ['Russian', '«Это важно», — заявил министр Сергей Ланской.', 'Сергей Ланской'],
    ['French', '« Nous avons gagné », a déclaré le ministre Jean Martin.', 'Jean Martin'],
    ['German', '„Das ist gut“, sagte Hans Müller.', 'Hans Müller'],
    ['Spanish', '«Es verdad», dijo Juan Pérez.', 'Juan Pérez'],
  ])('%s verbs of speech are known', (_, text, expected) => {
    expect(voicesTold(text)).toBe(expected);
  });
});

describe('confidence', () => {
  it('is higher for a name beside the quotation than for a pronoun, and absent where nobody is named', () => {
    const [named, pronoun, unknown] = [
      'Holt said: "Yes."',
      'Anna Holt came. "Yes," she said.',
      '"Yes," they say.',
    ].map((text) => readArticle(report(text)).quotations[0]?.confidence);
    expect(named).toBeGreaterThan(pronoun ?? 1);
    expect(unknown).toBeUndefined();
  });
});
