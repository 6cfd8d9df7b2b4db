import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call' | 'db'>;
/** Runs a branch; the one who comes to it belongs elsewhere. */
const who = 'branch-secretary';
const guest = 'cadre';
const command = () => ({ commandId: newCommandId() });
const orgOf = async (city: City) => (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';

async function invited(city: City, approval = false) {
  const orgId = await orgOf(city);
  // Whom an act before has brought in is out again.
  const { member } = await city.call(guest, 'me.session', {});
  await city.db.members.update({ _id: member.id }, { pull: { orgIds: orgId, scope: orgId } });
  const plan = { orgId, days: 30 as const, limit: 5, approval, note: '' };
  return (await city.call(who, 'invitation.create', { ...command(), ...plan })).invitation;
}

/** A request that waits. */
async function asked(city: City, by = guest) {
  const { code, orgId } = await invited(city, true);
  await city.call(by, 'invitation.accept', { ...command(), code, name: '新来的', fourteenOrOlder: true });
  const { items } = await city.call(by, 'invitation.mine', {});
  return { id: items[0]?.id ?? '', orgId };
}

const decided = async (city: City, by = guest) => {
  const { id, orgId } = await asked(city, by);
  await city.call(who, 'invitation.decide', { ...command(), id, verdict: 'approved', sentence: '' });
  return { id, orgId };
};

export const acts: Acts<'invitation'> = {
  async 'invitation.accept'(city) {
    const { code } = await invited(city);
    return { who: guest, input: { ...command(), code } };
  },
  async 'invitation.withdraw'(city) {
    const { id } = await asked(city);
    return { who: guest, input: { ...command(), id } };
  },
  async 'invitation.enter'(city) {
    const { id } = await decided(city, 'visitor');
    return { who: 'visitor', input: { ...command(), id } };
  },
  async 'invitation.create'(city) {
    const orgId = await orgOf(city);
    return { who, input: { ...command(), orgId, days: 30, limit: 5, approval: false, note: '' } };
  },
  async 'invitation.createBelow'(city) {
    const orgId = await orgOf(city);
    return { who, input: { ...command(), orgId, days: 30, limit: 5, approval: false }, about: [orgId] };
  },
  async 'invitation.setBatchRevoked'(city) {
    const orgId = await orgOf(city);
    const plan = { orgId, days: 30 as const, limit: 5, approval: false };
    const { batch } = await city.call(who, 'invitation.createBelow', { ...command(), ...plan });
    return { who, input: { ...command(), id: batch.id, revoked: true }, about: [orgId] };
  },
  async 'invitation.setRevoked'(city) {
    const { id, orgId } = await invited(city);
    return { who, input: { ...command(), id, revoked: true }, about: [orgId] };
  },
  async 'invitation.renew'(city) {
    const { id, orgId } = await invited(city);
    return { who, input: { ...command(), id, days: 90, limit: 9 }, about: [orgId] };
  },
  async 'invitation.decide'(city) {
    const { id, orgId } = await asked(city);
    return { who, input: { ...command(), id, verdict: 'approved', sentence: '' }, about: [orgId] };
  },
  async 'invitation.undecide'(city) {
    const { id, orgId } = await decided(city);
    return { who, input: { ...command(), id }, about: [orgId] };
  },
};
