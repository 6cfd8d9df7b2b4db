import type { TermState } from '../../../contract/domains/role/constants';
import { termStateNames } from '../../../contract/domains/role/constants';
import { roleNames, type Role } from '../../../contract/roles';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/**
 * One term (任期) of somebody in a role: proposed, given, ended. What counts for rights is the grant in the member's
 * document that names it (`settle`); this is how it came about and how it ended.
 */
export interface TermDoc extends Doc, Remembering {
  memberId: string;
  role: Role;
  orgId: string;
  orgPath: string[];
  orgName: string;
  /** Epoch milliseconds. */
  from: number;
  until: number | null;
  /** The member in whose place it is held; null for one's own. */
  of: string | null;
  state: TermState;
  /** When it was given or proposed. */
  at: number;
  /** Who gave or proposed it; empty where that is not known or nobody of ours, as at the first claim. */
  by: string;
  /** Who agreed to it, or did not. */
  secondBy: string | null;
  endedBy: string | null;
  endedAt: number | null;
  /** Of a proposal: when it lapses. */
  lapsesAt: number | null;
  /** Of a proposal: the term whose end it changes, instead of giving anything. */
  changes?: string;
  /** The term that ends when this one begins: a handover. */
  replaces?: string;
}

/** A role that is handed over: the term that ends, when it would have ended by itself, and the one that begins. */
export interface Part {
  ended: string;
  until: number | null;
  begun: string;
  /** When the one that begins ends. */
  ends: number | null;
}

/** One handover (交接), for taking it back. `_id` is derived from who gave it and his command. */
export interface HandoverDoc extends Doc {
  by: string;
  orgId: string;
  at: number;
  parts: Part[];
  undone: boolean;
  expiresAt: number;
}

/** The code with which the first administrator of the city claims his role; one document, `_id` is `root`. */
export interface ClaimDoc extends Doc {
  /** Of the code; the code itself is stored nowhere. */
  hash: string;
  /** Printed although there was an administrator: by whoever runs the system. */
  forced: boolean;
  usedBy: string | null;
  usedAt: number | null;
  expiresAt: number;
}

/** Who is about to stop being an administrator of the city (`guard.ts`); one document, `_id` is `root`. */
export interface GuardDoc extends Doc {
  version: number;
  leaving: string[];
}

const termColumns = {
  职责: ['role', roleNames],
  组织: 'orgName',
  起: ['from', 'time'],
  止: ['until', 'time'],
  状态: ['state', termStateNames],
  办理时间: ['at', 'time'],
  结束时间: ['endedAt', 'time'],
} as const;
const handlers = ['of', 'by', 'secondBy', 'endedBy'] as const;
const termInternal = [
  'orgId',
  'orgPath',
  'lapsesAt',
  'changes',
  'replaces',
  'commands',
  'memberId',
  ...handlers,
] as const;

/** Of a person to whom a term is in this way: what it was, not whose. */
const termOf = <P extends 'memberId' | (typeof handlers)[number]>(who: string, path: P, as: string) =>
  ({
    who,
    at: { in: 'field', path },
    exported: { as, columns: termColumns, internal: termInternal },
    erased: { how: 'replaced', values: {}, says: '任职记录属于组织，保留，去掉此人的编号' },
    merged: { how: 'reassigned', says: '归到保留的人' },
  }) as const;

export const roleCollections = {
  roleterms: collection<TermDoc>({
    purpose: '职责的授予、任期、同意与收回，供组织查历史',
    personal: '担任的职责、任期、由谁办理（仅编号）',
    subjects: [
      termOf('任职者', 'memberId', '我的任职'),
      termOf('由人代理者', 'of', '我请人代理的职责'),
      termOf('授予者', 'by', '我授予的职责'),
      termOf('第二人', 'secondBy', '我表态的职责'),
      termOf('收回者', 'endedBy', '我收回的职责'),
    ],
    indexes: [
      {
        name: 'org_at',
        keys: [
          ['orgId', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'state_at',
        keys: [
          ['state', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      ...(['memberId', ...handlers] as const).map((path) => ({ name: path, keys: [[path, 1]] as const })),
    ],
    retention: null,
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  rolehandovers: collection<HandoverDoc>({
    purpose: '交接记录，供一天之内撤回',
    personal: '由谁办理（仅编号）',
    subjects: [
      {
        who: '办理者',
        at: { in: 'field', path: 'by' },
        exported: { not: '交接的内容在任职记录里' },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      { name: 'by', keys: [['by', 1]] },
      { name: 'org', keys: [['orgId', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId' }] },
  }),

  roleclaims: collection<ClaimDoc>({
    purpose: '首位管理员的一次性认领码（只存校验值）',
    personal: null,
    subjects: [
      {
        who: '认领者',
        at: { in: 'text', paths: ['usedBy'] },
        exported: { not: '认领的职责在任职记录里' },
        erased: { how: 'stays', why: '只有内部编号，40 天后即删' },
        merged: { how: 'stays', why: '40 天后即删' },
      },
    ],
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 40 },
  }),

  roleguards: collection<GuardDoc>({
    purpose: '保证团市委至少有一位管理员',
    personal: null,
    subjects: [
      {
        who: '卸任的管理员',
        at: { in: 'text', paths: ['leaving'] },
        exported: { not: '卸任的职责在任职记录里' },
        erased: { how: 'stays', why: '只有内部编号，下一位管理员卸任时即去掉' },
        merged: { how: 'stays', why: '下一位管理员卸任时即去掉' },
      },
    ],
    indexes: [],
    retention: null,
  }),
};

export type RoleDatabase = CollectionsOf<typeof roleCollections>;
