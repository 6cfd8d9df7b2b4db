/** How a list of members is sorted: by the pinyin of names, or who joined last first. */
export const memberSorts = ['name', 'joined'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** Members on one page of a list. */
export const MEMBERS_PAGE = 50;

/** How a merge of two records of one person stands. */
export const mergeStates = ['code', 'asked', 'waiting', 'review', 'merging', 'done', 'ended'] as const;
export type MergeState = (typeof mergeStates)[number];

/** What ended a merge that was not carried out, as people read it. */
export const mergeEndings = {
  declined: '本人没有同意',
  objected: '旧账号的人提出了异议',
  refused: '上级没有同意',
  withdrawn: '已撤回',
  lapsed: '过期了',
  stopped: '两个账号中有一个已停用、已不在，或是全市唯一的管理员',
} as const;
export type MergeEnding = keyof typeof mergeEndings;

/** How long a code is good for that one types on the phone with the old account. */
export const MERGE_CODE_MS = 30 * 60_000;
/** How long a merge that both records agreed to can be taken back. */
export const MERGE_AGREED_MS = 60 * 60_000;
/** How long the old record has to show that it is still in use, where only the new one agreed. */
export const MERGE_OBJECT_MS = 7 * 24 * 3_600_000;
/** How long somebody has to answer whether a record is his. */
export const MERGE_ASKED_MS = 14 * 24 * 3_600_000;
/** How long those above have to agree, where nobody answered on the old record. */
export const MERGE_REVIEW_MS = 14 * 24 * 3_600_000;
