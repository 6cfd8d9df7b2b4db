import { FAULTS_SHOWN, ROSTER_MAX } from '../../../contract/domains/roster/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import { SheetFault } from '../../shared/sheets/rules/fault';
import type { RosterDatabase, RosterDoc } from './collections';
import { look } from './lists';
import { clearing, newRoster, untilAfter } from './rules/roster';
import { rosterView } from './rules/view';
import { addNames, findRoster, followRoster, forgetOver, namesOf, rosterId, turnNames } from './store';

type Running = MemberContext<RosterDatabase>;

const view = async ({ db, now }: Running, roster: RosterDoc | undefined) => ({
  roster: roster === undefined ? null : rosterView(roster, await namesOf(db, roster.orgId, now)),
});

/** The roster whose names a list is added to; one that is over, or was cleared, is none. */
async function standing({ db, now }: Running, orgId: string): Promise<RosterDoc | undefined> {
  const roster = await findRoster(db, orgId, now);
  return roster?.clearedAt === null ? roster : undefined;
}

/** A list against the roster that it would be added to, once the right to is proved; refuses what is no list. */
async function compareList(
  action: 'roster.preview' | 'roster.import',
  context: Running,
  { orgId, list, question: asked }: ActionParsed<'roster.preview'>,
) {
  const org = await context.requirePermissionOnOrg(orgId);
  const before = await standing(context, org._id);
  const question = before?.question ?? asked;
  const looked = await look(context, { orgId: org._id, list, question, anew: before === undefined });
  if (looked instanceof SheetFault) refuse(action, 'ROSTER_UNREADABLE', { message: looked.message });
  return { org, before, looked };
}

/** Adds the names of a list, of a new roster where there is none. Sent again, it adds what is missing. */
async function importList(context: Running, plan: ActionParsed<'roster.import'>) {
  const { db, viewer, now } = context;
  const { org, before, looked } = await compareList('roster.import', context, plan);
  if (looked.all > ROSTER_MAX) refuse('roster.import', 'ROSTER_FULL');
  if (before === undefined && looked.adds.length === 0) refuse('roster.import', 'ROSTER_EMPTY');
  if (before === undefined) await forgetOver(db, org._id, now);
  const id = rosterId(org._id);
  const roster = before ?? (await addOnce(db.rosters, newRoster({ id, org, by: viewer._id }, plan, now)));
  await addNames(db, roster, looked.adds);
  await turnNames(db, roster, looked.turned);
  return view(context, roster);
}

/** Changes the roster, and then what its names copy of it; sent again, it makes good what is missing of that. */
async function change(
  { db }: Running,
  roster: RosterDoc,
  { commandId, set }: { commandId: string; set: Partial<RosterDoc> },
): Promise<RosterDoc> {
  const command = { id: roster._id, commandId };
  const changed = await changeOnce(db.rosters, command, { change: { set }, expected: { clearedAt: roster.clearedAt } });
  const after = await documentAfter(changed, command, () => db.rosters.get(roster._id));
  await followRoster(db, after);
  return after;
}

export const rosterHandlers: Handlers<'roster', RosterDatabase> = {
  async 'roster.get'({ orgId }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return view(context, await findRoster(context.db, org._id, context.now));
  },

  async 'roster.preview'(input, context) {
    const { looked } = await compareList('roster.preview', context, input);
    const { added, there, doubled, faults, notes } = looked;
    return { added, there, doubled, wrong: faults.length, faults: faults.slice(0, FAULTS_SHOWN), notes };
  },

  'roster.import': (command, context) => importList(context, command),

  async 'roster.revise'({ commandId, orgId, direct, days }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    const roster = (await standing(context, org._id)) ?? refuse('roster.revise', 'ROSTER_GONE');
    const until = untilAfter(roster, days);
    if (until <= context.now) refuse('roster.revise', 'ROSTER_TERM_OVER');
    const set = { direct, until, expiresAt: until };
    return view(context, await change(context, roster, { commandId, set }));
  },

  async 'roster.setCleared'({ commandId, orgId, cleared }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    const { db, now } = context;
    const roster = (await findRoster(db, org._id, now)) ?? refuse('roster.setCleared', 'ROSTER_GONE');
    // Cleared twice, it is not kept longer.
    const isSo = (roster.clearedAt !== null) === cleared && !wasSeen(roster, commandId);
    if (isSo) return view(context, roster);
    return view(context, await change(context, roster, { commandId, set: clearing(roster, cleared, now) }));
  },
};
