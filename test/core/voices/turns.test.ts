import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/voices/read-article.ts';
import { nameOf, turnsTold } from './told.ts';

describe('labels', () => {
  it.each([
    [
      'a name and a colon',
      'Anna Holt: Is it safe?\n\nTom Reed: It is safe now.\n\nAnna Holt: Since when?\n\nTom Reed: Since May.',
    ],
    [
      'a name in bold',
      '**Anna Holt:** Is it safe?\n\n**Tom Reed:** It is safe now.\n\n**Anna Holt:** Since when?\n\n**Tom Reed:** Since May.',
    ],
    [
      'the colon behind the bold',
      '**Anna Holt**: Is it safe?\n\n**Tom Reed**: It is safe now.\n\n**Anna Holt**: Since when?\n\n**Tom Reed**: Since May.',
    ],
    [
      'doubled brackets',
      '((Anna Holt)) Is it safe?\n\n((Tom Reed)) It is safe now.\n\n((Anna Holt)) Since when?\n\n((Tom Reed)) Since May.',
    ],
    [
      'an abbreviation given first',
      'Anna Holt (AH): Is it safe?\n\nTom Reed (TR): It is safe now.\n\nAH: Since when?\n\nTR: Since May.',
    ],
    [
      'initials of names in the text',
      'A word with Tom Reed, by Anna Holt.\n\nAH: Is it safe?\n\nTR: It is safe now.\n\nAH: Since when?\n\nTR: Since May.',
    ],
    [
      'surnames in capitals',
      'Anna Holt met Tom Reed.\n\nHOLT: Is it safe?\n\nREED: It is safe now.\n\nHOLT: Since when?\n\nREED: Since May.',
    ],
    [
      'first names',
      'Anna Holt met Tom Reed.\n\nAnna: Is it safe?\n\nTom: It is safe now.\n\nAnna: Since when?\n\nTom: Since May.',
    ],
    [
      'time stamps before',
      '[00:10] Anna Holt: Is it safe?\n[00:20] Tom Reed: It is safe now.\n[00:30] Anna Holt: Since when?\n[00:40] Tom Reed: Since May.',
    ],
    [
      'lines without blank lines',
      'Anna Holt: Is it safe?\nTom Reed: It is safe now.\nAnna Holt: Since when?\nTom Reed: Since May.',
    ],
  ])('%s open turns', (_, text) => {
    expect(turnsTold(text).filter((turn) => !turn.startsWith('narration'))).toEqual([
      'question Anna Holt: Is it safe?',
      'answer Tom Reed: It is safe now.',
      'question Anna Holt: Since when?',
      'answer Tom Reed: Since May.',
    ]);
  });

  it.each([
    ['Q and A', 'Q: Is it safe?\n\nA: It is.\n\nQ: Since when?\n\nA: Since May.'],
    ['numbered', 'Q1. Is it safe?\n\nA1. It is.\n\nQ2. Since when?\n\nA2. Since May.'],
    ['spelled out', 'Question: Is it safe?\n\nAnswer: It is.\n\nQuestion: Since when?\n\nAnswer: Since May.'],
  ])('formal labels ask and answer without a name: %s', (_, text) => {
    expect(readArticle(text).turns.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['question', null],
      ['answer', null],
      ['question', null],
      ['answer', null],
    ]);
  });

  it('a full-width colon ends a Chinese label', () => {
    const text = '记者：你好吗？\n\n张三：我很好。\n\n记者：真的吗？\n\n张三：真的。';
    expect(turnsTold(text)).toEqual([
      'question 记者: 你好吗？',
      'answer 张三: 我很好。',
      'question 记者: 真的吗？',
      'answer 张三: 真的。',
    ]);
  });

  it('an outlet in quotation marks with its abbreviation is an interviewer', () => {
    const article = readArticle(
      '"The Herald" (TH): Is it safe?\n\n"It is," said Tom Reed.\n\nTH: Since when?\n\n"Since May."',
    );
    const asker = article.speakers.find(({ id }) => id === article.turns[0]?.speaker);
    expect(asker).toMatchObject({ name: 'The Herald', short: 'TH', part: 'interviewer' });
    expect(article.turns[2]?.speaker).toBe(asker?.id);
    expect(article.quotations.every(({ start }) => start > 0)).toBe(true);
  });

  it('a label of two people is a voice of its own', () => {
    const text =
      'Ann: Is it safe?\n\nHan: It is.\n\nEla: It is.\n\nAnn: Since when?\n\nHan and Ela: Since May.\n\nAnn: So?\n\nHan: So.\n\nEla: So.';
    expect(turnsTold(text)[4]).toBe('answer Han and Ela: Since May.');
  });

  it.each([
    'Note: this is not a voice.',
    'Update: the bridge is open again.',
    '10:30 was the hour.',
    'https://example.org is a page.',
    'Our first stop: New York.',
    'Warning: wet paint.',
  ])('no label: %s', (line) => {
    expect(
      readArticle(`A page about things\n\nIt begins like this.\n\n${line}\n\nIt ends like this.`).turns.every(
        ({ label }) => label === undefined,
      ),
    ).toBe(true);
  });

  it('a full name that stands once is a label where its bearer goes on to say "I"', () => {
    const text =
      '# Three masters\n\n**Could you introduce yourselves?**\n\n**Anna Holt**: My name is Anna, and I carve.\n\n**Tom Reed**: I build.\n\n**What is next for you?**\n\nA rest.';
    expect(turnsTold(text)).toEqual([
      'question ?: Could you introduce yourselves?',
      'answer Anna Holt: My name is Anna,',
      'answer Tom Reed: I build.',
      'question ?: What is next for',
      'answer ?: A rest.',
    ]);
  });

  it('a name that stands once is a label where its initials are one', () => {
    const text = 'The Herald: Is it safe?\n\nTom Reed: It is.\n\nTH: Since when?\n\nTR: Since May.';
    expect(turnsTold(text).map((turn) => turn.split(':')[0])).toEqual([
      'question The Herald',
      'answer Tom Reed',
      'question The Herald',
      'answer Tom Reed',
    ]);
  });

  it('an item of a list among labels is no label', () => {
    const text =
      '**Ann:** What is new?\n\n**Tom:** Three things.\n\n* **Speed:** it is fast.\n* **Size:** it is small.\n\n**Ann:** And then?\n\n**Tom:** Nothing.';
    expect(readArticle(text).turns).toHaveLength(4);
  });
});

describe('questions without a label', () => {
  const told = [
    'question ?: Who are you?',
    'answer Anna Holt: I am Anna Holt,',
    'question ?: What do you use?',
    'answer Anna Holt: A saw and a',
    'question ?: What do you dream',
    'answer Anna Holt: A bigger saw.',
  ];
  const answers = ['I am Anna Holt, a joiner.', 'A saw and a plane.', 'A bigger saw.'];
  const asked = ['Who are you?', 'What do you use?', 'What do you dream of?'];
  const page = (set: (question: string) => string, gap = '\n\n'): string =>
    [
      'Anna Holt',
      'Joiner and carver',
      ...asked.flatMap((question, index) => [set(question), answers[index] ?? '']),
    ].join(gap);

  it.each([
    ['as headings', page((question) => `### ${question}`)],
    ['in bold', page((question) => `**${question}**`)],
    ['in italics', page((question) => `*${question}*`)],
    ['in italics with underscores', page((question) => `_${question}_`)],
    ['in plain text', page((question) => question)],
    ['in lines without blank lines', page((question) => question, '\n')],
  ])("%s are the interviewer's, and who is introduced answers", (_, text) => {
    expect(turnsTold(text).filter((turn) => !turn.startsWith('narration'))).toEqual(told);
  });

  it('a request behind other words asks too', () => {
    const text =
      'An interview with Anna Holt\nWhat do you carve?\nI carve birds, mostly, and some fish.\nYour birds are known far away. Few know how they come about. Talk us through it.\nI take a knife and begin.\nWhat is next for you?\nA rest.';
    expect(turnsTold(text).filter((turn) => turn.startsWith('question'))).toHaveLength(3);
  });

  it('a request asks too', () => {
    const text =
      '# Interview with Anna Holt\n\n*Tell us about your work.*\n\nI carve.\n\n*Tell us about your tools.*\n\nA saw.\n\n*What is next?*\n\nA rest.';
    expect(turnsTold(text).map((turn) => turn.split(':')[0])).toEqual([
      'question ?',
      'answer Anna Holt',
      'question ?',
      'answer Anna Holt',
      'question ?',
      'answer Anna Holt',
    ]);
  });

  it.each([
    [
      'the title says who was talked to',
      'The Herald discusses bridges with Anna Holt',
      'Bridgeworks opened in May.',
    ],
    [
      'the introduction does',
      'Of bridges',
      'We spoke with Anna Holt, head of Bridgeworks, after Tom Reed left.',
    ],
  ])('who answers is known where %s', (_, title, intro) => {
    const questions = ['Is Bridgeworks old?', 'Is it yours?', 'Will you build another?'];
    const text = `# ${title}\n\n${intro}\n\n${questions.map((question) => `**${question}**\n\nIt is so.`).join('\n\n')}`;
    const answered = turnsTold(text).filter((turn) => turn.startsWith('answer'));
    expect(answered).toEqual(Array(3).fill('answer Anna Holt: It is so.'));
  });

  it('who answers is not guessed where labels show that several do', () => {
    const text =
      '# An interview with Anna Holt\n\n**Ida: Who are you?**\n\n**Anna Holt**: I am Anna.\n\n**Tom Reed**: I am Tom.\n\n**Ida: What do you build?**\n\nWe build bridges.\n\n**Ida: Since when?**\n\nSince May.';
    expect(turnsTold(text).slice(-3)).toEqual([
      'answer ?: We build bridges.',
      'question Ida: Since when?',
      'answer ?: Since May.',
    ]);
  });

  it('a remark right before a reply is the interviewer speaking', () => {
    const text =
      'An interview with Anna Holt\n\nWho are you?\n\nI am a joiner.\n\nThat sounds hard.\n\nNo, it is a joy.\n\nWhat do you use?\n\nA saw.\n\nI have one.\n\nWhat do you dream of?\n\nA bigger saw.';
    expect(turnsTold(text).map((turn) => turn.split(' ').slice(0, 5).join(' '))).toEqual([
      'question ?: Who are you?',
      'answer Anna Holt: I am',
      'question ?: That sounds hard.',
      'answer Anna Holt: No, it',
      'question ?: What do you',
      'answer Anna Holt: A saw.',
      'question ?: What do you',
      'answer Anna Holt: A bigger',
    ]);
  });

  it('an essay that asks its reader is no interview', () => {
    const text =
      'On bridges\n\nWhy do bridges fall?\n\nThey fall because they are old. What holds them up?\n\nSteel does, as long as it lasts.';
    expect(readArticle(text).turns.map(({ kind }) => kind)).toEqual(['narration']);
  });

  it('a section heading ends a turn, and what follows it is narration until the next label', () => {
    const text =
      '**Ann:** Is it safe?\n\n**Tom:** It is.\n\n## The bridge\n\nIt was built in May.\n\n**Ann:** Since when?\n\n**Tom:** Since May.';
    expect(turnsTold(text).map((turn) => turn.split(':')[0])).toEqual([
      'question Ann',
      'answer Tom',
      'narration Author',
      'question Ann',
      'answer Tom',
    ]);
  });
});

describe('turns of quoted voices', () => {
  it("a paragraph led by a quotation and followed by whole quotations of the same voice is that voice's turn", () => {
    const text =
      'A bridge falls\n\nThe bridge fell on Monday.\n\n"It was old," said Tom Reed.\n\n"It was very old."\n\nThe bridge is closed.';
    expect(turnsTold(text)).toEqual([
      'narration Author: The bridge fell on',
      'answer Tom Reed: "It was old," said',
      'narration Author: The bridge is closed.',
    ]);
  });

  it('a paragraph with a quotation and its cue alone stays narration', () => {
    const text =
      'A bridge falls\n\nThe bridge fell on Monday.\n\n"It was old," said Tom Reed.\n\nThe bridge is closed.';
    expect(turnsTold(text)).toEqual(['narration Author: The bridge fell on']);
  });

  it("questions of the author's that voices answer are the author's turn", () => {
    const text =
      'A bridge falls\n\nThe bridge fell on Monday.\n\nWhy did it fall? Was it old?\n\n"It was old," said Tom Reed.\n\n"It was very old."';
    expect(turnsTold(text)).toEqual([
      'narration Author: The bridge fell on',
      'question Author: Why did it fall?',
      'answer Tom Reed: "It was old," said',
    ]);
  });

  it("a whole quotation after a labelled question is the answering voice's", () => {
    const text =
      '"It was old," said Tom Reed.\n\nHerald: How old?\n\n"Very old."\n\nHerald: And now?\n\n"It is gone."';
    expect(turnsTold(text).slice(1)).toEqual([
      'question Herald: How old?',
      'answer Tom Reed: "Very old."',
      'question Herald: And now?',
      'answer Tom Reed: "It is gone."',
    ]);
  });
});

describe('exchanges', () => {
  it('questions that stand together get the answers up to the next question or narration', () => {
    const article = readArticle(
      'Q: Is it safe?\n\nA: It is.\n\nA: It is, too.\n\n## Later\n\nThe sun shone.\n\nQ: And now?\n\nQ: Really?\n\nA: Yes.',
    );
    expect(article.exchanges.map(({ questions, answers }) => [questions.length, answers.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(article.turns.map(({ answers }) => answers ?? '')).toEqual(['', 't0', 't0', '', '', '', 't5']);
  });

  it('who asks most is the interviewer, who answers a guest', () => {
    const article = readArticle('Ann: Is it safe?\n\nTom: It is. Is it not?\n\nAnn: Why?\n\nTom: Because.');
    expect(article.speakers.map(({ id, part }) => `${nameOf(article, id)} ${part}`)).toEqual([
      'Ann interviewer',
      'Tom guest',
    ]);
  });
});
