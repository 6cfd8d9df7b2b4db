import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
/** Edits what the whole city sees. */
const who = 'admin';
const what = { group: '领导小组', kind: 'leader' as const, title: '' };
const term = { person: { memberId: null, name: '许明远' }, from: '20260301', until: null };

const orgOf = async (city: City): Promise<string> => (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';
async function added(city: City) {
  const orgId = await orgOf(city);
  const { duty } = await city.call(who, 'duty.add', { commandId: newCommandId(), orgId, ...what, ...term });
  return { id: duty.id, version: duty.version, about: [orgId] };
}

export const acts: Acts<'duty'> = {
  async 'duty.add'(city) {
    return { who, input: { commandId: newCommandId(), orgId: await orgOf(city), ...what, ...term } };
  },
  async 'duty.standIn'(city) {
    const { id, about } = await added(city);
    return { who, input: { commandId: newCommandId(), id, ...term }, about };
  },
  async 'duty.revise'(city) {
    const { id, version, about } = await added(city);
    const input = { commandId: newCommandId(), id, version, ...what, ...term, until: '20260501' };
    return { who, input, about };
  },
  async 'duty.setRemoved'(city) {
    const { id, about } = await added(city);
    return { who, input: { commandId: newCommandId(), id, removed: true }, about };
  },
  async 'duty.place'(city) {
    const { id, about } = await added(city);
    return { who, input: { commandId: newCommandId(), id, order: 1 }, about };
  },
};
