import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;

/** Runs the whole city, so that every change is his to make. */
const who = 'admin';
const root = async (city: City) => (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';

let made = 0;
/** A new org directly below the committee, with a name that is found. */
async function founded(city: City): Promise<string> {
  const name = `晨光团支部${(made += 1)}`;
  const input = { commandId: newCommandId(), parentId: await root(city), name, kind: 'branch' as const };
  return (await city.call(who, 'org.create', input)).org.id;
}

export const acts: Acts<'org'> = {
  async 'org.create'(city) {
    const parentId = await root(city);
    return { who, input: { commandId: newCommandId(), parentId, name: '晨光团支部', kind: 'branch' } };
  },
  async 'org.rename'(city) {
    const orgId = await founded(city);
    return { who, input: { commandId: newCommandId(), orgId, name: '暮光团支部' }, about: [await root(city)] };
  },
  async 'org.move'(city) {
    const [orgId, toId] = [await founded(city), await founded(city)];
    return { who, input: { commandId: newCommandId(), orgId, toId }, about: [await root(city)] };
  },
  async 'org.merge'(city) {
    const [orgId, toId] = [await founded(city), await founded(city)];
    return { who, input: { commandId: newCommandId(), orgId, toId }, about: [await root(city)] };
  },
  async 'org.split'(city) {
    const orgId = await founded(city);
    const input = { commandId: newCommandId(), orgId, name: '晨光第二团支部', orgIds: [], memberIds: [] };
    return { who, input, about: [await root(city)] };
  },
  async 'org.archive'(city) {
    const orgId = await founded(city);
    return { who, input: { commandId: newCommandId(), orgId }, about: [await root(city)] };
  },
  async 'org.restore'(city) {
    const orgId = await founded(city);
    await city.call(who, 'org.archive', { commandId: newCommandId(), orgId });
    return { who, input: { commandId: newCommandId(), orgId }, about: [await root(city)] };
  },
  async 'org.undo'(city) {
    const orgId = await founded(city);
    const { change } = await city.call(who, 'org.archive', { commandId: newCommandId(), orgId });
    return { who, input: { commandId: newCommandId(), orgId, changeId: change.id }, about: [await root(city)] };
  },
  async 'org.renewCode'(city) {
    return { who, input: { commandId: newCommandId(), orgId: await founded(city) } };
  },
  async 'org.closeCode'(city) {
    const orgId = await founded(city);
    await city.call(who, 'org.renewCode', { commandId: newCommandId(), orgId });
    return { who, input: { commandId: newCommandId(), orgId } };
  },
};
