import type { RosterQuestion } from '../../../contract/domains/roster/constants';
import type { ActionError } from '../../../contract/registry';
import type { VisitorContext, Viewer } from '../../kernel/context';
import { viewerAt } from '../../kernel/identity';
import { randomId } from '../../kernel/ids';
import { changeBelonging } from '../../kernel/members';
import type { PresentOrg } from '../../kernel/orgTree';
import { refuse } from '../../kernel/refuse';
import { standingOf } from '../../kernel/standing';
import { checkWords } from '../../shared/moderation/public';
import { fileName, placeholderFor } from '../me/public';
import { newMember } from '../me/rules/joining';
import { NAME_SCENE } from '../me/rules/naming';

export type Joining = Pick<
  VisitorContext,
  'others' | 'viewer' | 'now' | 'register' | 'keyFor' | 'callWechatAboutCaller'
>;

/** Who wants to come in: by which code, under which name. */
export interface Entry {
  commandId: string;
  code: string;
  name: string;
  /** To the roster's question; empty: he joins as without a roster. Absent: he was not asked. */
  answer?: string | undefined;
  /** Whether his client can ask it. */
  asks?: boolean;
}

type Refused = { refused: ActionError<'invitation.accept'> };

/** What came of it; `member` is who he is now, where he is in. */
export type Accepted =
  | { outcome: 'joined' | 'already'; orgName: string; member: Viewer }
  | { outcome: 'waiting'; orgName: string }
  /** Two of this name are expected: nothing was done yet. */
  | { question: RosterQuestion }
  | Refused;

/** The name of this caller among invitations, the same before and after he joins. */
export const keyOf = ({ keyFor }: Pick<Joining, 'keyFor'>): string => keyFor('invitation');

/** The org if people can join it now; one that was merged or archived takes nobody in any more. */
export async function openOrg(
  { others }: Pick<Joining, 'others'>,
  orgId: string,
  near: readonly string[],
): Promise<PresentOrg | undefined> {
  const standing = await standingOf(others, orgId, near);
  return standing?.archived === false && standing.org._id === orgId ? standing.org : undefined;
}

/**
 * Makes somebody a member of an org: a new member, or one more org of a member. Under the same command it changes nothing
 * twice, and of two ways in at once both count for one member. `undefined` where the org has gone meanwhile.
 */
export async function bringIn(
  joining: Joining,
  { org, name, commandId }: { org: PresentOrg; name: string; commandId: string },
): Promise<Viewer | undefined> {
  const { others, viewer, now } = joining;
  let member = viewer;
  if (member === undefined) {
    const registered = await registerNamed(joining, { org, name, commandId, orgs: [org] });
    if (registered.added) return registered.member;
    member = registered.member;
  }
  if (member.orgIds.includes(org._id)) return member;
  return addTo({ others, now }, member._id, org._id, commandId);
}

/**
 * Registers somebody new under the name that he gave, or, until that has passed, under one that says nothing. The name is
 * the affair of `org`.
 */
export async function registerNamed(
  joining: Joining,
  { org, name, commandId, orgs }: { org: PresentOrg; name: string; commandId: string; orgs: readonly PresentOrg[] },
): Promise<{ added: boolean; member: Viewer }> {
  const { others, now, register } = joining;
  const memberId = randomId('m');
  const checked = await checkWords(joining, [name], NAME_SCENE);
  const registered = await register(newMember(memberId, checked.passed ? name : placeholderFor(memberId), orgs));
  if (registered.added && !checked.passed)
    await fileName(others, { memberId, org, name, newcomer: true, commandId }, checked, now);
  return registered;
}

/** One more org for a member; `undefined` where it has gone. */
export async function addTo(
  { others, now }: Pick<Joining, 'others' | 'now'>,
  memberId: string,
  orgId: string,
  commandId: string,
): Promise<Viewer | undefined> {
  const changed = await changeBelonging(others, memberId, { add: [orgId] }, { key: `join:${commandId}`, now });
  if (changed.how === 'disabled') refuse('DISABLED');
  if (changed.how === 'no member') refuse('NOT_FOUND');
  return changed.how === 'done' ? viewerAt(changed.member, now) : undefined;
}
