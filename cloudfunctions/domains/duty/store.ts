import type { Duty } from '../../../contract/domains/duty/actions';
import { BOARD_MAX, type RightsState } from '../../../contract/domains/duty/constants';
import { pageOf } from '../../kernel/paging';
import { above, atMost } from '../../kernel/port';
import { changeOnce, revise } from '../../shared/commands/store';
import type { DutyDatabase, DutyDoc } from './collections';
import type { DecidedRights } from './rules/rights';
import { dutyView, shownFields } from './rules/view';

const PAGE = 30;

/** The present duties of an org and those to come. One round trip. */
export const presentDuties = (db: DutyDatabase, orgId: string, now: number): Promise<DutyDoc[]> =>
  db.duties.find(
    { orgId, removedAt: null, until: above(now) },
    { limit: BOARD_MAX, fields: [...shownFields, 'orgPath'] },
  );

/** A page of the terms that are over, the latest first. One round trip. */
export const pageOfEnded = (
  db: DutyDatabase,
  orgId: string,
  { now, cursor }: { now: number; cursor: string | undefined },
): Promise<{ items: Duty[]; next: string | null }> =>
  pageOf(
    db.duties,
    { orgId, removedAt: null, until: atMost(now) },
    { sort: ['until', -1], cursor, size: PAGE, fields: shownFields, view: dutyView },
  );

/** Any duty of an org, for the copy of its path; `undefined` where it has none. One round trip. */
export async function anyDuty(db: DutyDatabase, orgId: string): Promise<Pick<DutyDoc, 'orgPath'> | undefined> {
  const [found] = await db.duties.find({ orgId }, { limit: 1, fields: ['orgPath'] });
  return found;
}

/** Who stands in for this duty now or soon, with the role of it. One round trip. */
export async function standInsOf(
  db: DutyDatabase,
  { _id, orgId }: Pick<DutyDoc, '_id' | 'orgId'>,
  now: number,
): Promise<DutyDoc[]> {
  const found = await db.duties.find(
    { orgId, removedAt: null, until: above(now), of: _id, rights: 'given' },
    { limit: BOARD_MAX },
  );
  return found;
}

/** The role that was to end by this command has ended. One round trip. */
export const ended = (db: DutyDatabase, { id, commandId }: { id: string; commandId: string }): Promise<number> =>
  db.duties.update({ _id: id, 'pending.commandId': commandId }, { set: { 'pending.ends': null } });

/** Roles say what this command decided. One round trip. */
export const settled = (
  db: DutyDatabase,
  { id, commandId, rights }: { id: string; commandId: string; rights: RightsState },
): Promise<DutyDoc | undefined> =>
  db.duties.updateOne({ _id: id, 'pending.commandId': commandId }, { set: { rights }, unset: ['pending'] });

type Target = { id: string; version?: number | undefined; commandId: string };
type Words = Pick<DutyDoc, 'group' | 'kind' | 'title' | 'memberId' | 'name' | 'from' | 'until'>;

const RIGHTS: readonly ('pending' | 'left')[] = ['pending', 'left'];
/** What somebody writes by hand is not taken back with a leaving. */
const LEFT: readonly ('pending' | 'left')[] = ['left'];
/** Rights as they were decided; what is still to be done of them is said where there is something. */
const changeOf = ({ rights, pending }: DecidedRights) =>
  pending === undefined ? { set: { rights }, unset: RIGHTS } : { set: { rights, pending }, unset: LEFT };

/** Rewrites the version that the writer saw; `undefined` when it is not that version any more or the command was seen. */
export function rewrite(
  db: DutyDatabase,
  target: Target,
  { group, kind, title, memberId, name, from, until }: Words,
  decided: DecidedRights,
): Promise<DutyDoc | undefined> {
  const { set, unset } = changeOf(decided);
  const words = { group, kind, title, memberId, name, from, until };
  return revise(db.duties, target, { change: { set: { ...words, ...set }, unset } });
}

/** Takes a duty off as a mistake, or brings it back. */
export function setRemoved(
  db: DutyDatabase,
  { removed, ...target }: Target & { removed: boolean },
  decided: DecidedRights,
  now: number,
): Promise<DutyDoc | undefined> {
  const { set, unset } = changeOf(decided);
  return revise(db.duties, target, {
    change: removed ? { set: { ...set, removedAt: now }, unset } : { set, unset: [...unset, 'removedAt'] },
  });
}

/** Places a duty among those of its kind. */
export const place = (
  db: DutyDatabase,
  { order, ...target }: { id: string; order: number; commandId: string },
): Promise<DutyDoc | undefined> => changeOnce(db.duties, target, { change: { set: { order } } });
