/** Whether a claim can be checked at all: now, only later (it is about the future), or never. */
export type Checkability = 'yes' | 'later' | 'no';

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

/** Where a status comes from: something that a reader can open. */
export interface Source {
  readonly title: string;
  readonly url: string;
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
}
