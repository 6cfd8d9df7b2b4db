import { mergeMembers } from '../../../cloudfunctions/jobs/persons';
import { memberJobs } from '../../../cloudfunctions/domains/member/jobs';
import { MERGE_WORK, mergeKey } from '../../../cloudfunctions/domains/member/rules/merging';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { MERGE_AGREED_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';
import { command, openTown, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';

/* Two records of one person, 林晓, one of another, a secretary of that name too, and one who runs the district. */

export const NOW = Date.UTC(2026, 10, 29, 4);
export const MINUTE = 60_000;
export const named = (id: string, name: string, grants: MemberDoc['grants'] = []): MemberDoc => ({
  ...person(id, 'eastBranch', grants),
  name,
});

export const openRecords = (gate: Gate = {}): Promise<Town> =>
  openTown(NOW, gate, [
    named('old', '林晓'),
    named('new', '林 晓'),
    named('other', '沈知'),
    named('lead', '林晓', [{ role: 'branchSecretary', orgId: 'eastBranch' }]),
    person('chief', 'east', [{ role: 'orgAdmin', orgId: 'east' }]),
  ]);

let commands = 100;
/** Another command id each time. */
export const next = () => command((commands += 1));

export const turn = (town: Town) => runJob(memberJobs.mergeturns, town.db, town.clock.now);

/** So much later, when the timer has looked. */
export async function later(town: Town, ms: number): Promise<void> {
  town.clock.now += ms;
  await turn(town);
}

/** All that the timer does until the merge is over. */
export async function carryOut(town: Town, from: string, to: string): Promise<void> {
  await runJob(mergeMembers, town.db, town.clock.now, mergeKey(from, to));
  await town.db.jobs.update({ _id: `${MERGE_WORK}:${mergeKey(from, to)}` }, { set: { state: 'done' } });
  await later(town, MINUTE);
}

export const propose = (town: Town, from: string, into: string, who = 'head') =>
  town.call(who, 'member.mergePropose', { commandId: next(), id: from, intoId: into, reason: '换了微信' });

/** The id of a merge that the head of the district proposes. */
export async function proposed(town: Town, from: string, into: string): Promise<string> {
  const reply = await propose(town, from, into);
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.merge.id;
}

export const agree = (town: Town, who: string, id: string) =>
  town.call(who, 'member.mergeAnswer', { commandId: next(), id, agree: true });

export const review = (town: Town, who: string, id: string, yes = true) =>
  town.call(who, 'member.mergeReview', { commandId: next(), id, agree: yes });

/** The week of silence is over, somebody above agrees, and the hour in which he may take it back as well. */
export async function silently(town: Town, id: string, above = 'chief'): Promise<void> {
  await later(town, MERGE_OBJECT_MS);
  const reply = await review(town, above, id);
  if (!reply.ok) throw new Error(reply.code);
  await later(town, MERGE_AGREED_MS);
}

export const stateOf = async (town: Town, id: string) => (await town.db.merges.get(id))?.state;

/** What waits for somebody; with a question mark where it asks. */
export const waiting = async (town: Town, who: string) =>
  (await town.done(who, 'me.waiting', {})).items.map(({ source, asks }) => `${source}${asks ? '?' : ''}`);
