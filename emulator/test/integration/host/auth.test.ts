import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/folder';
import { failureOf, post, SDK, startHost, type Host } from './support';

const personas = join(temporaryFolder('host-personas-'), 'personas.json');
const people = [
  { id: 'plain', label: '只有微信', openid: 'o-plain' },
  {
    ...{ id: 'full', label: '云开发用户', openid: 'o-full', unionid: 'union-1', uid: 'uid-full-1' },
    ...{
      customUserId: 'member-7',
      nickName: '小林',
      username: 'lin',
      email: 'lin@example.com',
      phone: '+86 13800000000',
    },
  },
];

const who = `const tcb = require(${SDK});
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  exports.main = async (event) => ({
    user: app.auth().getUserInfo(),
    ip: app.auth().getClientIP(),
    wxIp: process.env.WX_CLIENTIP,
    own: (await app.auth().getEndUserInfo()).userInfo,
    asked: event.uid && (await app.auth().getEndUserInfo(event.uid)).userInfo,
    authority: event.files && (await app.getFileAuthority({ fileList: event.files })).data,
  });`;

const nested = `const app = require(${SDK}).init({ env: 'local' });
  exports.main = async () => (await app.callFunction({ name: 'who' })).result;`;

let host: Host;
beforeAll(async () => {
  writeFileSync(personas, JSON.stringify(people));
  host = await startHost({ who, nested }, { personas });
});
afterAll(() => host.stop());

interface Seen {
  user: Record<string, unknown>;
  own: Record<string, unknown>;
  asked: Record<string, unknown>;
  authority: Record<string, unknown>[];
  ip: string;
  wxIp: string;
}

async function callAs(persona: string, data: object = {}, name = 'who'): Promise<Seen> {
  const headers = { 'x-emulator-persona': persona };
  const { body } = await post(`${host.emulator.url}/gateway/call`, { name, data }, headers);
  return body.result as Seen;
}

describe('who calls, inside a function', () => {
  test('a mini-program user has an openid and no uid; the client’s address is known', async () => {
    const { user, own, ip, wxIp } = await callAs('plain');
    const expected = { openId: 'o-plain', appId: 'wx0000000000000000', uid: '', customUserId: '', isAnonymous: false };
    expect(user).toEqual(expected);
    expect(own).toEqual(expected);
    expect([ip, wxIp]).toEqual(['127.0.0.1', '127.0.0.1']);
  });

  test('a user of the environment has a uid and the id of the project’s own login', async () => {
    expect((await callAs('full')).user).toMatchObject({ uid: 'uid-full-1', customUserId: 'member-7' });
  });

  test('both go on from function to function, and neither outlives the call', async () => {
    expect((await callAs('full', {}, 'nested')).user).toMatchObject({ openId: 'o-full', uid: 'uid-full-1' });
    const { result } = await host.emulator.invoke('who', {});
    expect(result).toMatchObject({ user: { openId: '', uid: '', customUserId: '' }, ip: '' });
  });
});

describe('another user’s facts', () => {
  test('are found by uid, with the documented fields and nothing of the caller’s', async () => {
    expect((await callAs('plain', { uid: 'uid-full-1' })).asked).toMatchObject({
      ...{ uid: 'uid-full-1', uuid: 'uid-full-1', openId: 'o-full', wxOpenId: 'o-full', wxUnionId: 'union-1' },
      ...{ customUserId: 'member-7', nickName: '小林', username: 'lin', email: 'lin@example.com' },
      ...{ envName: 'local', gender: 'UNKNOWN', hasPassword: false, isAnonymous: false },
    });
  });

  test('a uid that nobody has is answered as an anonymous user’s', async () => {
    expect((await callAs('full', { uid: 'nobody-1' })).asked).toMatchObject({
      ...{ uid: 'nobody-1', isAnonymous: true, openId: '', customUserId: '', nickName: '' },
    });
  });

  test.each([
    ['CUSTOM', 'member-7'],
    ['USERNAME', 'lin'],
    ['EMAIL', 'lin@example.com'],
    ['PHONE', '+86 13800000000'],
  ])('are found by %s', async (platform, platformId) => {
    const { userInfo } = (await host.app.auth().queryUserInfo({ platform, platformId })) as { userInfo: object };
    expect(userInfo).toMatchObject({ uid: 'uid-full-1' });
  });

  test.each([
    [{}],
    [{ platform: 'CUSTOM' }],
    [{ platform: 'CUSTOM', platformId: 'nobody' }],
    [{ platform: 'openid', platformId: 'o-full' }],
    [{ platform: '__proto__', platformId: 'x' }],
    [{ platform: 'CUSTOM', platformId: { $ne: '' } }],
    [{ uuid: { $ne: '' } }],
    [{ uuid: 7 }],
  ])('a question like %j is refused', async (body) => {
    const reply = await post(host.emulator.adminUrl, { action: 'auth.getUserInfoForAdmin', ...body });
    expect(reply.body.code).toBe('INVALID_PARAM');
  });
});

describe('what a client may do with a file', () => {
  test('is told of a file that exists, and of one that does not', async () => {
    const { fileID } = await host.app.uploadFile({ cloudPath: '封面.png', fileContent: Buffer.from('x') });
    const files = [
      { path: fileID, type: 'READ' },
      { path: fileID, type: 'READWRITE' },
      { path: `${fileID}x`, type: 'WRITE' },
    ];
    const { authority } = await callAs('plain', { files });
    expect(authority).toEqual([
      { path: fileID, cosFileId: expect.any(String) as string, read: true, write: false },
      { path: fileID, cosFileId: expect.any(String) as string, read: true, write: true },
      { path: `${fileID}x`, code: 'STORAGE_FILE_NONEXIST' },
    ]);
  });

  test('an administrator need not ask', async () => {
    const failure = await failureOf(host.app.getFileAuthority({ fileList: [{ path: 'x', type: 'READ' }] }));
    expect(failure.message).toContain('admin do not need');
  });

  test.each([
    [{ openId: 'o', fileList: 'x' }],
    [{ openId: 'o', fileList: [null] }],
    [{ openId: 'o', fileList: [{ path: 7, type: 'READ' }] }],
    [{ openId: 'o', fileList: [{ path: 'x', type: 'DELETE' }] }],
    [{ openId: 'o', fileList: Array(51).fill({ path: 'x', type: 'READ' }) as object[] }],
    [{ fileList: [] }],
    [{ openId: {}, fileList: [] }],
  ])('%j is refused', async (body) => {
    const reply = await post(host.emulator.adminUrl, { action: 'storage.getFileAuthority', ...body });
    expect(reply.body.code).toBe('INVALID_PARAM');
  });
});

test.each([
  [[{ ...people[0], uid: 7 }], 'uid 应是文字'],
  [[people[0], { ...people[1], openid: 'o-plain' }], 'openid 重复'],
  [[people[1], { ...people[0], uid: 'uid-full-1' }], 'uid 重复'],
])('a personas file like %j is refused, and no openid is in the message', async (list, message) => {
  const file = `${personas}.wrong`;
  writeFileSync(file, JSON.stringify(list));
  const failure = await failureOf(startHost({}, { personas: file }));
  expect(failure.message).toContain(message);
  expect(failure.message).not.toContain('o-plain');
});
