import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Organises for his branch, and is one of those who may sign up. */
const who = 'branch-secretary';

let planned = 0;
/** Each earlier than the one before, so that it is the next one on 今日. */
const startAt = (now: number) => now + 2 * DAY_MS - (planned += 1) * HOUR_MS;
const planAt = (now: number, startsAt = startAt(now)) => ({
  title: '夜读沙龙',
  kind: 'lecture' as const,
  place: '书屋',
  about: '带上想读的那页',
  startsAt,
  endsAt: startsAt + HOUR_MS,
  deadline: now + HOUR_MS,
  capacity: 5,
});
const orgOf = async (city: City) => (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';

/** An event of his, the next one that he signed up for himself. */
async function signedUp(city: City, now: number): Promise<{ id: string; orgId: string; version: number }> {
  const orgId = await orgOf(city);
  const plan = { commandId: newCommandId(), orgId, ...planAt(now), form: [] };
  const { event } = await city.call(who, 'event.create', plan);
  await city.call(who, 'event.signUp', { commandId: newCommandId(), id: event.id, answers: [] });
  return { id: event.id, orgId, version: event.version };
}

export const acts: Acts<'event'> = {
  async 'event.create'(city, now) {
    const orgId = await orgOf(city);
    return { who, input: { commandId: newCommandId(), orgId, ...planAt(now), form: [] } };
  },
  async 'event.revise'(city, now) {
    const { id, orgId, version } = await signedUp(city, now);
    const plan = { ...planAt(now), place: '报告厅', title: '夜读会' };
    return { who, input: { commandId: newCommandId(), id, version, ...plan }, about: [orgId] };
  },
  async 'event.setCancelled'(city, now) {
    const { id } = await signedUp(city, now);
    return { who, input: { commandId: newCommandId(), id, cancelled: true } };
  },
  async 'event.signUp'(city, now) {
    const { id } = await signedUp(city, now);
    await city.call(who, 'event.cancelSignup', { commandId: newCommandId(), id });
    return { who, input: { commandId: newCommandId(), id, answers: [] } };
  },
  async 'event.cancelSignup'(city, now) {
    const { id } = await signedUp(city, now);
    return { who, input: { commandId: newCommandId(), id } };
  },
};
