import { wordList } from './lexicon/word-list.ts';

/** How much of a text is read to tell its language. */
const READ = 4000;

/** The commonest short words of some languages in print; a text that uses those of one more than of the others is in it. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordList(
    'the and of to in that is was he for it with as his on be at by had not are but from have an they she which you said',
  ),
  fr: wordList(
    'le la les des et est une dans que qui pour pas sur il elle au avec ce sont du par ne se plus mais ont cette',
  ),
  de: wordList(
    'der die das und ist nicht ein eine mit den dem zu von auf für im des sich auch es er sie hat wird als bei aus',
  ),
  es: wordList(
    'el los las una que del por con para es su se no al lo como más pero sus este ha muy sin dijo también',
  ),
  it: wordList(
    'il lo gli che di della per una non con sono nel alla del è anche più ha come ma dei questo si',
  ),
  pt: wordList('o os as que não uma com para do da dos em por mais mas foi ao ele são seu sua também disse'),
  nl: wordList('de het een en van is dat op te zijn met voor niet aan er om ook als bij maar naar heeft'),
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[їієґ]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** The language of a text by its script and its commonest words, as a BCP 47 tag; `und` where these don't tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, READ);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [lang, letter] of SCRIPTS) {
    const share = (sample.match(letter)?.length ?? 0) / letters;
    if (share > (lang === 'ja' || lang === 'uk' ? 0.02 : 0.4)) return lang;
  }
  return latinLanguage(sample);
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(SMALL_WORDS).map(([lang, small]): [string, number] => [
    lang,
    words.filter((word) => small.has(word)).length,
  ]);
  const [best, second] = counts.toSorted((a, b) => b[1] - a[1]);
  if (best === undefined || second === undefined || best[1] < 3 || best[1] < words.length * 0.08)
    return 'und';
  return best[1] > second[1] ? best[0] : 'und';
}
