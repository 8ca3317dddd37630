import { bringSafely, doors, letters, lettersOf } from './doors.ts';
import { bytesOf, jsonOf, type Case, type Suite } from './suite.ts';

const NAME = 'docx';

interface File {
  readonly file: string;
  readonly expect: 'accept' | 'accept-text' | 'accept-text-or-reject' | 'reject' | 'reject-or-ignore-part';
  readonly expectError?: string;
  readonly paragraphs?: readonly string[];
}

/** Word files that are good, damaged, or made to do harm: each is read or refused as its case says, in bounds. */
export const docx: Suite = {
  name: NAME,
  beside: { 'baseline-mammoth.json': 'what another program made of the same files' },
  cases: () =>
    ['good', 'bad-zip', 'hostile'].flatMap((list) =>
      (jsonOf(NAME, `${list}.json`) as File[]).map((one): Case => ({
        name: one.expectError === undefined ? one.file : `${one.file} ${one.expectError}`,
        run: () => check(one),
      })),
    ),
};

async function check({ file, expect, paragraphs }: File): Promise<string | null> {
  const bytes = bytesOf(NAME, file);
  const { brought, harm } = await bringSafely(() => doors.docx(bytes));
  if (harm !== null) return harm;
  const isEmpty = !brought.ok && brought.reason === 'empty';
  if (expect === 'reject') return brought.ok ? 'was read' : null;
  if (expect === 'accept-text') return brought.ok ? null : brought.message;
  if (expect !== 'accept') return null;
  if (!brought.ok && !isEmpty) return brought.message;
  // The numbers of footnotes stand in the text here, and not in what is expected.
  const is = lettersOf(brought).replace(/\[\d+\]/g, '');
  // What stands besides, such as a footnote or a title, may be more, but nothing may be less.
  const lost = (paragraphs ?? []).find((paragraph) => !is.includes(letters(paragraph)));
  return lost === undefined ? null : `lost ${JSON.stringify(lost.slice(0, 200))}`;
}
