/**
 * Words by which a page speaks of itself: captions, notices, appeals, the formal labels of a question and an answer.
 * Collected from the furniture that news sites, blogs and wikis print around an article.
 */
import { wordList } from './word-list.ts';

/** What stands before the colon of a question or an answer that names nobody, in lower case. */
export const QUESTION_LABELS = wordList(
  'q question interviewer вопрос в pregunta p frage f domanda 问 問 問い',
);
export const ANSWER_LABELS = wordList(
  'a answer interviewee ответ о respuesta r réponse antwort risposta 答 答え',
);

/** First words of a printed line that ends in a colon and names no speaker, in lower case. */
export const NOT_A_SPEAKER = wordList(`
  note notes nb update updated updates correction corrections edit edited warning tip example examples hint caution
  source sources original originally statement disclaimer disclosure copyright license licence credit credits photo
  photos image images picture pictured figure fig table video audio caption chart map graphic via link links url
  website web email e-mail tel phone fax address location place venue date time when where published posted author
  authors byline by writer editor editors translator translated translation interview interviewed introduction intro
  summary abstract background conclusion contents overview topic topics section chapter part step steps title subtitle
  headline related read see also more further follow subscribe tags tag category categories keywords share contact
  ps p.s. postscript fact facts myth reason result results ingredients pros cons break transcript duration length
  price rating verdict spoiler spoilers reference references notebook http https ftp mailto
  注 注意 来源 來源 原文 图 圖 编辑 編輯 作者 声明 聲明 时间 時間 地点 地點 更新 导语 摘要 责编
  примечание источник фото редактор автор обновлено дата время nota fuente foto actualización remarque mise quelle hinweis bild
`);

/** Opens a caption, in lower case; what follows the colon is the caption's text. */
export const CAPTION_STARTS =
  /^[[(*_]*(?:image|photo|picture|video|file photo|caption|pictured|illustration|graphic|photograph|screenshot|фото|на фото|иллюстрация|bild|foto|图|圖|图片|圖片)(?: caption| credit| source)?(?: \d+)?\s?[:：]/iu;

/** Tells a notice or an appeal that follows the last words of an article. */
export const BACK_MATTER =
  /^[[(*_\s]*(?:(?:original|source|sources|statement|disclaimer|disclosure|copyright|credits?|via|read more|related|related (?:articles|news|stories)|see also|tags?|keywords|follow|contact|share|references|external links|further reading|more information|link|url|editor|edited by|translated by|reporting by|additional reporting|来源|來源|原文|声明|聲明|责编|编辑|источник|оригинал|теги|fuente|quelle)\s?[:：]|(?:©|\(c\)|all rights reserved|copyright \d|this (?:article|story|post|piece|interview|report|content|work) (?:was|is|has|represents|originally|first|appeared|contains|reflects|may)|the (?:views|opinions) expressed|(?:sign up|subscribe|follow us|follow me|like us|join us|click here|share this|read (?:more|next|also)|learn more about us|leave a comment)\b))/iu;

/** An appeal to the reader: an imperative that asks to follow, subscribe, share, comment or buy. */
export const APPEAL =
  /\b(?:please (?:follow|subscribe|share|like|visit|consider|support|donate|sign|click|leave)|follow (?:us|me|the author|our)|subscribe to|sign up (?:for|to)|(?:buttons?|comments?|link) below|welcome to (?:express|share|leave|comment))\b/iu;
