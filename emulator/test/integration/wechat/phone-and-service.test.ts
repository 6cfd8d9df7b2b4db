import { READER, startWechat, type WechatHost } from './support';

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat();
});
afterAll(() => host.stop());

test('a code tells the chosen phone number once; without one every code is refused', async () => {
  const ask = (code: string) => host.node('phonenumber.getPhoneNumber', { code });
  host.emulator.wechat.set({ phoneNumber: '13912345678' });
  expect(await ask('first')).toMatchObject({
    errcode: 0,
    phone_info: { purePhoneNumber: '13912345678', countryCode: '86' },
  });
  expect(await ask('first')).toMatchObject({ errcode: 40029 });
  host.emulator.wechat.set({ phoneNumber: null });
  expect(await ask('second')).toMatchObject({ errcode: 40029 });
  expect(await ask('')).toMatchObject({ errcode: 44002 });
});

test('a customer service message reaches only who wrote lately', async () => {
  const message = { touser: READER, msgtype: 'text', text: { content: '您好' } };
  expect(await host.node('customerServiceMessage.send', message)).toMatchObject({ errcode: 45015 });
  host.emulator.wechat.set({ everyoneWrote: true });
  expect(await host.node('customerServiceMessage.send', message)).toMatchObject({ errcode: 0 });
  expect(host.emulator.wechat.inbox()[0]).toMatchObject({ title: '客服消息', fields: [{ value: '您好' }] });
  expect(await host.node('customerServiceMessage.send', { ...message, msgtype: 'x' })).toMatchObject({
    errcode: 40008,
  });
  expect(await host.node('customerServiceMessage.send', { ...message, text: {} })).toMatchObject({ errcode: 44004 });
});

test.each(['phonenumber.getPhoneNumber', 'customerServiceMessage.send'] as const)(
  '%s can be made to fail',
  async (api) => {
    host.emulator.wechat.set({ faults: { [api]: 'quota' } });
    expect(await host.node(api, { code: 'x' })).toMatchObject({ errcode: 45009 });
    host.emulator.wechat.set({ faults: {} });
  },
);

test('a function that did not ask for the permission gets none', async () => {
  expect(await host.wxInFunction('phonenumber.getPhoneNumber', { code: 'y' }, 'bare')).toMatchObject({
    errCode: -604101,
  });
});
