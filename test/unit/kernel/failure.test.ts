import { Refusal } from '../../../cloudfunctions/kernel/refusal';
import { codeOf, logFailure, toFailure } from '../../../cloudfunctions/kernel/failure';
import { errorMessages } from '../../../contract/errors';

const sdkError = (code: string | number) => Object.assign(new Error('openid: secret'), { code, requestId: 'up1' });

describe('failures', () => {
  it.each([
    'EXCEED_REQUEST_LIMIT',
    'EXCEED_CONCURRENT_REQUEST_LIMIT',
    'DATABASE_TIMEOUT',
    'DATABASE_TRANSACTION_CONFLICT',
    'ESOCKETTIMEDOUT',
    503,
  ])('ask to come back later for %s', (code) => {
    expect(toFailure(sdkError(code), 'r1')).toEqual({
      ok: false,
      code: 'BUSY',
      message: errorMessages.BUSY,
      requestId: 'r1',
    });
  });

  it.each([
    sdkError('DATABASE_REQUEST_FAILED'),
    new TypeError('x is undefined'),
    'text',
    null,
    undefined,
    { code: {} },
  ])('answer with INTERNAL, the request id and nothing else: %p', (error) => {
    expect(toFailure(error, 'r1')).toEqual({
      ok: false,
      code: 'INTERNAL',
      message: errorMessages.INTERNAL,
      requestId: 'r1',
    });
  });

  it('keep the more exact message and the fields of a refusal', () => {
    expect(toFailure(new Refusal('CONFLICT'), 'r').message).toBe(errorMessages.CONFLICT);
    expect(toFailure(new Refusal('CONFLICT', { message: '已经回复过' }), 'r').message).toBe('已经回复过');
    expect(toFailure(new Refusal('BAD_INPUT', { fields: [{ path: 'a', message: 'b' }] }), 'r').fields).toEqual([
      { path: 'a', message: 'b' },
    ]);
    expect(codeOf(new Refusal('NOT_FOUND'))).toBe('NOT_FOUND');
  });

  it('are logged as one JSON line that says where and never quotes the error', () => {
    const lines: string[] = [];
    const spy = jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    logFailure(sdkError('DATABASE_REQUEST_FAILED'), { requestId: 'r1', action: 'me.join' });
    logFailure('openid: secret', { requestId: 'r2', action: 'me.join' });
    logFailure(null, { requestId: 'r3', action: 'me.join' });
    spy.mockRestore();
    expect(lines.join('\n')).not.toContain('secret');
    const [first] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({
      requestId: 'r1',
      action: 'me.join',
      sdk: 'DATABASE_REQUEST_FAILED',
      upstream: 'up1',
    });
    expect(JSON.stringify(first?.at)).toContain('failure.test');
    expect(lines).toHaveLength(3);
  });
});
