import type { Role } from '../contract/roles';

/*
 * Who comes to the demo city, goes within it and is in it twice: what the pages of invitations, transfers and merges show.
 * Persons by their keys in `members.ts`; made up.
 */

/** An invitation of the demo city. */
export interface DemoInvitation {
  key: string;
  orgId: string;
  by: string;
  code: string;
  note: string;
  days: number;
  limit: number;
  approval: boolean;
  /** How many hours before the city was made it was sent. */
  ago: number;
}

const branch = { orgId: 'U01-WX-B01', by: 'branch-secretary' } as const;

/** The first is about to expire; by the second people ask. */
export const demoInvitations: readonly [DemoInvitation, DemoInvitation] = [
  {
    ...branch,
    key: 'autumn',
    code: 'QWNK7TXGH29R',
    note: '秋季转来的同学',
    days: 30,
    limit: 20,
    approval: false,
    ago: 701,
  },
  {
    ...branch,
    key: 'asking',
    code: 'MRC4ZK8DPHT6',
    note: '转专业的同学',
    days: 90,
    limit: 10,
    approval: true,
    ago: 70,
  },
];

/** An invitation for each branch below. */
export const demoBatch = { orgId: 'U01', by: 'u01-secretary', days: 90, limit: 60, approval: false } as const;

/** People without a record who ask to join by the second invitation; the first of them is on the roster of the branch. */
export const demoJoiners = [
  { key: 'joiner-1', name: '闻溪' },
  { key: 'joiner-2', name: '陶知夏' },
] as const;

/** One who asks to come, and one for whom his secretary proposes it. */
export const demoTransfers = {
  asked: { who: 'youth-17', fromId: 'D01-B02', toId: branch.orgId, reason: '专升本考到师大文学院，已经报到' },
  proposed: { ...branch, who: 'going', toId: 'U01-SX-B02', reason: '转专业到统计学，下周去新班上课' },
} as const;

/** Two records of one person. */
export const demoMerge = {
  by: branch.by,
  from: 'twice-1',
  to: 'twice-2',
  reason: '换了手机号，旧的微信不用了',
} as const;

/** Of a class that graduates some have a destination, which has not answered yet, and one has none. */
export const demoGraduation = {
  orgId: 'U01-WX-B03',
  by: 'u01-secretary',
  groups: [
    { toId: 'D01-B01', who: ['graduate-1', 'graduate-2'] },
    { toId: 'G01-B02', who: ['graduate-3'] },
    { toId: null, who: ['graduate-4'] },
  ],
} as const;

/** A role of the city's own, for which one administrator waits for the other where a second person is asked. */
export const demoProposal: { by: string; who: string; role: Role; orgId: string } = {
  by: 'second-admin',
  who: 'cadre',
  role: 'office',
  orgId: 'JC',
};
