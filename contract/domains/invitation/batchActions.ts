import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { sheetFile } from '../../shared/sheets';
import { commandId, cursor, id, page } from '../../shared/values';
import { days, inInput, ofThing, places } from './shared';

/** Invitations to all branches below an org, made by one command. */
const batch = v.object({
  id,
  orgName: v.string(),
  at: v.number(),
  expiresAt: v.number(),
  /** How many are made so far. */
  made: v.number(),
  done: v.boolean(),
  /** All of it was revoked; one that somebody renewed since is good again. */
  revoked: v.boolean(),
});
export type InvitationBatch = v.InferOutput<typeof batch>;

/** Invitations to all branches below an org at once. */
export const batchActions = {
  'invitation.createBelow': defineAction({
    kind: 'command',
    summary: '给下属每个支部发一个邀请',
    access: inInput,
    input: v.strictObject({ commandId, orgId: id, days, limit: places, approval: v.boolean() }),
    output: v.object({ batch }),
    errors: [],
    stale: ['invitation.'],
    served: 'admin',
    limit: limits.publish,
    audited: true,
  }),
  'invitation.setBatchRevoked': defineAction({
    kind: 'command',
    summary: '停用一批邀请或恢复',
    access: ofThing,
    input: v.strictObject({ commandId, id, revoked: v.boolean() }),
    output: v.object({ batch }),
    errors: [],
    stale: ['invitation.'],
    limit: limits.publish,
    audited: true,
  }),
  'invitation.batches': defineAction({
    kind: 'query',
    summary: '成批发出的邀请和进度',
    access: inInput,
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(batch),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'invitation.batchCodes': defineAction({
    kind: 'query',
    summary: '一批邀请的组织与邀请码，用来打印',
    access: ofThing,
    input: v.strictObject({ id, cursor: v.optional(cursor) }),
    output: page(v.object({ id, orgName: v.string(), code: v.string(), expiresAt: v.number() })),
    errors: [],
    limit: limits.read,
    audited: true,
  }),
  'invitation.batchSheet': defineAction({
    kind: 'query',
    summary: '一批邀请的表格',
    access: ofThing,
    input: v.strictObject({ id }),
    output: sheetFile,
    errors: [],
    served: 'admin',
    limit: limits.publish,
    audited: true,
    exports: true,
  }),
};
