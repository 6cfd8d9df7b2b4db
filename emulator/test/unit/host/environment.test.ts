import tcb from '@cloudbase/node-sdk';
import { resolveConfig } from '../../../src/functions/config';
import { callContext, callEnvironment, workerEnvironment } from '../../../src/functions/environment';
import { parseEvent, withUserInfo } from '../../../src/functions/event';
import { clientFailure } from '../../../src/gateway/errors';
import { WireError } from '../../../src/service';

const config = resolveConfig('/nowhere', 'api', { env: { MINE: 'yes', TZ: 'Asia/Shanghai' } });

test('the worker’s environment is the cloud’s: UTC, SCF, its own address, dummies for credentials', () => {
  const env = workerEnvironment('local', 'http://127.0.0.1:1/admin/w/ab', '/functions/api', config);
  expect(env).toMatchObject({ TZ: 'UTC', TENCENTCLOUD_RUNENV: 'SCF', SCF_NAMESPACE: 'local', MINE: 'yes' });
  expect(JSON.parse(env.TCB_CONTEXT_CNFG!)).toEqual({ URL: 'http://127.0.0.1:1/admin/w/ab' });
  expect(env.TENCENTCLOUD_SECRETID).toBeTruthy();
  expect(env.NODE_OPTIONS).toBeUndefined();
});

test('a call without an identity sets no WX variable', () => {
  const env = callEnvironment('local', 'r', { trigger: 'timer', source: 'wx_trigger' });
  expect(env).toMatchObject({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' });
  expect(Object.keys(env).filter((key) => key.startsWith('WX_'))).toEqual(['WX_CONTEXT_KEYS']);
});

test('a user of the environment, a client’s address and an anonymous visitor have variables of their own', () => {
  const env = callEnvironment('local', 'r', { uid: 'u-1', customUserId: 'c-1', clientIp: '127.0.0.1' });
  expect(env).toMatchObject({
    TCB_UUID: 'u-1',
    TCB_CUSTOM_USER_ID: 'c-1',
    TCB_ISANONYMOUS_USER: 'false',
    TCB_SOURCE_IP: '127.0.0.1',
  });
  for (const key of ['TCB_UUID', 'TCB_CUSTOM_USER_ID', 'TCB_ISANONYMOUS_USER', 'TCB_SOURCE_IP']) {
    expect(env.TCB_CONTEXT_KEYS!.split(',')).toContain(key);
  }
  expect(callEnvironment('local', 'r', { anonymous: true }).TCB_ISANONYMOUS_USER).toBe('true');
  expect(callEnvironment('local', 'r', {}).TCB_UUID).toBeUndefined();
});

test('the SDK reads the identity out of the context, in both of its notations', () => {
  const env = callEnvironment('local', 'r-1', { openId: 'o-1', unionId: 'u-1' });
  const context = callContext('local', 'api', 'r-1', config, env);
  expect(tcb.getCloudbaseContext(context)).toMatchObject({ WX_OPENID: 'o-1', WX_UNIONID: 'u-1', TCB_ENV: 'local' });
  const old = { ...context, environment: undefined };
  expect(tcb.getCloudbaseContext(old)).toMatchObject({ WX_OPENID: 'o-1', TCB_ENV: 'local' });
});

test('events are objects; empty text is an empty one', () => {
  expect(parseEvent('')).toEqual({});
  expect(parseEvent('{"a":1}')).toEqual({ a: 1 });
  for (const text of ['null', '[]', '1', '"x"', '{', ' ']) expect(() => parseEvent(text)).toThrow('request data');
});

test('event.userInfo is the cloud’s word for mini-program calls, and left alone for others', () => {
  const forged = { userInfo: { openId: 'forged' } };
  expect(withUserInfo(forged, { openId: 'o-1' }, 'wx1')).toEqual({ userInfo: { openId: 'o-1', appId: 'wx1' } });
  expect(withUserInfo({}, {}, 'wx1')).toEqual({});
  expect(withUserInfo({}, { openId: 'o-1', source: 'wx_client,scf' }, 'wx1')).toEqual({});
});

test('failures have WeChat’s numbers, and an unknown code has one too', () => {
  const failure = (code: string): number => clientFailure('callFunction', new WireError(code, 'm')).errCode;
  expect(failure('FUNCTIONS_EXECUTE_FAIL')).toBe(-504002);
  expect(failure('FUNCTIONS_TIME_LIMIT_EXCEEDED')).toBe(-504003);
  expect(failure('EXCEED_CONCURRENT_REQUEST_LIMIT')).toBe(-501004);
  expect(failure('WHATEVER')).toBe(-501000);
  expect(clientFailure('callFunction', new WireError('SYS_ERR', 'm')).errMsg).toMatch(/^cloud\.callFunction:fail /);
});
