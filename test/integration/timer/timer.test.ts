import { startOfDay } from '../../../contract/day';
import type { Stack } from '../../support/stack';
import { callFunction } from '../../support/gateway';
import { startStack } from '../../support/stack';
import { buildCity } from '../authz/city';

const noon = startOfDay('20261123') + 12 * 3_600_000;
const DAY = 86_400_000;
const hour = `h${noon / 3_600_000}`;

let stack: Stack;
beforeEach(async () => {
  stack = await startStack({ clock: noon });
  await buildCity(stack);
  await stack.db.limits.addAll(
    Array.from({ length: 620 }, (_, index) => ({
      _id: `l${index}`,
      count: 1,
      expiresAt: noon + (index < 600 ? -1 : 10 * DAY),
    })),
  );
}, 60_000);
afterEach(() => stack.stop());

const fire = async () => (await stack.emulator.fireTimer('minute')).result;
const jobsDone = async () => (await stack.db.jobs.find({}, { sort: [['_id', 1]], limit: 50 })).map(({ _id }) => _id);

it('does the work of the hour and of the day through indexes, and says what came of it', async () => {
  stack.emulator.calls.clear();
  expect(await fire()).toEqual({
    ok: true,
    data: {
      [`denials:${hour}`]: 'denials 0',
      [`retention:${hour}`]: 'limits 600',
      [`copies:${hour}`]: 'copies 0',
      'terms:20261123': 'terms 1',
      'removed:20261123': 'removed 0',
      'drift:20261123': 'drift 0 of 8',
      'ahead:20261123': 'queued',
      [`events:m${noon / 60_000}`]: 'settled',
      'memberkeys:20261123': 'filled',
      'ticketstates:20261123': 'filled',
      'quiettickets:20261123': 'closed 0',
      'duetickets:20261123': 'reminded',
      [`messages:${hour}`]: 'no token',
      [`mergeturns:m${noon / 60_000}`]: 'looked',
      [`movements:${hour}`]: 'finished 0',
      'orgcopies:20261123:a': 'mended',
      'orgcopies:20261123:m': 'mended',
      [`orgfigures:${hour}`]: 'counted',
      [`erasures:${hour}`]: 'due 0',
      [`moderated:m${noon / 60_000}`]: 'settled 0',
      'sealed:20261123': 'erased 0',
      'orgnames:20261123': 'filled',
      [`overdue:${hour}`]: 'lapsed 0',
      [`roleterms:${hour}`]: 'kept',
      'recommended:20261123': 'recommended 8',
      'answers:20261123': 'told',
      'orgdrift:20261123': 'orgs 2',
      [`seal:${hour}`]: 'seals 0',
      'audit:20261123': 'empty',
    },
  });
  expect(await stack.db.limits.count({})).toBe(20);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
}, 60_000);

it('reaches the same state when it fires once, twice or ten times, one after another or at once', async () => {
  await fire();
  const once = await jobsDone();
  await fire();
  await Promise.all(Array.from({ length: 8 }, fire));
  expect(await jobsDone()).toEqual(once);
  expect(once).toHaveLength(29);
  expect(await stack.db.limits.count({})).toBe(20);
}, 60_000);

it('reaches the same state when it comes three days late', async () => {
  stack.setClock(noon + 3 * DAY);
  await fire();
  expect(await stack.db.limits.count({})).toBe(20);
  expect(await jobsDone()).toContain('drift:20261126');
}, 60_000);

it('reports a count that differs from its queue', async () => {
  await stack.db.events.update({ _id: 'e-b1' }, { set: { queued: 3 } });
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await fire()).toMatchObject({ data: { 'drift:20261123': 'drift 1 of 8' } });
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('e-b1'));
  logged.mockRestore();
}, 60_000);

it('cannot be called by a client, whatever the event claims', async () => {
  const event = { Type: 'Timer', TriggerName: 'minute', Time: '', Message: '', TRIGGER_SRC: 'timer' };
  for (const identity of [{ openId: 'openid-cityAdmin' }, {}, { openId: 'x', trigger: 'timer' as const }]) {
    const { result } = await stack.emulator.invoke('timer', event, identity);
    expect(result).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  }
  expect(await jobsDone()).toEqual([]);
}, 60_000);

it('cannot be called by a client through the gateway, where no rule of the cloud keeps clients away', async () => {
  const event = { Type: 'Timer', TriggerName: 'minute', Time: '', Message: '' };
  const [{ id }] = (await (await fetch(`${stack.url}/gateway/personas`)).json()) as [{ id: string }];
  // The function answers, not the gateway: the cloud lets every client call every function until it is told not to.
  expect((await callFunction(stack.url, id, 'timer', event)).result).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await jobsDone()).toEqual([]);
}, 60_000);
