import type { ActionParsed, ActionOutput } from '../../../contract/registry';
import { UNDO_MS } from '../../../contract/domains/transfer/constants';
import { isPermittedOn } from '../../kernel/access';
import type { Handlers, MemberContext } from '../../kernel/context';
import { viewerAt } from '../../kernel/identity';
import { deriveId } from '../../kernel/ids';
import { belongingsOf, type Belonging } from '../../kernel/members';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { changeOnce } from '../../shared/commands/store';
import { startWork } from '../../shared/work/public';
import type { GraduationDoc, TransferDatabase, TransferDoc } from './collections';
import { graduationKey, graduations } from './graduationJob';
import { destination, placesOf, releasable } from './places';
import { newGraduate, rolesOn, type Copied } from './rules/transfer';
import { graduationView } from './rules/view';
import { countOfGraduation, findLastGraduation } from './store';

/*
 * Graduation (毕业转出): people of one org are let go at once. Who may also receive them where they go takes them there;
 * else the other side is asked afterwards.
 */

type Context = MemberContext<TransferDatabase>;
type Groups = ActionParsed<'transfer.preview'>['groups'];
type Destination = Copied & { joins: boolean };
interface Group {
  to: Destination | null;
  people: Belonging[];
}

const AT_ONCE = 25;

/** Where they go, and those of them who belong to the org and can be moved. Refuses a destination that takes nobody. */
async function gather(
  action: 'transfer.preview' | 'transfer.graduate',
  { org, groups }: { org: Copied; groups: Groups },
  context: Context,
): Promise<Group[]> {
  const { others, viewer, now } = context;
  const { _id: orgId } = org;
  const ids = [...new Set(groups.flatMap(({ memberIds }) => memberIds))];
  const [people, ...destinations] = await Promise.all([
    belongingsOf(others, ids),
    ...groups.map(async ({ toId }) => (toId === null ? null : destination(others, toId, viewer.scope))),
  ]);
  const there = people.filter((person) => person.orgIds.includes(orgId) && !viewerAt(person, now).disabled);
  const able = new Map((await releasable(context, org, there)).map((person) => [person._id, person]));
  return groups.map(({ memberIds }, at) => {
    const to = destinations[at];
    if (to === undefined || to?._id === orgId) refuse(action, 'TRANSFER_TARGET');
    // Named twice, the first counts.
    const chosen = [...new Set(memberIds)].flatMap((id) => able.get(id) ?? []);
    for (const { _id } of chosen) able.delete(_id);
    const joins = to !== null && isPermittedOn(viewer, 'transfer:accept', to.rightsPath);
    return { to: to && { _id: to._id, name: to.name, path: to.path, joins }, people: chosen };
  });
}

const howOf = (to: Destination | null): 'joins' | 'asks' | 'leaves' => {
  if (to === null) return 'leaves';
  return to.joins ? 'joins' : 'asks';
};

async function preview(
  input: ActionParsed<'transfer.preview'>,
  context: Context,
): Promise<ActionOutput<'transfer.preview'>> {
  const org = await context.requirePermissionOnOrg(input.orgId);
  const gathered = await gather('transfer.preview', { org, groups: input.groups }, context);
  const places = await placesOf(
    context.others,
    gathered.flatMap(({ to }) => to ?? []),
  );
  const people = gathered.flatMap((group) => group.people);
  const named = new Set(input.groups.flatMap(({ memberIds }) => memberIds));
  return {
    people: people.length,
    leftOut: named.size - people.length,
    roles: people.filter(({ grants }) => rolesOn(grants, org._id, context.now).length > 0).length,
    groups: gathered.map((group) => ({
      to: places.find(({ id }) => id === group.to?._id) ?? null,
      people: group.people.length,
      how: howOf(group.to),
    })),
  };
}

async function graduate(input: ActionParsed<'transfer.graduate'>, context: Context) {
  const { db, viewer, now } = context;
  const org = await context.requirePermissionOnOrg(input.orgId);
  const id = deriveId('g', viewer._id, input.commandId);
  const standing = await db.graduations.get(id);
  if (standing !== undefined && standing.state !== 'preparing') return begun(standing, context);
  const groups = await gather('transfer.graduate', { org, groups: input.groups }, context);
  const graduates = groups.flatMap(({ to, people }) =>
    people.map((person) => graduateOf(person, { org, to, by: viewer._id, graduationId: id }, now)),
  );
  if (graduates.length === 0) refuse('transfer.graduate', 'TRANSFER_NOBODY');
  const graduation: GraduationDoc = {
    ...{ _id: id, orgId: org._id, orgPath: org.path, orgName: org.name, by: viewer._id, at: now },
    ...{ people: graduates.length, state: 'preparing' },
  };
  await addOnce(db.graduations, graduation);
  for (let from = 0; from < graduates.length; from += AT_ONCE) {
    await Promise.all(graduates.slice(from, from + AT_ONCE).map((one) => db.transfers.add(one)));
  }
  // Only now does it count: what a call that was killed had prepared moves nobody.
  const people = await countOfGraduation(db, id, ['prepared']);
  const running = await db.graduations.updateOne(
    { _id: id, state: 'preparing' },
    { set: { state: 'running', people } },
  );
  return begun(running ?? graduation, context);
}

function graduateOf(
  person: Belonging,
  { org, to, by, graduationId }: { org: Copied; to: Destination | null; by: string; graduationId: string },
  now: number,
): TransferDoc {
  const roles = rolesOn(person.grants, org._id, now);
  const wasThere = to !== null && person.orgIds.includes(to._id);
  const id = deriveId('t', graduationId, person._id);
  const who = { id, memberId: person._id, by, graduationId, from: org, to };
  return newGraduate({ ...who, joins: to?.joins === true, wasThere, roles }, now);
}

/** Does what there is time for in the call; the timer does the rest. */
async function begun(graduation: GraduationDoc, context: Context) {
  await startWork(context, graduations, graduationKey(graduation));
  return { graduation: await shown(graduation._id, context) };
}

async function shown(id: string, { db, now }: Context) {
  const [graduation, left] = await Promise.all([
    db.graduations.get(id),
    countOfGraduation(db, id, ['prepared', 'moving', 'undoing']),
  ]);
  if (graduation === undefined) refuse('NOT_FOUND');
  return graduationView(graduation, left, now);
}

/** Only who did it, and also once he has left the org with the others. */
async function ungraduate(target: ActionParsed<'transfer.ungraduate'>, context: Context) {
  const { db, viewer, now } = context;
  const graduation = await db.graduations.get(target.id);
  if (graduation?.by !== viewer._id || graduation.state === 'preparing') {
    refuse('transfer.ungraduate', 'TRANSFER_GONE');
  }
  const again = graduation.commands?.includes(target.commandId) === true;
  if (!again && graduation.at + UNDO_MS <= now) refuse('transfer.ungraduate', 'TRANSFER_LATE');
  if (!again && (await destination(context.others, graduation.orgId, viewer.scope)) === undefined) {
    refuse('transfer.ungraduate', 'TRANSFER_TARGET', {
      message: '这个组织已归档，人回不来了，所以没有撤销。需要时请上级先恢复它。',
    });
  }
  const begin = { change: { set: { state: 'undoing' as const } }, expected: { state: 'done' as const } };
  const changed = again ? graduation : await changeOnce(db.graduations, target, begin);
  const undoing = changed ?? (await db.graduations.get(target.id));
  // The same command, sent twice, may have been faster.
  if (undoing?.commands?.includes(target.commandId) !== true) refuse('transfer.ungraduate', 'TRANSFER_CLOSED');
  return begun(undoing, context);
}

type Graduating = 'transfer.preview' | 'transfer.graduate' | 'transfer.graduation' | 'transfer.ungraduate';

export const graduationHandlers: Pick<Handlers<'transfer', TransferDatabase>, Graduating> = {
  'transfer.preview': preview,
  'transfer.graduate': graduate,
  async 'transfer.graduation'(_input, context) {
    const last = await findLastGraduation(context.db, context.viewer._id);
    const shows = last !== undefined && last.state !== 'preparing' && last.at + UNDO_MS > context.now;
    return { graduation: shows ? await shown(last._id, context) : null };
  },
  'transfer.ungraduate': ungraduate,
};
