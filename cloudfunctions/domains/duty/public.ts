import { deriveId } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above } from '../../kernel/port';
import { changeOnce } from '../../shared/commands/store';
import { dutyCollections, type DutyDoc } from './collections';
import { endedAt } from './rules/terms';
import type { Holder } from './rules/duty';
import { dutyView } from './rules/view';

const duties = (others: Others) => openOwn(others, dutyCollections).duties;

/** Most duties that one person holds at a time. */
const HELD_MAX = 100;

/** Duties of a member that are not over, on one org or on all. */
const heldBy = (others: Others, { memberId, orgId }: { memberId: string; orgId?: string }, at: number) =>
  duties(others).find(
    { memberId, removedAt: null, until: above(at), ...(orgId !== undefined && { orgId }) },
    { limit: HELD_MAX },
  );

/** Former duties that are shown of one person. */
const FORMER_SHOWN = 20;

/**
 * What duties a member holds or will hold, and the last twenty of those that are over, the latest first, on all orgs. One
 * round trip for both, by an index.
 */
export async function dutiesEverOf(others: Others, memberId: string, now: number) {
  const found = await duties(others).find(
    { memberId, removedAt: null },
    { sort: [['until', -1]], limit: HELD_MAX + FORMER_SHOWN },
  );
  const shown = (docs: readonly DutyDoc[]) => docs.map((doc) => ({ ...dutyView(doc), orgId: doc.orgId }));
  return {
    present: shown(found.filter(({ until }) => until > now)),
    former: shown(found.filter(({ until }) => until <= now).slice(0, FORMER_SHOWN)),
  };
}

interface HandingOver {
  from: string;
  to: Holder;
  orgId: string;
  /** The instant from which the successor holds them. */
  at: number;
}

/** The term of the successor, for as long as his predecessor's would have been. */
const successor = (
  { version: _version, commands: _commands, pending: _pending, ...doc }: DutyDoc,
  id: string,
  by: HandingOver,
): DutyDoc => ({
  ...doc,
  _id: id,
  ...by.to,
  from: Math.max(doc.from, by.at),
  createdAt: by.at,
});

/**
 * Hands a member's duties on an org over to a successor: each goes on as a term of its own from that instant on, and the
 * one before ends. Roles are not touched: whoever hands over hands these over himself (交接, domain `role`). Once under a
 * key; killed anywhere and sent again it comes to the same. How many there were.
 */
export async function handOverDuties(others: Others, by: HandingOver, key: string): Promise<number> {
  const own = await heldBy(others, { memberId: by.from, orgId: by.orgId }, by.at);
  for (const doc of own) {
    const next = successor(doc, deriveId('u', key, doc._id), by);
    // The successor first: between the two the duty has two names, never none.
    await duties(others).add(next);
    await changeOnce(duties(others), { id: doc._id, commandId: key }, { change: { set: endedAt(doc, by.at) } });
  }
  return own.length;
}

/**
 * Takes a handover back: those who held the duties hold them as long as they would have, and the terms of the successors
 * that nobody changed since are off the boards. Again it changes nothing.
 */
export async function takeBackHandOver(
  others: Others,
  { orgId, key, now }: { orgId: string; key: string; now: number },
): Promise<void> {
  const handed = await duties(others).find({ orgId, commands: key }, { limit: HELD_MAX });
  for (const doc of handed) {
    const id = deriveId('u', key, doc._id);
    const next = await duties(others).get(id);
    if (next === undefined || next.version !== undefined) continue;
    await changeOnce(
      duties(others),
      { id: doc._id, commandId: `${key}:back` },
      { change: { set: { until: next.until } } },
    );
    await duties(others).update({ _id: id, removedAt: null, version: null }, { set: { removedAt: now } });
  }
}

/** A member is called otherwise now: so he is on boards; terms that are over keep the name of their time. */
export const renameInDuties = (
  others: Others,
  { memberId, name }: { memberId: string; name: string },
  now: number,
): Promise<number> => duties(others).update({ memberId, until: above(now) }, { set: { name } });

/** What ended duties by the way: a name of its own, the same where it is done again. */
interface Leaving {
  memberId: string;
  /** Absent: on all orgs, of somebody who is nobody any more. */
  orgId?: string;
  by: string;
  at: number;
}

/**
 * Who leaves an org has no duty there any more: his terms end at that instant and are history, and with them those of who
 * stands in for him. Roles are not touched. Done again, it comes to the same.
 */
export async function endDutiesOf(others: Others, { memberId, orgId, by, at }: Leaving): Promise<void> {
  const own = await heldBy(others, { memberId, ...(orgId !== undefined && { orgId }) }, at);
  for (const doc of own) {
    const standIns = await duties(others).find(
      { orgId: doc.orgId, removedAt: null, until: above(at), of: doc._id },
      { limit: HELD_MAX },
    );
    for (const one of [...standIns, doc]) {
      const { from, until } = one;
      const change = { set: { ...endedAt(one, at), left: { by, from, until } } };
      await changeOnce(duties(others), { id: one._id, commandId: by }, { change });
    }
  }
}

/** He is back: the terms that ended by it go on as they would have, but those that somebody changed since. */
export async function takeBackDuties(
  others: Others,
  { orgId, by }: Required<Pick<Leaving, 'orgId' | 'by'>>,
): Promise<void> {
  const ended = await duties(others).find({ orgId, 'left.by': by }, { limit: HELD_MAX });
  for (const { _id, left } of ended) {
    if (left === undefined) continue;
    const change = { set: { from: left.from, until: left.until }, unset: ['left'] as const };
    await changeOnce(duties(others), { id: _id, commandId: `${by}:back` }, { change, expected: { 'left.by': by } });
  }
}
