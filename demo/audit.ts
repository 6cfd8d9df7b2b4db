import type { ActionName } from '../contract/registry';

/** An act of the past weeks, as the audit keeps it. */
export interface DemoAct {
  /** Days before the city was made, and the time of day. */
  ago: number;
  time: string;
  /** Key of a member of `demo/members.ts`. */
  by: string;
  action: ActionName;
  /** `ok`, or what it was refused with. */
  outcome?: 'FORBIDDEN';
  /** The org that it concerned. */
  orgId: string;
  /** Members whom it touched, by their keys, and what else, as the audit names it. */
  memberKey?: string;
  target?: string;
}

/** What those who hold an office looked at and did before the city is opened, the oldest first. */
export const demoActs: readonly DemoAct[] = [
  { ago: 12, time: '09:04', by: 'admin', action: 'role.grant', orgId: 'JC', memberKey: 'auditor' },
  { ago: 12, time: '09:10', by: 'admin', action: 'member.list', orgId: 'JC' },
  { ago: 11, time: '14:32', by: 'branch-secretary', action: 'member.list', orgId: 'U01-WX-B01' },
  { ago: 11, time: '14:35', by: 'branch-secretary', action: 'member.get', orgId: 'U01-WX-B01', memberKey: 'youth' },
  { ago: 9, time: '10:20', by: 'admin', action: 'orgimport.export', orgId: 'JC', target: 'purpose=report' },
  { ago: 8, time: '16:41', by: 'youth', action: 'member.list', outcome: 'FORBIDDEN', orgId: 'U01-WX-B01' },
  { ago: 6, time: '11:15', by: 'secretary', action: 'invitation.requests', orgId: 'U01' },
  { ago: 5, time: '08:50', by: 'branch-secretary', action: 'org.joinCode', outcome: 'FORBIDDEN', orgId: 'D01' },
  { ago: 3, time: '15:02', by: 'admin', action: 'feedback.inbox', orgId: 'JC' },
  { ago: 2, time: '09:30', by: 'secretary', action: 'role.ofMember', orgId: 'U01', memberKey: 'branch-secretary' },
  { ago: 1, time: '17:45', by: 'admin', action: 'orgimport.export', orgId: 'D01', target: 'purpose=work' },
];
