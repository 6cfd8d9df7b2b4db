import { JOIN_CODE_LENGTH, ORG_DEPTH_MAX, ORG_UNDO_MS } from '../../../contract/domains/org/constants';
import type { ActionName, ActionOutput } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { randomCode } from '../../kernel/ids';
import { refuse } from '../../kernel/refuse';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import { archive } from './archive';
import { changeIdOf, type TimedCommand } from './change';
import type { OrgDatabase, OrgDoc } from './collections';
import { found } from './founding';
import { merge, move, rename } from './moves';
import { closedCode, joinCodeOf } from './rules/naming';
import { type Problem, refuseProblem } from './problems';
import { readOrgs } from './store';
import { undo } from './undo';

type Context = MemberContext<OrgDatabase>;
type Changed = ActionOutput<'org.rename'>;

const UNDO_OVERTAKEN = '之后又有人改过这个组织，不能直接撤销；请再改一次。';

const commandOf = ({ viewer, now }: Context, { commandId }: { commandId: string }): TimedCommand => ({
  commandId,
  now,
  by: viewer._id,
});

/** The reply to a change that was made; refuses where it was not. */
function replyTo(made: { org: OrgDoc } | Problem, command: TimedCommand): Changed {
  if (typeof made === 'string') refuseProblem(made);
  const { _id, name, kind, change } = made.org;
  const id = changeIdOf(_id, command);
  // Of a command that comes again the time runs since it came first.
  const at = change?.id === id ? change.at : command.now;
  return { org: { id: _id, name, kind }, change: { id, undoUntil: at + ORG_UNDO_MS } };
}

/** Proves the right above an org, and reads it with those that `ids` name. */
async function aboveOf(context: Context, orgId: string, ids: readonly string[] = []) {
  const read = await readOrgs(context.db, context.viewer, [orgId, ...ids]);
  await context.requirePermissionAboveOrg(orgId, [], read);
  const org = read.find(({ _id }) => _id === orgId) ?? refuse('NOT_FOUND');
  return { read, org };
}

/** Gives an org another code, once under the command. */
async function setCode({ db }: Context, orgId: string, commandId: string, joinCode: string) {
  const changed = await changeOnce(db.orgs, { id: orgId, commandId }, { change: { set: { joinCode } } });
  const org = await documentAfter(changed, { commandId }, () => db.orgs.get(orgId));
  return { org: { id: org._id }, joinCode: joinCodeOf(org) };
}

type Commands = { [N in Extract<ActionName, `org.${string}`>]: N }[
  | 'org.create'
  | 'org.rename'
  | 'org.move'
  | 'org.merge'
  | 'org.split'
  | 'org.archive'
  | 'org.restore'
  | 'org.undo'
  | 'org.renewCode'
  | 'org.closeCode'];

export const commandHandlers: Pick<Handlers<'org', OrgDatabase>, Commands> = {
  async 'org.create'({ parentId, name, kind, code, ...input }, context) {
    const { path: above } = await context.requirePermissionOnOrg(parentId);
    if (above.length >= ORG_DEPTH_MAX) refuse('org.create', 'ORG_TOO_DEEP');
    const command = commandOf(context, input);
    return replyTo(await found(context.db, context.others, { name, kind, above, code }, command), command);
  },

  async 'org.rename'({ orgId, name, ...input }, context) {
    const { read } = await aboveOf(context, orgId);
    const command = commandOf(context, input);
    return replyTo(await rename(context.db, context.others, { orgId, name }, command, read), command);
  },

  async 'org.move'({ orgId, toId, ...input }, context) {
    const { read } = await aboveOf(context, orgId, [toId]);
    await context.requirePermissionOnOrg(toId, [], read);
    const command = commandOf(context, input);
    return replyTo(await move(context.db, context.others, { orgId, parentId: toId }, command, read), command);
  },

  async 'org.merge'({ orgId, toId, ...input }, context) {
    const { read } = await aboveOf(context, orgId, [toId]);
    await context.requirePermissionOnOrg(toId, [], read);
    const command = commandOf(context, input);
    return replyTo(await merge(context.db, context.others, { orgId, intoId: toId }, command, read), command);
  },

  async 'org.split'({ orgId, name, code, orgIds, memberIds, ...input }, context) {
    const { org, read } = await aboveOf(context, orgId);
    if (org.mergedInto !== undefined) refuse('NOT_FOUND');
    const { parentId, kind } = org;
    if (parentId === null) refuse('org.split', 'ORG_IS_ROOT');
    const { path: above } = await context.requirePermissionOnOrg(parentId, [], read);
    const command = commandOf(context, input);
    const takes = { from: orgId, orgIds, memberIds };
    return replyTo(await found(context.db, context.others, { name, kind, above, code, takes }, command), command);
  },

  async 'org.archive'({ orgId, ...input }, context) {
    const { org } = await aboveOf(context, orgId);
    const command = commandOf(context, input);
    return replyTo(await archive(context.db, context.others, { org, away: true }, command), command);
  },

  async 'org.restore'({ orgId, ...input }, context) {
    const { org } = await aboveOf(context, orgId);
    const command = commandOf(context, input);
    return replyTo(await archive(context.db, context.others, { org, away: false }, command), command);
  },

  async 'org.undo'({ orgId, changeId, ...input }, context) {
    const { org, read } = await aboveOf(context, orgId);
    // Where it goes back to is somebody's as well: to the old parent, out of the other org, into the one it was split from.
    const back = org.mergedInto === undefined ? org.change?.otherId : org.parentId;
    if (back !== undefined && back !== null) await context.requirePermissionOnOrg(back, [], read);
    const command = commandOf(context, input);
    const made = await undo(context.db, context.others, { org, changeId }, command);
    if (made === 'conflict') refuse('CONFLICT', { message: UNDO_OVERTAKEN });
    return replyTo(made, command);
  },

  async 'org.renewCode'({ orgId, commandId }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return setCode(context, org._id, commandId, randomCode(JOIN_CODE_LENGTH));
  },

  async 'org.closeCode'({ orgId, commandId }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return setCode(context, org._id, commandId, closedCode(org._id));
  },
};
