import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { download } from '../../shared/exports';
import { commandId, nothing } from '../../shared/values';
import { ERASE_WORD } from './constants';

/** When erasing was asked for, and when it will be done. */
const erasing = v.object({ askedAt: v.number(), at: v.number() });
export type Erasing = v.InferOutput<typeof erasing>;

const owndata = v.object({
  /** How many there are of each part that the client names (`contract/shared/inventory`); null until it was counted. */
  counts: v.nullable(v.record(v.string(), v.number())),
  countedAt: v.nullable(v.number()),
  /** Counting goes on. */
  counting: v.boolean(),
  erasing: v.nullable(erasing),
});
export type OwnData = v.InferOutput<typeof owndata>;

/** 我的数据: what is stored of me and why, to take along or to have erased (ADR 45). */
export const owndataActions = {
  'owndata.view': defineAction({
    kind: 'query',
    summary: '系统里存了我的什么，各有多少；是否已申请注销',
    access: { who: 'member', scope: 'self', erasing: 'allowed' },
    input: nothing,
    output: owndata,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'owndata.count': defineAction({
    kind: 'command',
    summary: '清点系统里存了我的什么',
    access: { who: 'member', scope: 'self', erasing: 'allowed' },
    input: v.strictObject({ commandId }),
    output: v.object({ counting: v.boolean() }),
    errors: [],
    stale: ['owndata.'],
    limit: limits.add,
    audited: false,
  }),
  'owndata.export': defineAction({
    kind: 'command',
    summary: '导出我的全部数据：网页、JSON 和上传的文件',
    access: { who: 'member', scope: 'self', erasing: 'allowed' },
    input: v.strictObject({ commandId }),
    output: v.object({ download }),
    errors: [],
    stale: ['download.'],
    limit: limits.join,
    audited: true,
  }),
  'owndata.erase': defineAction({
    kind: 'command',
    summary: '申请注销：七天后删除，其间可撤销',
    access: { who: 'member', scope: 'self', erasing: 'allowed' },
    input: v.strictObject({ commandId, confirm: v.literal(ERASE_WORD, `请填“${ERASE_WORD}”两个字`) }),
    output: v.object({ erasing }),
    errors: ['ERASE_LAST_ADMIN', 'ERASE_ONLY_HOLDER'],
    stale: 'all',
    limit: limits.join,
    audited: true,
  }),
  'owndata.undo': defineAction({
    kind: 'command',
    summary: '撤销注销',
    access: { who: 'member', scope: 'self', erasing: 'allowed' },
    input: v.strictObject({ commandId }),
    /** Nothing is to be erased any more, by this call or one before. */
    output: v.object({ undone: v.literal(true) }),
    errors: ['ERASE_TOO_LATE'],
    stale: 'all',
    limit: limits.join,
    audited: true,
  }),
};
