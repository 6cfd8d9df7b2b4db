import { isTimerCall } from '../../../cloudfunctions/jobs/timer';
import { connect } from '../../../cloudfunctions/kernel/sdk';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const event = { Type: 'Timer', TriggerName: 'minute', Time: '2026-11-23T04:05:00Z', Message: '' };

/** What the cloud says of a call: its variables, and which of them the SDK may read. */
function cloudSays(variables: Record<string, string>): void {
  const names = Object.keys(variables).join(',');
  Object.assign(process.env, variables, { TCB_CONTEXT_KEYS: names, WX_CONTEXT_KEYS: names });
}

it.each([
  [{ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' }],
  [{ TRIGGER_SRC: 'timer' }],
  [{ TCB_SOURCE: 'wx_trigger' }],
  [{ TCB_ENV: 'env' }],
])('a timer is believed: %j', (variables) => {
  cloudSays(variables);
  expect(isTimerCall(event, connect())).toBe(true);
});

it.each([
  [{ TRIGGER_SRC: 'tcb' }],
  [{ TRIGGER_SRC: 'tcb', TCB_SOURCE: 'wx_trigger' }],
  [{ TRIGGER_SRC: 'timer', WX_OPENID: 'o-1' }],
  [{ TCB_SOURCE: 'wx_client' }],
  [{ TCB_SOURCE: 'wx_devtools' }],
  [{ TCB_SOURCE: 'wx_http' }],
  [{ TCB_SOURCE: 'wx_trigger,scf' }],
  [{ TCB_UUID: 'u-1' }],
])('nobody else passes for a timer, whatever the event says: %j', (variables: Record<string, string>) => {
  cloudSays(variables);
  expect(isTimerCall(event, connect())).toBe(false);
});
