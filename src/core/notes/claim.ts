/** Whether a claim can be checked at all: now, only later (it is about the future), or never. */
export const CHECKABILITIES = ['yes', 'later', 'no'] as const;
export type Checkability = (typeof CHECKABILITIES)[number];

/** How that is said of a claim. */
export const CHECKABLE_WORDS: Readonly<Record<Checkability, string>> = {
  yes: 'can be checked',
  later: 'can be checked later',
  no: 'cannot be checked',
};

/**
 * The kinds of claim. `quantity`, `cause`, `rule`, `prediction` and `experience` follow Full Fact's typology
 * (Konstantinovskiy et al., arXiv 1809.08193); `record` widens its voting records; `opinion` follows PolitiFact's
 * practice; `position` is ours: what somebody wants, demands, accepts or intends.
 */
export type ClaimKind =
  | 'quantity'
  | 'record'
  | 'cause'
  | 'rule'
  | 'position'
  | 'prediction'
  | 'experience'
  | 'opinion';

/** What each kind is, and whether claims of it can usually be checked; a single claim may differ (a motive cannot). */
export const CLAIM_KINDS: Readonly<Record<ClaimKind, { meaning: string; checkable: Checkability }>> = {
  quantity: { meaning: 'gives a number, a share, a trend or a ranking', checkable: 'yes' },
  record: { meaning: 'says what someone did, said or promised, or what happened', checkable: 'yes' },
  cause: { meaning: 'says that one thing leads to, prevents or explains another', checkable: 'yes' },
  rule: { meaning: 'says what a law or procedure is', checkable: 'yes' },
  position: { meaning: 'says what someone wants, demands, accepts or intends', checkable: 'yes' },
  prediction: { meaning: 'is about the future or a condition', checkable: 'later' },
  experience: { meaning: 'only the speaker can know', checkable: 'no' },
  opinion: { meaning: 'values, praises, blames or says what should be', checkable: 'no' },
};

/** All kinds, in the order in which they are listed. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant are what its type says
export const ALL_KINDS = Object.keys(CLAIM_KINDS) as ClaimKind[];

/** What checking has found. Any status but `open` rests on at least one source. */
export const CLAIM_STATUSES = [
  'open',
  'supported',
  'partly',
  'contradicted',
  'unproven',
  'missing context',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Whether a source speaks for a claim as it is claimed, or against it. */
export const BEARINGS = ['for', 'against'] as const;
export type Bearing = (typeof BEARINGS)[number];

/** Where a status comes from: something that a reader can open. What may be missing was not recorded. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** The words of the source that bear on the claim. */
  readonly words?: string;
  /** The day on which the source was seen, `YYYY-MM-DD`. */
  readonly seen?: string;
  readonly bears?: Bearing;
}

/** A status that a claim had, and until when (ISO 8601 in UTC). */
export interface PastStatus {
  readonly status: ClaimStatus;
  readonly until: string;
}

/** How claims bear on each other. */
export const RELATIONS = ['agree', 'disagree'] as const;

/** Another claim that a reader's claim agrees or disagrees with: its note's id, and in a few words on what. */
export interface ClaimRelation {
  readonly claim: string;
  readonly relation: (typeof RELATIONS)[number];
  readonly about: string;
}

/**
 * Who asserts a claim. `speaker` says it, `reporting` or `quoting` names whose words they pass on (speaker ids), and
 * `of` whose position, plan or property it is about ("Vance, speaking of Russia").
 */
export interface ClaimVoice {
  readonly speaker: string;
  readonly reporting?: string;
  readonly quoting?: string;
  readonly of?: string;
}

/** What makes a note a claim: words that assert something, who asserts it, and how it stands. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly checkable: Checkability;
  readonly status: ClaimStatus;
  readonly sources: readonly Source[];
  readonly voice: ClaimVoice;
  /** The statuses before this one, the last one last; absent where there was none. `revise` keeps it. */
  readonly history?: readonly PastStatus[];
  /** A reader's links to other claims of the article, published or own; absent where there are none. */
  readonly relations?: readonly ClaimRelation[];
  /** The id of the published claim that a reader's claim was made from, in whose place lists show it. */
  readonly copyOf?: string;
}
