import type { FaultKind } from '../../../../contract/domains/audit/faults';
import { hashOf } from '../../ids';
import type { AuditDoc, SealDoc } from '../collections';
import type { Head } from './chain';
import { brokenEntry, GENESIS, numbered, placeOf } from './chain';

/*
 * Seals: each names the heads of the chains among some hundred entries of one day and covers the seal before it. What a
 * seal names must be there for ever; what it does not name must not have come later.
 */

/** Entries of one day that follow an id, in the order of ids. */
export interface Position {
  readonly day: string | null;
  readonly after: string;
}

const named = ({ _id, hash }: Head): string => `${_id} ${hash}`;
const idIn = (head: string): string => head.slice(0, head.indexOf(' '));

/** The last entry of each chain, of entries in the order of their ids. */
function headsOf(entries: readonly Head[]): string[] {
  const chains = entries.map(({ _id }) => placeOf(_id).chain);
  return entries.filter((_, index) => chains[index] !== chains[index + 1]).map(named);
}

/** Where the entries of the next seal begin, unless the day is complete. */
export function restOf(last: SealDoc | undefined): Position | undefined {
  if (last === undefined || last.complete) return undefined;
  return { day: last.day, after: idIn(last.heads.at(-1) ?? '') };
}

const sealHash = ({ previous, _id, day, at, count, complete, heads }: Omit<SealDoc, 'hash'>): string =>
  hashOf(previous, _id, day, at, count, complete, heads);

/** The seal that follows `last`, over entries that follow each other. */
export function sealOf(
  last: SealDoc | undefined,
  { day, at, complete, entries }: Pick<SealDoc, 'day' | 'at' | 'complete'> & { entries: readonly Head[] },
): SealDoc {
  const number = last === undefined ? 1 : Number(last._id) + 1;
  const what = { day, at, count: entries.length, complete, heads: headsOf(entries) };
  const seal = { _id: numbered(number), ...what, previous: last?.hash ?? GENESIS };
  return { ...seal, hash: sealHash(seal) };
}

/** How a seal is noted down outside of the system, to be asked for later. */
export const noteOf = ({ _id, hash }: Pick<SealDoc, '_id' | 'hash'>): string => `${_id}:${hash}`;

/** What a check found. */
export interface Fault {
  /**
   * `seal`: changed, or the one before it is missing; `entry`: changed, or the one before it is missing; `missing`: a
   * sealed entry is not there; `added`: not there when its day was sealed; `count`: an entry
   * is not found on its day; `lost`: a seal or an entry that an earlier
   * check saw is not there as it was.
   */
  kind: FaultKind;
  /** Of the seal or entry. */
  id: string;
}

/**
 * What is wrong with a seal and what it covers, if anything; `previous` is the seal before it, `entries` what is there
 * now, `before` what `predecessorsOf` names.
 */
export function faultOf(
  seal: SealDoc,
  previous: SealDoc | undefined,
  { entries, before }: { entries: readonly AuditDoc[]; before: readonly Head[] },
): Fault | undefined {
  const { hash, ...rest } = seal;
  if (rest.previous !== (previous?.hash ?? GENESIS) || hash !== sealHash(rest)) return { kind: 'seal', id: seal._id };
  const broken = brokenEntry(entries, before);
  if (broken !== undefined) return { kind: 'entry', id: broken };
  const there = new Set(entries.map(named));
  const missing = seal.heads.find((head) => !there.has(head));
  if (missing !== undefined) return { kind: 'missing', id: idIn(missing) };
  const sealed = new Set(seal.heads);
  const added = headsOf(entries).find((head) => !sealed.has(head));
  if (added !== undefined) return { kind: 'added', id: idIn(added) };
  return entries.length === seal.count ? undefined : { kind: 'count', id: seal._id };
}
