import { wordsIn } from '../anchor/selectors.ts';
import { csvText } from '../notes/csv-text.ts';
import { nameOf } from '../notes/listing.ts';
import { inertMarkdown, markdownFile, markdownLink, plainToLine } from '../notes/markdown-text.ts';
import type { QuestionForm, QuestionReading } from '../notes/question.ts';
import { AVOIDANCE_WORDS, OUTCOME_LABELS } from '../notes/question-words.ts';
import type { Article } from '../voices/read-article.ts';
import {
  auditedReplies,
  rateInWords,
  talliesBySpeaker,
  tallyOf,
  type Asked,
  type AuditedReply,
  type Tally,
} from './answer-audit.ts';

/** A question as an audit lists it. */
export interface AuditEntry {
  readonly asked: Asked;
  /** What the reader made of it, and wrote on it; undefined where nothing. */
  readonly question: QuestionReading | undefined;
  readonly remark: string;
  /** Its forms: as the reader sees them, else by the rules. */
  readonly forms: readonly QuestionForm[];
  /** The address of the question's words; null where there is none to give. */
  readonly link: string | null;
}

/** What an audit's files need to know beside the questions. */
export interface AuditContext {
  readonly article: Article;
  readonly title: string;
}

type Row = readonly [
  name: string,
  cell: (entry: AuditEntry, row: AuditedReply | null, article: Article) => string,
];

const COLUMNS: readonly Row[] = [
  ['question', ({ asked }) => String(asked.number)],
  ['exchange', ({ asked }) => String(asked.exchange)],
  ['asked by', ({ asked }, _, article) => nameOf(asked.turn.speaker, article)],
  ['words', ({ asked }, _, article) => article.text.slice(asked.span.start, asked.span.end)],
  ['forms', ({ forms }) => forms.join('; ')],
  ['forms by', ({ question }) => (question?.forms ? 'reader' : 'rules')],
  ['reply by', (_, row, article) => (row ? nameOf(row.speaker, article) : '')],
  ['outcome', (_, row) => (row ? outcomeOf(row) : 'no reply')],
  ['ways', (_, row) => (row?.reply?.ways ?? []).map((way) => AVOIDANCE_WORDS[way].label).join('; ')],
  ['evidence', (_, row) => (row?.reply?.evidence ?? []).map(wordsIn).join('\n')],
  ['remark', ({ remark }) => remark],
  ['link', ({ link }) => link ?? ''],
];

/** The audit as a table: a row for each reply, judged or not, and one for each question without any; see `csvText`. */
export function formatAuditCsv(entries: readonly AuditEntry[], { article }: AuditContext): string {
  const rows = entries.flatMap((entry) => {
    const replies = auditedReplies(entry.asked, entry.question);
    return (replies.length > 0 ? replies : [null]).map((row) =>
      COLUMNS.map(([, cell]) => cell(entry, row, article)),
    );
  });
  return csvText([COLUMNS.map(([name]) => name), ...rows]);
}

/** The audit as Markdown for people: the tally, then each question with its replies. Words and names are escaped. */
export function formatAuditMarkdown(
  entries: readonly AuditEntry[],
  { article, title }: AuditContext,
): string {
  const all = entries.flatMap(({ asked, question }) => auditedReplies(asked, question));
  const parts = [
    `# ${plainToLine(title)}: questions and answers`,
    'Whether a question was answered is the judgement of the reader who made this audit.',
    tallyTable(all, article),
    ...entries.map((entry) => entryOf(entry, article)),
  ];
  return markdownFile(parts);
}

function tallyTable(all: readonly AuditedReply[], article: Article): string {
  const row = (name: string, tally: Tally): string => {
    const { answered, partly, not, replies, judged } = tally;
    const rate = rateInWords(tally) ?? 'none judged';
    return `| ${[name, answered, partly, not, replies - judged, replies, rate].join(' | ')} |`;
  };
  const lines = talliesBySpeaker(all).map((tally) => row(plainToLine(nameOf(tally.speaker, article)), tally));
  return [
    '| Replies by | Answered | Partly | Not | Not judged | All | Rate |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...lines,
    row('All', tallyOf(all)),
  ].join('\n');
}

function entryOf({ asked, question, remark, forms, link }: AuditEntry, article: Article): string {
  const words = article.text.slice(asked.span.start, asked.span.end);
  const by = question?.forms ? 'the reader’s view' : 'by the rules';
  const replies = auditedReplies(asked, question).map((row) => {
    const ways = (row.reply?.ways ?? []).map((way) => AVOIDANCE_WORDS[way].label).join(', ');
    const name = plainToLine(nameOf(row.speaker, article));
    const evidence = (row.reply?.evidence ?? []).map((passage) => `  > ${plainToLine(wordsIn(passage))}`);
    return [`- ${name}: ${outcomeOf(row)}${ways && ` (${ways})`}`, ...evidence].join('\n');
  });
  return [
    `## ${asked.number}. ${plainToLine(nameOf(asked.turn.speaker, article))}`,
    `> ${plainToLine(words)}`,
    forms.length > 0 ? `Forms (${by}): ${forms.join(', ')}` : '',
    replies.join('\n\n'),
    inertMarkdown(remark).trim(),
    link === null ? '' : markdownLink('In the article', link),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function outcomeOf({ reply, isHere }: AuditedReply): string {
  return `${reply ? OUTCOME_LABELS[reply.outcome] : 'not judged'}${isHere ? '' : ', no longer in this exchange'}`;
}
