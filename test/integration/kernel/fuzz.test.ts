import * as v from 'valibot';
import type { ErrorCode, Reply } from '../../../contract/errors';
import { commonErrors } from '../../../contract/errors';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import { not } from '../../../cloudfunctions/kernel/port';
import { longForm, tellFigure } from '../../support/figures';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { buildCity, halfPast, inputs, openidOf } from '../authz/city';
import { effectiveWrites } from './effects';
import { doubtful, large, never } from './hostile';
import { isFreeText, nameOf, placesOf, sampleOf, type Place } from './places';

/*
 * Hostile input to every action and in every place of its input, both found in the contract: it is refused in order, or
 * taken where the contract takes it; nothing breaks, hangs, or changes by what was refused.
 */

const names = Object.keys(actions) as ActionName[];
/** Below the shortest timeout of a function: whatever takes longer hangs. */
const HANG_MS = 5000;
/** What no input may lead to, whatever is in it. */
const broken: readonly ErrorCode[] = ['INTERNAL', 'BUSY', 'UPDATING', 'UNKNOWN_ACTION', 'CLIENT_TOO_OLD'];
const refusedInput: readonly string[] = ['BAD_INPUT', 'TOO_LARGE'];

let now = halfPast();
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: now });
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

/** What all calls came to; the figure. */
const total = { calls: 0, places: 0, internal: 0, hung: 0, changed: 0, slowest: 0 };
afterAll(() => {
  const { calls, places, internal, hung, changed, slowest } = total;
  tellFigure('19', {
    said: `${calls} 次调用，${names.length} 个动作、${places} 处输入：INTERNAL ${internal}，无回应 ${hung}，被拒却有改动 ${changed}（最慢 ${Math.round(slowest)} 毫秒）`,
    ok: internal + hung + changed === 0 && calls > 0,
  });
});

/** So that what is not refused by its input is not refused for its number either. */
async function forgetCalls(): Promise<void> {
  stack.setClock((now += 61_000));
  await stack.db.limits.remove({ _id: not('') });
}

interface Answer {
  reply: Reply<unknown>;
  outcome: string;
  /** Documents that it added, changed or removed. */
  writes: number;
}

/** One hostile call, and what it did. */
async function send(event: Record<string, unknown>, served: 'api' | 'admin'): Promise<Answer> {
  const began = performance.now();
  const { result, requestId } = await stack.emulator.invoke(served, event, { openId: openidOf('cityAdmin') });
  const ms = performance.now() - began;
  const reply = result as Reply<unknown>;
  const outcome = reply.ok ? 'ok' : reply.code;
  const writes = effectiveWrites(stack.emulator.calls.forInvocation(requestId)?.database ?? []);
  total.calls += 1;
  total.slowest = Math.max(total.slowest, ms);
  if (ms > HANG_MS) total.hung += 1;
  if (outcome === 'INTERNAL' || outcome === 'BUSY') total.internal += 1;
  if (!reply.ok && writes > 0) total.changed += 1;
  return { reply, outcome, writes };
}

/** What is wrong with the answer to an input that the contract does not take. */
function faultOfRefused({ outcome, writes }: Answer): string | undefined {
  if (!refusedInput.includes(outcome)) return outcome;
  return writes > 0 ? `${outcome}, and ${writes} documents changed` : undefined;
}

/** What is wrong with the answer to one that it takes: a refusal must be one that the action may give, and change nothing. */
function faultOfTaken(action: ActionName, { reply, outcome, writes }: Answer): string | undefined {
  const may: readonly string[] = ['ok', ...commonErrors, ...actions[action].errors].filter(
    (code) => !broken.some((one) => one === code),
  );
  if (!may.includes(outcome)) return outcome;
  if (!reply.ok && writes > 0) return `${outcome}, and ${writes} documents changed`;
  return /\\u0000|\\u001b|\\ud800|[\u202e\u2067]/.test(JSON.stringify(reply))
    ? 'gives back what hides in text'
    : undefined;
}

async function tryValue(action: ActionName, place: Place, value: unknown, mayPass: boolean) {
  const input = place.put(value);
  const passes = mayPass && v.safeParse<v.GenericSchema>(actions[action].input, input).success;
  let answer = await send({ action, input }, functionOf(action));
  if (answer.outcome === 'RATE_LIMITED') {
    await forgetCalls();
    answer = await send({ action, input }, functionOf(action));
  }
  return passes ? faultOfTaken(action, answer) : faultOfRefused(answer);
}

/** Of these, each at every place in the long form; else the large ones at one place of each action. */
function valuesFor(index: number, place: Place): [string, unknown, boolean][] {
  const sample = sampleOf(place.schema);
  const isObject = typeof sample === 'object' && sample !== null && !Array.isArray(sample);
  const more = isObject ? { 'an undeclared key': { ...sample, undeclared: 1, $where: 'x' } } : {};
  const big = Object.entries(large).filter((_, which) => longForm || which === index);
  const hard = Object.entries({ ...never, ...more });
  // A list of texts is no harm where a list of texts goes.
  const fits = (name: string) => name === 'an array where one value goes' && v.safeParse(place.schema, ['x']).success;
  return [
    ...[...hard, ...big].map(([name, value]) => [name, value, fits(name)] as [string, unknown, boolean]),
    ...Object.entries(doubtful).map(([name, value]) => [name, value, true] as [string, unknown, boolean]),
  ];
}

describe('hostile input', () => {
  it.each(names)(
    'in any place of %s is refused in order, or taken as the contract says; what is refused changes nothing',
    async (action) => {
      await forgetCalls();
      const good = inputs[action]('root');
      const root: Place = { path: ['$where'], schema: v.never(), put: (value) => ({ ...good, $where: value }) };
      const places = [...placesOf(actions[action].input, good), root];
      const wrong: string[] = [];
      for (const [index, place] of places.entries()) {
        total.places += 1;
        for (const [name, value, mayPass] of valuesFor(index, place)) {
          const fault = await tryValue(action, place, value, mayPass);
          if (fault !== undefined) wrong.push(`${nameOf(place)} = ${name}: ${fault}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(Object.entries({ ...never, ...large, ...doubtful }))(
    'as the whole input is refused by every action: %s',
    async (name, value) => {
      const asked = name in large && !longForm ? names.slice(0, 3) : names;
      const wrong: unknown[] = [];
      for (const action of asked) {
        if (v.safeParse<v.GenericSchema>(actions[action].input, value).success) continue;
        const fault = faultOfRefused(await send({ action, input: value }, functionOf(action)));
        if (fault !== undefined) wrong.push([action, fault]);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.entries({ ...never, ...large, ...doubtful }))(
    'as the action is an unknown action: %s',
    async (_, value) => {
      for (const served of ['api', 'admin'] as const) {
        const { reply } = await send({ action: value, input: {} }, served);
        expect(reply).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION' });
      }
    },
  );
});

/** What is compared with what is stored, or read line by line, and not stored itself. */
const passing = ['event.signUp form.0.id', 'event.signUp form.0.label', 'event.signUp form.0.options.0'].concat(
  'roster.preview list.text',
  'roster.import list.text',
);

const placesTaking = (value: unknown, which: (place: Place) => boolean): string[] =>
  names.flatMap((action) =>
    placesOf(actions[action].input, inputs[action]('root'))
      .filter((place) => which(place) && v.safeParse(place.schema, value).success)
      .map((place) => `${action} ${nameOf(place)}`)
      .filter((place) => !passing.includes(place)),
  );

describe('of what is stored', () => {
  it('nothing but free text may look like a path', () => {
    expect(placesTaking('../../../../etc/passwd', (place) => !isFreeText(place))).toEqual([]);
  });

  it('no text may be half a character or turn round what stands beside it', () => {
    const loose = ['lone surrogates', 'text that runs backwards'].map((name) =>
      placesTaking(doubtful[name], () => true),
    );
    expect(loose).toEqual([[], []]);
  });
});
