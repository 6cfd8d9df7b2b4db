import { guardSize, parseInput, parseOutput, readWire } from '../../../cloudfunctions/kernel/wire';
import { CONTRACT_VERSION } from '../../../contract/version';
import { Refusal } from '../../../cloudfunctions/kernel/refusal';

const codeOfThrow = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Refusal ? error.code : 'THROWN';
  }
  return 'PASSED';
};
const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

describe('what comes in', () => {
  it.each([null, undefined, 0, 'text', [], {}, { action: 1 }, { action: '__proto__' }, { action: 'toString' }])(
    'is an unknown action when it is %p',
    (event) => {
      expect(codeOfThrow(() => readWire(event, 'api'))).toBe('UNKNOWN_ACTION');
    },
  );

  it('is served by its own function only', () => {
    expect(readWire({ action: 'me.session', input: 1, userInfo: { openId: 'x' } }, 'api')).toEqual({
      action: 'me.session',
      input: 1,
      age: 'same',
    });
    expect(codeOfThrow(() => readWire({ action: 'me.session' }, 'admin'))).toBe('UNKNOWN_ACTION');
    expect(codeOfThrow(() => readWire({ action: 'feedback.inbox' }, 'api'))).toBe('UNKNOWN_ACTION');
  });

  it('of a client with an older contract is refused, and of a newer one served as far as it is known here', () => {
    const from =
      (contract: unknown, action = 'me.session') =>
      () =>
        readWire({ action, input: {}, contract }, 'api');
    expect(codeOfThrow(from(CONTRACT_VERSION - 1))).toBe('CLIENT_TOO_OLD');
    expect(codeOfThrow(from(CONTRACT_VERSION))).toBe('PASSED');
    expect(codeOfThrow(from('1'))).toBe('PASSED');
    expect(codeOfThrow(from(CONTRACT_VERSION + 1))).toBe('PASSED');
    expect(codeOfThrow(from(CONTRACT_VERSION + 1, 'me.unheardOf'))).toBe('UPDATING');
    expect(codeOfThrow(() => parseInput('me.session', { more: 1 }, 'newer'))).toBe('UPDATING');
    expect(codeOfThrow(() => parseInput('me.session', { more: 1 }, 'same'))).toBe('BAD_INPUT');
  });

  it('is refused before anything walks it when it is deep, wide or long', () => {
    expect(codeOfThrow(() => guardSize(deep(12)))).toBe('PASSED');
    expect(codeOfThrow(() => guardSize(deep(13)))).toBe('BAD_INPUT');
    expect(codeOfThrow(() => guardSize(deep(100_000)))).toBe('BAD_INPUT');
    expect(codeOfThrow(() => guardSize('x'.repeat(64_000)))).toBe('PASSED');
    expect(codeOfThrow(() => guardSize({ a: 'x'.repeat(64_001) }))).toBe('TOO_LARGE');
    expect(codeOfThrow(() => guardSize(Array.from({ length: 5000 }, () => 1)))).toBe('TOO_LARGE');
    expect(codeOfThrow(() => guardSize(Array.from({ length: 1999 }, () => 1)))).toBe('PASSED');
    expect(codeOfThrow(() => guardSize(Array.from({ length: 40 }, () => Array.from({ length: 60 }, () => 1))))).toBe(
      'TOO_LARGE',
    );
  });

  it('is refused when a key is one that every object has, or longer than any of ours', () => {
    expect(codeOfThrow(() => guardSize(JSON.parse('{"__proto__":{"x":1}}')))).toBe('BAD_INPUT');
    expect(codeOfThrow(() => guardSize({ constructor: 1 }))).toBe('BAD_INPUT');
    expect(codeOfThrow(() => guardSize({ a: { toString: 1 } }))).toBe('BAD_INPUT');
    expect(codeOfThrow(() => guardSize({ ['k'.repeat(65)]: 1 }))).toBe('BAD_INPUT');
  });

  it('carries no database operator and no undeclared key', () => {
    for (const orgId of [{ $ne: null }, { $regex: '.*' }, ['a'], 'a.b', 'a$b', '', 'x'.repeat(81)]) {
      expect(codeOfThrow(() => parseInput('org.joinCode', { orgId }))).toBe('BAD_INPUT');
    }
    expect(codeOfThrow(() => parseInput('org.joinCode', { orgId: 'a', $where: '1' }))).toBe('BAD_INPUT');
    expect(parseInput('org.joinCode', { orgId: 'a' })).toEqual({ orgId: 'a' });
  });

  it('is answered with each wrong field and what is wrong with it, in Chinese', () => {
    try {
      parseInput('feedback.submit', { commandId: 'c'.repeat(16), kind: 'praise', text: '' });
    } catch (error) {
      expect((error as Refusal).said.fields).toEqual([
        { path: 'kind', message: '填写有误' },
        { path: 'text', message: '请填写内容' },
      ]);
    }
    expect.assertions(1);
  });

  it('is answered with at most ten wrong fields', () => {
    try {
      const answers = Array.from({ length: 60 }, () => ({ fieldId: '', value: 1 }));
      parseInput('event.signUp', { commandId: 'c'.repeat(16), id: 'e', answers });
    } catch (error) {
      expect((error as Refusal).said.fields).toHaveLength(10);
    }
    expect.assertions(1);
  });
});

describe('what goes out', () => {
  it('has the declared fields only', () => {
    const org = { orgId: 'b1', name: '支部', joinCode: null };
    expect(parseOutput('org.joinCode', { ...org, openid: 'secret', path: ['root'] })).toEqual(org);
  });

  it('is held back when a handler broke its promise, and the error quotes no value', () => {
    expect(() => parseOutput('org.joinCode', { orgId: 'b1', name: 5, joinCode: 'SECRET' })).toThrow(
      /^bad output at name$/,
    );
  });
});
