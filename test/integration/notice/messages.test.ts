import { closeAll } from '../../../cloudfunctions/kernel/others';
import { notify } from '../../../cloudfunctions/shared/notices/public';
import { newCommandId, startStack, type Stack } from '../../support/stack';
import { buildCity } from '../authz/city';

/** Ten in the morning in Shanghai, no quiet hour. */
const morning = Date.UTC(2026, 10, 23, 2);
const member = 'openid-siblingMember';
const office = 'openid-cityAdmin';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: morning });
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.emulator.wechat.set({ faults: {}, everyoneConsents: false });
  stack.emulator.wechat.clearInbox();
  await stack.db.consents.remove({ _id: 'siblingMember' });
});

/** Agrees in WeChat and tells the server, as the client does. */
async function agree(times: number): Promise<void> {
  stack.emulator.wechat.grantConsent(member, 'local-reply', times);
  for (let at = 0; at < times; at += 1) {
    await stack.call(member, 'notice.consent', { commandId: newCommandId(), accepted: ['reply'] });
  }
}
const file = async (): Promise<string> => {
  await stack.db.limits.remove({ _id: { op: 'neq', value: '' } });
  const words = { commandId: newCommandId(), kind: 'complaint', text: '打不开' } as const;
  return (await stack.call(member, 'feedback.submit', words)).feedback.id;
};
const answer = (id: string) => stack.call(office, 'feedback.reply', { commandId: newCommandId(), id, text: '已修好' });
const left = async () => (await stack.db.consents.get('siblingMember'))?.left.reply;
const stateOf = async (thing: string) =>
  (await stack.db.notices.find({ thing }, { limit: 9 })).map((one) => one.message);

it('an answer is in the inbox and in WeChat, once, and the message leads to the notice', async () => {
  await agree(1);
  const id = await file();
  const reply = { commandId: newCommandId(), id, text: '已修好' };
  await stack.call(office, 'feedback.reply', reply);
  await stack.call(office, 'feedback.reply', reply);
  const { items } = await stack.call(member, 'notice.inbox', {});
  expect(stack.emulator.calls.last()?.roundTrips).toBe(2);
  const [notice] = items.filter(({ thing }) => thing === id);
  expect(notice).toMatchObject({ kind: 'feedbackAnswered', read: false });
  expect(stack.emulator.wechat.inbox()).toMatchObject([
    { templateId: 'local-reply', page: `packages/me/notices/index?id=${notice?.id}` },
  ]);
  expect([await left(), await stateOf(id)]).toEqual([0, ['sent']]);
});

it('of ten answers at once exactly as many are messages as were consented to, and all are in the inbox', async () => {
  await agree(2);
  const ids = await Promise.all(Array.from({ length: 10 }, file));
  await Promise.all(ids.map(answer));
  expect(stack.emulator.wechat.inbox()).toHaveLength(2);
  expect(await left()).toBe(0);
  expect(await stack.db.notices.count({ to: 'siblingMember', thing: { op: 'in', values: ids } })).toBe(10);
});

it('where WeChat knows of no consent, the ledger follows it', async () => {
  await stack.call(member, 'notice.consent', { commandId: newCommandId(), accepted: ['reply'] });
  const id = await file();
  await answer(id);
  expect([await left(), await stateOf(id), stack.emulator.wechat.inbox().length]).toEqual([0, ['none'], 0]);
});

it.each(['quota', 'down'] as const)('%s gives the consent back, and the act is done all the same', async (fault) => {
  await agree(1);
  stack.emulator.wechat.set({ faults: { 'subscribeMessage.send': fault } });
  const id = await file();
  await answer(id);
  expect([await left(), await stateOf(id)]).toEqual([1, ['due']]);
});

it('without an answer in time the act is done, and the message is not sent twice', async () => {
  await agree(1);
  stack.emulator.wechat.set({ faults: { 'subscribeMessage.send': 'timeout' } });
  const id = await file();
  const began = Date.now();
  await answer(id);
  expect(Date.now() - began).toBeLessThan(4000);
  expect(await left()).toBe(0);
  expect(['sending', 'sent']).toContain((await stateOf(id))[0]);
});

it('the timer says that its calls bring no token, and the settings page with it', async () => {
  await notify(
    closeAll(stack.db),
    [{ to: 'siblingMember', kind: 'roleChanged', thing: 'x', about: '1', data: { title: '职责', text: '有变动' } }],
    morning,
  );
  const { result } = await stack.emulator.fireTimer('minute');
  expect(JSON.stringify(result)).toContain('no token');
  expect((await stack.call(member, 'notice.settings', {})).timer).toBe(false);
  expect(await stateOf('x')).toEqual(['due']);
});
