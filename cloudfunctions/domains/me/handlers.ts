import { DAY_MS, HOUR_MS } from '../../../contract/durations';
import { dayLabel, dayOf } from '../../../contract/day';
import { RENAME_DAYS, RENAME_UNDO_HOURS } from '../../../contract/domains/me/constants';
import type { Handlers, Viewer } from '../../kernel/context';
import { renameMember, undoRename } from '../../kernel/memberNames';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { refuse } from '../../kernel/refuse';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { waitingFor } from '../../shared/waiting/public';
import { joinByCode } from '../invitation/public';
import { findOrgs } from '../org/public';
import { nameFollowers } from './names';
import { orgIdsOf } from './rules/joining';
import { sessionView } from './rules/view';
import { waitingProviders } from './waiting';

/** Who somebody is, with the orgs and the people that his roles name: one round trip, two at once where he stands in. */
async function sessionOf(viewer: Viewer, others: Others, now: number) {
  const principals = viewer.grants.flatMap(({ of }) => of ?? []);
  const [orgs, names] = await Promise.all([findOrgs(others, orgIdsOf(viewer)), namesOf(others, principals)]);
  return sessionView(viewer, { orgs, names }, now);
}

/** What copies a name and is to follow it, once it has changed; again where the command is sent again. */
async function followed(others: Others, memberId: string, name: string, now: number): Promise<{ name: string }> {
  await Promise.all(nameFollowers.map((follow) => follow(others, { memberId, name }, now)));
  return { name };
}

export const meHandlers: Handlers<'me'> = {
  'me.session': (_input, { others, viewer, now }) => sessionOf(viewer, others, now),

  /** One round trip besides the identity's for each domain that has something to ask, all of them at once. */
  async 'me.waiting'(_input, context) {
    return { items: await waitingFor(waitingProviders, context) };
  },

  async 'me.rename'({ commandId, name }, { others, viewer, now }) {
    const to = { name, ...searchKeysOf(name, 'person') };
    const renamed = await renameMember(others, viewer._id, to, { commandId, now, everyMs: RENAME_DAYS * DAY_MS });
    if (renamed.how !== 'done') {
      const again = renamed.how === 'lately' ? dayLabel(dayOf(renamed.again)).split(' ')[0] : undefined;
      refuse(
        'me.rename',
        'RENAMED_LATELY',
        again === undefined ? {} : { message: `姓名三十天里改一次，${again}以后可以再改。` },
      );
    }
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
