import { roleNames } from '../../contract/roles';
import type { AuditDatabase } from './audit/collections';
import { collection, type CollectionsOf } from './collection';
import type { Grant } from './grants';
import type { Doc } from './port';

export interface MemberDoc extends Doc {
  /** The only place an openid is stored; never leaves the kernel. */
  openid: string;
  name: string;
  orgIds: string[];
  /** Every org the member sees things of: the union of the paths of `orgIds`. */
  scope: string[];
  /** Past and coming ones included; a viewer has those that count now. */
  grants: Grant[];
  disabled: boolean;
  /** Why, and until when (epoch milliseconds, null: until somebody restores it); absent where nobody said. */
  disabledFor?: { reason: string; until: number | null };
  joinedAt: number;
  /** When the member asked to be erased, and when it will be done; meanwhile he is disabled and may take it back. */
  erasing?: { askedAt: number; at: number };
  /** Nobody has called by this record since somebody asked whether it is still in use (`kernel/memberUse.ts`). */
  unused?: true;
  /** When he last wrote words that had no verdict, as WeChat could not be asked; absent where none wait. */
  unchecked?: number;
  /** The name as it is sorted and found (`shared/search`); absent in documents of earlier versions until a job fills it. */
  nameSort?: string;
  nameKeys?: string[];
  /** When and by which command he changed his name last, and when before that (`kernel/memberNames.ts`). */
  renamed?: { at: number; by: string; last: number | null };
  /** What he was called before, the latest last, and until when. */
  formerNames?: { name: string; until: number }[];
  /** What changed where he belongs, the last of it, so that none of it is done twice (`changeBelonging`). */
  commands?: string[];
  /** What versions before there were cards kept here of 今日; only read (`kernel/members.ts`). */
  told?: Record<string, ToldBefore>;
  answered?: Record<string, string>;
}

/** What a member had put away of one event, and of which of his sign-ups. */
export interface ToldBefore {
  signedUpAt: number;
  /** Code of time and place. */
  plan: string;
  cancelled: boolean;
  seated: boolean;
}

/** Exact rate limits. `_id` is `<action>:<who>:<window>`. */
export interface LimitDoc extends Doc {
  count: number;
  expiresAt: number;
}

/** Refused calls of one caller in one hour, until the timer writes their number into the audit. `_id` is `<who>:<hour>`. */
export interface DenialsDoc extends Doc {
  actor: string;
  /** Where he belonged, for the entry; absent in documents of earlier versions. */
  orgs?: string[];
  count: number;
  /** By domain and then by act, as in `event.roster`. */
  of: Record<string, Record<string, number>>;
  endsAt: number;
}

export const kernelCollections = {
  members: collection<MemberDoc>({
    purpose: '成员、所在组织与职责',
    personal: '微信用户标识（仅用于识别本人）、姓名（支部内称呼）',
    subjects: [
      {
        who: '本人',
        at: { in: 'id' },
        exported: {
          as: '我',
          columns: {
            姓名: 'name',
            曾用名: 'formerNames.*.name',
            改名时间: ['formerNames.*.until', 'time'],
            所在组织: 'orgIds',
            职责: ['grants.*.role', roleNames],
            职责所在组织: 'grants.*.orgId',
            职责起: ['grants.*.from', 'time'],
            职责止: ['grants.*.until', 'time'],
            已停用: 'disabled',
            停用原因: 'disabledFor.reason',
            停用至: ['disabledFor.until', 'time'],
            加入时间: ['joinedAt', 'time'],
            申请注销: ['erasing.askedAt', 'time'],
          },
          internal: [
            'openid',
            'erasing.at',
            'scope',
            'grants.*.of',
            'grants.*.term',
            'nameSort',
            'nameKeys',
            'renamed',
            'unused',
            'unchecked',
            'commands',
            'told',
            'answered',
          ],
        },
        erased: { how: 'removed', says: '删除' },
        merged: {
          how: 'moved',
          clash: {
            append: ['orgIds', 'scope', 'grants', 'commands', 'formerNames'],
            lowest: ['joinedAt'],
          },
          says: '组织与职责合在一起；以保留的微信身份登录',
        },
      },
    ],
    indexes: [
      { name: 'openid', unique: true, keys: [['openid', 1]] },
      {
        name: 'orgs',
        keys: [
          ['orgIds', 1],
          ['_id', 1],
        ],
      },
      { name: 'grants', keys: [['grants.orgId', 1]] },
      { name: 'standIns', keys: [['grants.of', 1]] },
      {
        name: 'scope_nameSort',
        keys: [
          ['scope', 1],
          ['nameSort', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'scope_joinedAt',
        keys: [
          ['scope', 1],
          ['joinedAt', -1],
          ['_id', 1],
        ],
      },
      // Whoever belongs to no org has nothing in the two above. They are few: by date they are sorted without an index.
      {
        name: 'orgless_nameSort',
        keys: [
          ['orgIds.0', 1],
          ['nameSort', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'nameKeys',
        keys: [
          ['nameKeys', 1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
    copies: { scopes: [{ ids: 'orgIds', scope: 'scope' }] },
  }),

  limits: collection<LimitDoc>({
    purpose: '防刷计数',
    personal: null,
    subjects: [
      {
        who: '调用者',
        at: { in: 'text', paths: ['_id'] },
        exported: { not: '只是计数，一小时左右即删' },
        erased: { how: 'stays', why: '只有内部编号，一小时左右即删' },
        merged: { how: 'stays', why: '一小时左右即删' },
      },
    ],
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  }),

  denials: collection<DenialsDoc>({
    purpose: '被拒绝的调用的计数，每小时汇入审计记录（仅编号）',
    personal: null,
    subjects: [
      {
        who: '调用者',
        at: { in: 'text', paths: ['_id', 'actor'] },
        exported: { not: '只是计数，一小时左右即汇总' },
        erased: { how: 'stays', why: '只有内部编号，一小时左右即汇入审计记录' },
        merged: { how: 'stays', why: '一小时左右即汇总' },
      },
    ],
    indexes: [{ name: 'endsAt', keys: [['endsAt', 1]] }],
    // The timer removes them within the hour; this is for what it could not write.
    retention: { field: 'endsAt', days: 40 },
    copies: { kept: [{ path: 'orgs', why: '一小时左右即汇入审计记录' }] },
  }),
};

export type KernelDatabase = CollectionsOf<typeof kernelCollections> & AuditDatabase;
