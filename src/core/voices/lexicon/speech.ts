/** Nouns that name an act of speech or a message: "Vance's declaration of …", "a statement by …", "in a tweet". */
import { wordList } from './word-list.ts';

export const SPEECH_NOUNS = wordList(`
  statement statements declaration remark remarks comment comments claim claims words announcement assertion admission
  warning promise promises pledge vow call demand accusation description phrase tweet tweets post letter speech reply
  answer response question assurance complaint suggestion prediction conclusion opinion message email interview report
  release press conference testimony ruling memo note video broadcast address quote quotation
`);

/** Nouns after which marked words are a name or a term, not somebody's words. */
export const TERM_NOUNS = wordList(`
  word words term terms phrase name names title slogan hashtag label nickname motto expression concept alias titles
  song album film movie book novel series episode show game article poem play track single painting magazine
`);
