/** The context of the W3C's terms. It is a name here: no context is ever fetched. */
export const CONTEXT_IRI = 'http://www.w3.org/ns/anno.jsonld';

/**
 * What Sidegloss says about a note beyond the W3C's terms. The names are whole IRIs, under which JSON-LD finds them in
 * any context: so our annotations need no context but the W3C's, and our terms can go into annotations from elsewhere.
 */
export const OURS = {
  claim: 'urn:sidegloss:claim',
  question: 'urn:sidegloss:question',
  colour: 'urn:sidegloss:colour',
  /** `highlight`, `comment`, `claim` or `question`; every annotation that Sidegloss made has it. */
  noteKind: 'urn:sidegloss:noteKind',
  /** The block, the speaker and the text's hash of the words, as in an ArticleSelector. */
  block: 'urn:sidegloss:block',
  speaker: 'urn:sidegloss:speaker',
  text: 'urn:sidegloss:text',
  revision: 'urn:sidegloss:revision',
  splitFrom: 'urn:sidegloss:splitFrom',
  earlier: 'urn:sidegloss:earlier',
  /** The annotation of another format that the note was imported from, as a JSON text. */
  original: 'urn:sidegloss:original',
} as const;

/** Inside a claim and a question the fields are short; this context makes them terms of ours. */
export const CLAIM_CONTEXT = { '@vocab': 'urn:sidegloss:' };
