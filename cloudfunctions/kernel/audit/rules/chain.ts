import { dayOf } from '../../../../contract/day';
import { hashOf } from '../../ids';
import type { AuditDoc } from '../collections';
import { idsIn } from './target';

/*
 * A chain of entries: each id is the next number, each hash covers the entry and the hash before it, so that nothing can
 * be changed or taken out of the middle unnoticed. What is cut from an end the seals betray.
 */

/** What is known of one act; the chain adds the rest. */
export type AuditFact = Pick<AuditDoc, 'at' | 'actor' | 'action' | 'outcome' | 'target' | 'requestId'> &
  Required<Pick<AuditDoc, 'kind' | 'orgs'>>;

/** What the next entry, or a seal, must know of an entry. */
export type Head = Pick<AuditDoc, '_id' | 'hash'>;

/** Stands before the first entry of a chain and before the first seal. */
export const GENESIS = '0'.repeat(64);
const DIGITS = 12;

export const numbered = (number: number): string => String(number).padStart(DIGITS, '0');

/** The id of an entry. The chain of earlier versions has no name. */
export const idOf = (chain: string, number: number): string => (chain === '' ? '' : `${chain}:`) + numbered(number);

/** Where an entry stands; number 0 for what is no id of an entry. */
export function placeOf(id: string): { chain: string; number: number } {
  const [, chain = '', number = '0'] = /^(?:(.+):)?(\d{12})$/.exec(id) ?? [];
  return { chain, number: Number(number) };
}

/** The hash that an entry must have. */
export function entryHash(entry: Omit<AuditDoc, 'hash' | 'day' | 'about'>): string {
  const { previous, _id, at, actor, action, outcome, target, requestId, kind, orgs } = entry;
  const first = [previous, _id, at, actor, action, outcome, target, requestId];
  // Entries of earlier versions have neither, and are covered as they were.
  return kind === undefined || orgs === undefined ? hashOf(...first) : hashOf(...first, kind, orgs);
}

/** By what an entry is found: who did it, and the ids of what he did it to. */
const aboutOf = ({ actor, target }: Pick<AuditDoc, 'actor' | 'target'>): string[] => [
  ...new Set([actor, ...idsIn(target)]),
];

/** The entry that follows `last` in the chain, or its first one. */
export function link(chain: string, last: Head | undefined, fact: AuditFact): AuditDoc {
  const number = last === undefined ? 1 : placeOf(last._id).number + 1;
  const entry = { ...fact, _id: idOf(chain, number), previous: last?.hash ?? GENESIS };
  return { ...entry, day: dayOf(fact.at), about: aboutOf(fact), hash: entryHash(entry) };
}

/** True for an entry that is as it was written. */
function isGenuine({ hash, day, about, ...entry }: AuditDoc): boolean {
  const { chain, number } = placeOf(entry._id);
  if (number === 0 || day !== (chain === '' ? undefined : dayOf(entry.at))) return false;
  if ((entry.orgs === undefined) !== (entry.kind === undefined)) return false;
  const found = entry.orgs === undefined ? undefined : aboutOf(entry);
  return JSON.stringify(about) === JSON.stringify(found) && hash === entryHash(entry);
}

/** The id of the entry before this one; `undefined` for the first of a chain. */
function predecessorOf({ _id }: Head): string | undefined {
  const { chain, number } = placeOf(_id);
  return number > 1 ? idOf(chain, number - 1) : undefined;
}

/** Ids of the entries that these follow and that are not among them. */
export function predecessorsOf(entries: readonly Head[]): string[] {
  const here = new Set(entries.map(({ _id }) => _id));
  return entries.flatMap((entry) => predecessorOf(entry) ?? []).filter((id) => !here.has(id));
}

/**
 * The id of the first entry that was changed or whose predecessor is missing or another one. `before` are the entries
 * that `predecessorsOf` names.
 */
export function brokenEntry(entries: readonly AuditDoc[], before: readonly Head[]): string | undefined {
  const hashes = new Map([...before, ...entries].map(({ _id, hash }) => [_id, hash]));
  const follows = (entry: AuditDoc) => {
    const predecessor = predecessorOf(entry);
    return entry.previous === (predecessor === undefined ? GENESIS : hashes.get(predecessor));
  };
  return entries.find((entry) => !isGenuine(entry) || !follows(entry))?._id;
}
