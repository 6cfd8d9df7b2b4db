import { SHOWN_MS, TRANSFER_MS, type TransferKind } from '../../../../contract/domains/transfer/constants';
import { isHeldOn } from '../../../../contract/roleTable';
import type { Viewer } from '../../../kernel/context';
import type { Grant } from '../../../kernel/grants';
import { type Ground, mayGive } from '../../role/rules/granting';
import type { EndedRole, Leg, TransferDoc } from '../collections';

/** An org as a movement copies it. */
export interface Copied {
  _id: string;
  path: string[];
  name: string;
}

interface Begun {
  id: string;
  kind: TransferKind;
  memberId: string;
  by: string;
  from: Copied | null;
  to: Copied | null;
  reason?: string;
  graduationId?: string | null;
}

const fromFields = (from: Copied | null): Pick<TransferDoc, 'fromId' | 'fromPath' | 'fromName'> => ({
  fromId: from?._id ?? null,
  fromPath: from?.path ?? [],
  fromName: from?.name ?? null,
});

/** The destination as it is copied; null: nowhere yet. */
export const toFields = (to: Copied | null): Pick<TransferDoc, 'toId' | 'toPath' | 'toName'> => ({
  toId: to?._id ?? null,
  toPath: to?.path ?? [],
  toName: to?.name ?? null,
});

const begun = (
  { id, kind, memberId, by, from, to, reason = '', graduationId = null }: Begun,
  now: number,
): TransferDoc => ({
  _id: id,
  memberId,
  kind,
  state: 'open',
  ...fromFields(from),
  ...toFields(to),
  reason,
  by,
  proposed: kind === 'transfer' && by !== memberId,
  graduationId,
  at: now,
  until: null,
  closedAt: null,
  answer: null,
  leg: null,
  round: 0,
  wasThere: false,
  roles: [],
  settledAt: null,
  shownUntil: now + SHOWN_MS,
});

/** While it waits for the receiving org: until when, and shown on 我的 as long. */
export const waiting = (now: number): Pick<TransferDoc, 'state' | 'until' | 'closedAt' | 'shownUntil'> => ({
  state: 'open',
  until: now + TRANSFER_MS,
  closedAt: null,
  shownUntil: now + TRANSFER_MS + SHOWN_MS,
});

/** Once nothing is to come any more. */
export const closed = (
  state: TransferDoc['state'],
  now: number,
): Pick<TransferDoc, 'state' | 'until' | 'closedAt' | 'shownUntil'> => ({
  state,
  until: null,
  closedAt: now,
  shownUntil: now + SHOWN_MS,
});

/** A request that waits for the receiving org. */
export const newRequest = (request: Omit<Begun, 'kind'>, now: number): TransferDoc => ({
  ...begun({ ...request, kind: 'transfer' }, now),
  ...waiting(now),
});

/** Somebody who leaves: it waits for nobody, so it is under way at once. */
export const newLeaving = (
  { id, memberId, from, roles }: { id: string; memberId: string; from: Copied; roles: readonly Grant[] },
  now: number,
): TransferDoc => ({
  ...begun({ id, kind: 'leave', memberId, by: memberId, from, to: null }, now),
  state: 'moving',
  leg: { remove: from._id, add: null, then: 'done' },
  round: 1,
  roles: [...roles],
});

/** One of those who graduate. `joins`: who lets them go also receives them; else the other side is asked afterwards. */
export const newGraduate = (
  graduate: Omit<Begun, 'kind'> & { from: Copied; joins: boolean; wasThere: boolean; roles: readonly Grant[] },
  now: number,
): TransferDoc => {
  const { joins, wasThere, roles, from, to } = graduate;
  const add = joins && to !== null ? to._id : null;
  return {
    ...begun({ ...graduate, kind: 'graduation' }, now),
    state: 'prepared',
    // What is left of a call that was killed goes by itself.
    closedAt: now,
    leg: { remove: from._id, add, then: to === null || joins ? 'done' : 'open' },
    wasThere,
    roles: [...roles],
  };
};

/** What is carried out once the receiving org agrees: who graduates has left already. */
export const legOf = ({ kind, fromId, toId }: Pick<TransferDoc, 'kind' | 'fromId' | 'toId'>): Leg => ({
  remove: kind === 'graduation' ? null : fromId,
  add: toId,
  then: 'done',
});

/** The roles on an org that somebody has, or is to have, which end when he leaves it. */
export const rolesOn = (grants: readonly Grant[], orgId: string, now: number): EndedRole[] =>
  grants
    .filter((grant) => grant.orgId === orgId && grant.role !== 'member' && (grant.until ?? Infinity) > now)
    .map(({ role, from, until, of }) => ({
      ...{ role, orgId },
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(of !== undefined && { of }),
    }));

/**
 * Whether somebody may let a person go with all that he holds there, since it ends with it: himself, and whoever has
 * nothing there that another gives. What is not held on such an org at all keeps nobody.
 */
export const mayRelease = (
  viewer: Pick<Viewer, '_id' | 'grants'>,
  { orgId, ground }: { orgId: string; ground: Ground },
  person: Pick<Viewer, '_id' | 'grants'>,
  now: number,
): boolean =>
  person._id === viewer._id ||
  rolesOn(person.grants, orgId, now).every(
    ({ role, of }) => of === viewer._id || !isHeldOn(role, ground.place) || mayGive(viewer, role, ground),
  );

/** Names what is carried out, for the member's memory: each round once, and its undo once. */
export const intention = ({ _id, round, state }: Pick<TransferDoc, '_id' | 'round' | 'state'>): string =>
  `${_id}:${round}${state === 'undoing' ? ':undo' : ''}`;

/** What carrying a movement out, or taking it back, changes of where the person belongs. */
export function changeOf({ leg, state, wasThere }: Pick<TransferDoc, 'leg' | 'state' | 'wasThere'>): {
  add: string[];
  remove: string[];
} {
  const added = leg?.add ?? null;
  const removed = leg?.remove ?? null;
  const list = (id: string | null) => (id === null ? [] : [id]);
  if (state !== 'undoing') return { add: list(added), remove: list(removed) };
  return { add: list(removed), remove: wasThere ? [] : list(added) };
}
