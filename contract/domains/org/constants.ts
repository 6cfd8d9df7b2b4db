/** How long a change of the tree can be undone by those who may make it. */
export const ORG_UNDO_MS = 24 * 3_600_000;

/** Characters of a code that is made for an org: about 48 bits (docs/mechanisms/org-tree.md). */
export const JOIN_CODE_LENGTH = 10;

/** Levels of the tree, the committee at the top included. */
export const ORG_DEPTH_MAX = 12;

/** Orgs and members that one split takes along at most. */
export const SPLIT_ORGS_MAX = 200;
export const SPLIT_MEMBERS_MAX = 500;

/** Orgs shown directly below one on its page. */
export const BELOW_MAX = 500;

/** What was done to an org. */
export const orgChangeKinds = ['create', 'rename', 'move', 'merge', 'split', 'archive', 'restore'] as const;
export type OrgChangeKind = (typeof orgChangeKinds)[number];
