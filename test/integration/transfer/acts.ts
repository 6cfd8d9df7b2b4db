import { memberId } from '../../../scripts/seed/documents';
import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call' | 'db'>;

/** Somebody of the same branch whom no other act moves; `n` tells them apart. */
const classmate = (n: number) => `youth-0${n}`;
const CLASS = 'U01-WX-B01';
const command = () => ({ commandId: newCommandId() });

/** A young man who leaves each time anew, and the secretary of where he goes. */
async function asked({ call }: City, toId = CLASS): Promise<string> {
  const input = { ...command(), fromId: null, toId, reason: '' };
  return (await call('district-youth', 'transfer.ask', input)).transfer.id;
}

/** Everybody is home again before the next act. */
async function goHome({ db }: City, who: string, orgId: string, path: readonly string[]): Promise<void> {
  await db.members.update({ _id: memberId(who) }, { set: { orgIds: [orgId], scope: [...path] } });
  await db.transfers.remove({ memberId: memberId(who) });
}
const home = (city: City) => goHome(city, 'district-youth', 'D01-B02', ['JC', 'D01', 'D01-B02']);

export const acts: Acts<'transfer'> = {
  'transfer.ask': async (city) => {
    await home(city);
    return { who: 'district-youth', input: { ...command(), fromId: 'D01-B02', toId: CLASS, reason: '' } };
  },
  'transfer.withdraw': async (city) => {
    await home(city);
    return { who: 'district-youth', input: { ...command(), id: await asked(city), withdrawn: true } };
  },
  'transfer.seen': async (city) => {
    await home(city);
    return { who: 'district-youth', input: { ...command(), id: await asked(city) } };
  },
  'transfer.leave': async (city) => {
    await home(city);
    return { who: 'district-youth', input: { ...command(), orgId: 'D01-B02' } };
  },
  'transfer.rejoin': async (city) => {
    await home(city);
    const left = await city.call('district-youth', 'transfer.leave', { ...command(), orgId: 'D01-B02' });
    return { who: 'district-youth', input: { ...command(), id: left.transfer.id } };
  },
  'transfer.answer': async (city) => {
    await home(city);
    return {
      who: 'branch-secretary',
      input: { ...command(), id: await asked(city), accept: true, text: '' },
      about: [CLASS],
    };
  },
  'transfer.undo': async (city) => {
    await home(city);
    const id = await asked(city);
    await city.call('branch-secretary', 'transfer.answer', { ...command(), id, accept: false, text: '请选支部' });
    return { who: 'branch-secretary', input: { ...command(), id }, about: [CLASS] };
  },
  'transfer.propose': (_city) =>
    Promise.resolve({
      who: 'branch-secretary',
      input: { ...command(), orgId: CLASS, memberId: memberId(classmate(1)), toId: 'D01-B01', reason: '' },
    }),
  'transfer.graduate': (_city) => {
    const groups = [{ toId: null, memberIds: [memberId(classmate(2))] }];
    return Promise.resolve({ who: 'branch-secretary', input: { ...command(), orgId: CLASS, groups } });
  },
  'transfer.ungraduate': async (city) => {
    const groups = [{ toId: null, memberIds: [memberId(classmate(3))] }];
    const input = { ...command(), orgId: CLASS, groups };
    const { graduation } = await city.call('branch-secretary', 'transfer.graduate', input);
    return { who: 'branch-secretary', input: { ...command(), id: graduation.id }, about: [CLASS] };
  },
  'transfer.settle': async (city) => {
    await goHome(city, 'youth', CLASS, ['JC', 'U01', 'U01-WX', CLASS]);
    const groups = [{ toId: null, memberIds: [memberId('youth')] }];
    await city.call('branch-secretary', 'transfer.graduate', { ...command(), orgId: CLASS, groups });
    const { items } = await city.call('youth', 'transfer.mine', {});
    await city.db.members.update(
      { _id: memberId('youth') },
      { set: { orgIds: [CLASS], scope: ['JC', 'U01', 'U01-WX', CLASS] } },
    );
    return { who: 'youth', input: { ...command(), id: items[0]?.id ?? '', toId: 'D01-B01' } };
  },
};
