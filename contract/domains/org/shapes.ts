import * as v from 'valibot';
import { orgKinds } from '../../roles';
import { commandId, cursor, id, key, optionalText, textOf } from '../../shared/values';
import { foldWidth, unitsFor } from '../../text';
import { ORG_DEPTH_MAX, SPLIT_MEMBERS_MAX, SPLIT_ORGS_MAX } from './constants';
import { orgFields } from './fields';

/** What the actions of this domain share. */

export const orgBrief = v.object({ id, name: v.string(), kind: v.picklist(orgKinds) });

/** Ids that are likely above the org, such as those that a page has shown: they save a read. */
export const near = v.optional(v.pipe(v.array(id), v.maxLength(ORG_DEPTH_MAX)));

export const searched = v.strictObject({
  orgId: id,
  q: v.optional(optionalText(30, '名称')),
  cursor: v.optional(cursor),
});

const name = textOf(orgFields.name);

/** The number (编号) by which an org is known, as people type it; the letters of a code count as they are. */
const code = v.pipe(
  v.string('请填写组织编号'),
  v.maxLength(unitsFor(orgFields.code.max), '组织编号最多 80 位'),
  v.transform(foldWidth),
  key(/^[A-Za-z0-9_-]{1,80}$/),
);
/** Every kind but that of the committee at the top, of which there is one. */
const kind = v.picklist(orgKinds, '请选择类型');

/** What each change takes beside its command. */
export const changeInputs = {
  create: { parentId: id, name, kind, code: v.optional(code) },
  rename: { orgId: id, name },
  move: { orgId: id, toId: id },
  merge: { orgId: id, toId: id },
  split: {
    orgId: id,
    name,
    code: v.optional(code),
    orgIds: v.pipe(v.array(id), v.maxLength(SPLIT_ORGS_MAX, `一次最多分出 ${SPLIT_ORGS_MAX} 个下级组织`)),
    memberIds: v.pipe(v.array(id), v.maxLength(SPLIT_MEMBERS_MAX, `一次最多分出 ${SPLIT_MEMBERS_MAX} 人`)),
  },
  archive: { orgId: id },
  restore: { orgId: id },
} as const;

export const commanded = <const E extends v.ObjectEntries>(entries: E) => v.strictObject({ commandId, ...entries });
