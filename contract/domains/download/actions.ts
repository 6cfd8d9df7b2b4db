import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { download } from '../../shared/exports';
import { commandId, cursor, id, page } from '../../shared/values';

/** Files that were asked for (导出): they are made by a job, fetched by a short-lived address and gone after a day (ADR 44). */
export const downloadActions = {
  'download.mine': defineAction({
    kind: 'query',
    summary: '我导出的文件',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ cursor: v.optional(cursor) }),
    output: page(download),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'download.get': defineAction({
    kind: 'query',
    summary: '一个文件做到哪里了',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ id }),
    output: v.object({ download }),
    errors: ['DOWNLOAD_GONE'],
    limit: limits.read,
    audited: false,
  }),
  'download.open': defineAction({
    kind: 'query',
    summary: '打开导出的文件：再核对一次权限，得到短时有效的地址',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ id }),
    output: v.object({ download, url: v.string(), expiresAt: v.number() }),
    errors: ['DOWNLOAD_GONE', 'DOWNLOAD_MAKING', 'DOWNLOAD_RIGHTS'],
    limit: limits.read,
    audited: true,
    exports: true,
  }),
  'download.discard': defineAction({
    kind: 'command',
    summary: '提前删除自己导出的文件',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: v.object({ discarded: v.boolean() }),
    errors: [],
    stale: ['download.'],
    limit: limits.write,
    audited: false,
  }),
};
