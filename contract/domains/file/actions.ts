import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { announcedFile, fileView } from '../../shared/files';
import { commandId, id } from '../../shared/values';

/** Uploads (上传): a ticket, the upload by the phone to exactly the ticket's path, then the check (ADR 43). */
export const fileActions = {
  'file.ticket': defineAction({
    kind: 'command',
    summary: '申请上传一个文件，得到上传的位置',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, ...announcedFile }),
    output: v.object({ ticket: v.object({ id, path: v.string(), expiresAt: v.number() }) }),
    errors: ['FILE_KIND', 'FILE_TOO_LARGE'],
    stale: ['file.'],
    limit: limits.add,
    audited: false,
  }),
  'file.finish': defineAction({
    kind: 'command',
    summary: '传完后检查并收下文件',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: v.object({ file: fileView }),
    errors: ['FILE_KIND', 'FILE_TOO_LARGE', 'FILE_MISSING', 'FILE_EXPIRED', 'FILE_BROKEN', 'FILE_GONE'],
    stale: ['file.'],
    served: 'admin',
    limit: limits.add,
    audited: false,
  }),
  'file.discard': defineAction({
    kind: 'command',
    summary: '丢弃自己传了还没用的文件',
    access: { who: 'member', scope: 'self' },
    input: v.strictObject({ commandId, id }),
    output: v.object({ discarded: v.boolean() }),
    errors: [],
    stale: ['file.'],
    limit: limits.write,
    audited: false,
  }),
  'file.open': defineAction({
    kind: 'query',
    summary: '看一个文件：凭能看它所属内容的权利，得到短时有效的地址',
    access: { who: 'member', scope: 'own orgs' },
    input: v.strictObject({ id }),
    output: v.object({ url: v.string(), expiresAt: v.number() }),
    errors: ['FILE_GONE'],
    limit: limits.read,
    audited: false,
  }),
};
