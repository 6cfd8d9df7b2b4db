import type { Handlers } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { randomId } from '../../kernel/ids';
import { findOrgByJoinCode, findOrgs } from '../org/public';
import { joinedLikeThis, newMember, orgIdsOf } from './rules/joining';
import { sessionView } from './rules/view';

export const meHandlers: Handlers<'me'> = {
  async 'me.session'(_input, { others, viewer, now }) {
    return sessionView(viewer, await findOrgs(others, orgIdsOf(viewer)), now);
  },

  async 'me.join'({ joinCode, name }, { others, viewer, now, register }) {
    const org = await findOrgByJoinCode(others, joinCode);
    if (viewer === undefined && org === undefined) refuse('me.join', 'JOIN_CODE_UNKNOWN');
    // Two joinings at once: the unique index on the identity lets one through, and both answer for that one.
    const joined =
      viewer === undefined && org !== undefined
        ? (await register(newMember(randomId('m'), name, [org]))).member
        : viewer;
    if (joined === undefined || !joinedLikeThis(joined, name, org)) refuse('me.join', 'ALREADY_JOINED');
    return sessionView(joined, await findOrgs(others, orgIdsOf(joined)), now);
  },
};
