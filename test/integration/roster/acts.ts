import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call' | 'db'>;
const who = 'branch-secretary';
const command = () => ({ commandId: newCommandId() });
const orgOf = async (city: City) => (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';

/** A name that no list before had. */
let names = 0;
const importing = async (city: City) => {
  names += 1;
  const list = { from: 'text', text: `新来的${'甲乙丙丁戊己庚辛'[names % 8]}${names}` } as const;
  const plan = { question: 'entryYear', direct: false, days: 90 } as const;
  return { orgId: await orgOf(city), list, ...plan };
};

async function listed(city: City) {
  const input = await importing(city);
  await city.call(who, 'roster.import', { ...command(), ...input });
  return input.orgId;
}

export const acts: Acts<'roster'> = {
  async 'roster.import'(city) {
    const input = await importing(city);
    return { who, input: { ...command(), ...input }, about: [input.orgId] };
  },
  async 'roster.revise'(city) {
    const orgId = await listed(city);
    const { roster } = await city.call(who, 'roster.get', { orgId });
    return { who, input: { ...command(), orgId, direct: roster?.direct !== true, days: 30 }, about: [orgId] };
  },
  async 'roster.setCleared'(city) {
    const orgId = await listed(city);
    return { who, input: { ...command(), orgId, cleared: true }, about: [orgId] };
  },
};
