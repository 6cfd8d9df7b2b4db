import { askedAbove, mergeProposed } from '../../../cloudfunctions/domains/member/rules/merging';
import { memberId } from '../../../scripts/seed/documents';
import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

/** Runs the branch that the other belongs to. */
const who = 'branch-secretary';
const about = ['U01-WX-B01'];
const disabled = (key: string, reason: string) => ({
  commandId: newCommandId(),
  id: memberId(key),
  reason,
  until: null,
});

/** Two records of one name. */
async function proposal({ db }: Pick<Stack, 'db'>, from: string, into: string) {
  const kept = await db.members.get(memberId(into));
  await db.members.update({ _id: memberId(from) }, { set: { name: kept?.name ?? '' } });
  return { commandId: newCommandId(), id: memberId(from), intoId: memberId(into), reason: '换了微信' };
}

export const acts: Acts<'member'> = {
  'member.disable': () => Promise.resolve({ who, input: disabled('youth-01', '借调'), about }),
  async 'member.restore'(city) {
    const { id } = await city.call(who, 'member.disable', disabled('youth-02', '借调'));
    return { who, input: { commandId: newCommandId(), id }, about };
  },
  'member.mergeCode': () => Promise.resolve({ who: 'youth', input: { commandId: newCommandId() } }),
  async 'member.mergeGive'(city) {
    // Two records of one name, the older of which somebody still has at hand.
    await city.db.members.update({ _id: memberId('district-youth') }, { set: { name: '陈望舒' } });
    const { merge } = await city.call('cadre', 'member.mergeCode', { commandId: newCommandId() });
    return { who: 'district-youth', input: { commandId: newCommandId(), code: merge.code ?? '' } };
  },
  'member.mergePropose': async (city) => ({ who, input: await proposal(city, 'youth-03', 'youth-02'), about }),
  async 'member.mergeAnswer'(city) {
    const { merge } = await city.call(who, 'member.mergePropose', await proposal(city, 'youth-01', 'youth'));
    return { who: 'youth', input: { commandId: newCommandId(), id: merge.id, agree: true } };
  },
  async 'member.mergeReview'(city, now) {
    const people = { from: memberId('youth-04'), to: memberId('youth-05'), by: memberId(who), reason: '换了微信' };
    const merge = mergeProposed(people, newCommandId(), now);
    await city.db.merges.add({ ...merge, ...askedAbove(['JC', 'U01'], now) });
    return { who: 'secretary', input: { commandId: newCommandId(), id: merge._id, agree: true } };
  },
  async 'member.mergeStop'(city) {
    const { merge } = await city.call('secretary', 'member.mergeCode', { commandId: newCommandId() });
    return { who: 'secretary', input: { commandId: newCommandId(), id: merge.id } };
  },
};
