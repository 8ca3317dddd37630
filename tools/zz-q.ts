import { readFileSync } from 'node:fs';
import { readArticle } from '../src/core/voices/read-article.ts';
import { askedQuestions } from '../src/core/questions/answer-audit.ts';
import { questionForms } from '../src/core/questions/question-forms.ts';
import { quoteFragment } from '../src/ui/quote-fragment.ts';
import { Session } from 'node:inspector/promises';
export async function main(): Promise<number> {
  const text = readFileSync('public/articles/vance-peace-talks/article.txt', 'utf8');
  const article = readArticle(text);
  const asked = askedQuestions(article);
  const s = new Session();
  s.connect();
  await s.post('Profiler.enable');
  await s.post('Profiler.setSamplingInterval', { interval: 100 });
  await s.post('Profiler.start');
  const b = performance.now();
  questionForms(article, asked[0]!.turn);
  const c = performance.now();
  quoteFragment(article, asked[0]!.span);
  const d = performance.now();
  const { profile } = await s.post('Profiler.stop');
  console.log(c - b, d - c);
  const self = new Map<number, number>();
  profile.samples!.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + profile.timeDeltas![i]!));
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  const total = (id: number): number =>
    (self.get(id) ?? 0) + (byId.get(id)!.children ?? []).reduce((a, x) => a + total(x), 0);
  const show = (id: number, depth: number): void => {
    const n = byId.get(id)!;
    const t = total(id) / 1000;
    if (t < 0.7 || depth > 12) return;
    console.log(
      ' '.repeat(depth) + t.toFixed(1),
      n.callFrame.functionName || '(anon)',
      n.callFrame.url.split('/').slice(-2).join('/') + ':' + n.callFrame.lineNumber,
    );
    for (const x of n.children ?? []) show(x, depth + 1);
  };
  show(1, 0);
  return 0;
}
