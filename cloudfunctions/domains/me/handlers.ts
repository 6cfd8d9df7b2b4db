import { DAY_MS, HOUR_MS } from '../../../contract/durations';
import { dayLabel, dayOf } from '../../../contract/day';
import { RENAME_DAYS, RENAME_UNDO_HOURS } from '../../../contract/domains/me/constants';
import type { Handlers, MemberContext, Viewer } from '../../kernel/context';
import { mayRename, renameMember, undoRename } from '../../kernel/memberNames';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { refuse } from '../../kernel/refuse';
import { checkWords } from '../../shared/moderation/public';
import { heldBy, heldView } from '../../shared/moderation/rules/cases';
import type { Checked } from '../../shared/moderation/rules/check';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { waitingFor } from '../../shared/waiting/public';
import { joinByCode } from '../invitation/public';
import { retryOwnWords } from '../moderation/public';
import { findOrgs, findRoot } from '../org/public';
import { fileName, followName } from './public';
import { orgIdsOf } from './rules/joining';
import { NAME_SCENE } from './rules/naming';
import { sessionView } from './rules/view';
import { waitingProviders } from './waiting';

/** Who somebody is, with the orgs and the people that his roles name: one round trip, two at once where he stands in. */
async function sessionOf(viewer: Viewer, others: Others, now: number) {
  const principals = viewer.grants.flatMap(({ of }) => of ?? []);
  const [orgs, names] = await Promise.all([findOrgs(others, orgIdsOf(viewer)), namesOf(others, principals)]);
  return sessionView(viewer, { orgs, names }, now);
}

/** The same, said of the new name; again where the command is sent again. */
async function followed(others: Others, memberId: string, name: string, now: number): Promise<{ name: string }> {
  await followName(others, { memberId, name }, now);
  return { name };
}

/** Says from when on the name can be changed again. */
function refuseRenaming(again?: number): never {
  const day = again === undefined ? undefined : dayLabel(dayOf(again)).split(' ')[0];
  refuse(
    'me.rename',
    'RENAMED_LATELY',
    day === undefined ? {} : { message: `姓名三十天里改一次，${day}以后可以再改。` },
  );
}

/** The name of before stays; the new one is filed with the first of the member's orgs, or the committee at the top. */
async function renameLater(
  { others, viewer, now }: Pick<MemberContext, 'others' | 'viewer' | 'now'>,
  { commandId, name }: { commandId: string; name: string },
  checked: Extract<Checked, { passed: false }>,
) {
  const lately = await mayRename(others, viewer._id, { now, everyMs: RENAME_DAYS * DAY_MS });
  if (lately !== undefined) refuseRenaming(lately.again);
  const [first] = await findOrgs(others, viewer.orgIds.slice(0, 1));
  const org = first ?? (await findRoot(others)) ?? refuse('NOT_FOUND');
  const caseId = await fileName(others, { memberId: viewer._id, org, name, newcomer: false, commandId }, checked, now);
  return { name: viewer.name, ...heldView(heldBy('edit', caseId, checked)) };
}

export const meHandlers: Handlers<'me'> = {
  /** Words of his that had no verdict yet are asked about again: this is a call in which WeChat can be asked. */
  async 'me.session'(_input, context) {
    const { others, viewer, now } = context;
    // First, since a name of his may be among them.
    await retryOwnWords(context);
    return sessionOf(viewer, others, now);
  },

  /** One round trip besides the identity's for each domain that has something to ask, all of them at once. */
  async 'me.waiting'(_input, context) {
    return { items: await waitingFor(waitingProviders, context) };
  },

  async 'me.rename'({ commandId, name }, context) {
    const { others, viewer, now } = context;
    const checked = await checkWords(context, [name], NAME_SCENE);
    if (!checked.passed) return renameLater(context, { commandId, name }, checked);
    const to = { name, ...searchKeysOf(name, 'person') };
    const renamed = await renameMember(others, viewer._id, to, { commandId, now, everyMs: RENAME_DAYS * DAY_MS });
    if (renamed.how !== 'done') refuseRenaming(renamed.how === 'lately' ? renamed.again : undefined);
    return followed(others, viewer._id, renamed.after, now);
  },

  async 'me.undoRename'({ commandId, of }, { others, viewer, now }) {
    const nameOf = (name: string) => ({ name, ...searchKeysOf(name, 'person') });
    const freshMs = RENAME_UNDO_HOURS * HOUR_MS;
    const renamed = await undoRename(others, viewer._id, { of, freshMs, nameOf, commandId, now });
    if (renamed.how !== 'done') refuse('me.undoRename', 'RENAME_OVERTAKEN');
    return followed(others, viewer._id, renamed.after, now);
  },

  async 'me.join'({ commandId, joinCode, name }, context) {
    const { others, viewer, now } = context;
    const accepted = await joinByCode(context, { commandId, code: joinCode, name: viewer?.name ?? name });
    if ('refused' in accepted) refuse('me.join', accepted.refused);
    if (accepted.outcome === 'waiting') refuse('me.join', 'JOIN_WAITING');
    return sessionOf(accepted.member, others, now);
  },
};
