import * as v from 'valibot';
import { readFileSync } from 'node:fs';
import { actions } from '../../../contract/registry';
import { misunderstood } from '../../../scripts/contract/compare';
import { breaks, present, publishedFile, type Published } from '../../../scripts/contract/published';
import { shapeOf } from '../../../scripts/contract/shape';
import { inRoot } from '../../../scripts/lib/paths';

const input = (before: v.GenericSchema, now: v.GenericSchema) => misunderstood(shapeOf(before), shapeOf(now), true);
const output = (before: v.GenericSchema, now: v.GenericSchema) => misunderstood(shapeOf(now), shapeOf(before), false);

const before = v.strictObject({ id: v.string(), kind: v.picklist(['a', 'b']), note: v.optional(v.string()) });
const reply = v.object({ id: v.string(), kind: v.picklist(['a', 'b']), at: v.nullable(v.number()) });

describe('an old client’s input is understood', () => {
  it.each<[string, v.GenericSchema]>([
    ['as it was', before],
    ['with another field that may be left out', v.strictObject({ ...before.entries, more: v.optional(v.number()) })],
    [
      'with other rules on what a text may hold',
      v.strictObject({ ...before.entries, id: v.pipe(v.string(), v.minLength(3)) }),
    ],
    ['with one more value to choose', v.strictObject({ ...before.entries, kind: v.picklist(['a', 'b', 'c']) })],
    ['with a text where there was a choice', v.strictObject({ ...before.entries, kind: v.string() })],
  ])('%s', (_name, now) => expect(input(before, now)).toEqual([]));

  it.each<[string, v.GenericSchema, string]>([
    ['no more when a field is gone', v.strictObject({ id: v.string(), kind: v.picklist(['a', 'b']) }), 'note：不认识'],
    [
      'no more when one is asked for that it lacks',
      v.strictObject({ ...before.entries, more: v.number() }),
      'more：缺少',
    ],
    [
      'no more when one may not be left out now',
      v.strictObject({ ...before.entries, note: v.string() }),
      'note：可能缺少',
    ],
    [
      'no more when a value is gone',
      v.strictObject({ ...before.entries, kind: v.picklist(['a']) }),
      'kind：不认识的值 b',
    ],
    ['no more when a type is another', v.strictObject({ ...before.entries, id: v.number() }), 'id：类型不同'],
  ])('%s', (_name, now, problem) => expect(input(before, now)).toEqual([problem]));
});

describe('a new server’s output is understood by an old client', () => {
  it.each<[string, v.GenericSchema]>([
    ['as it was', reply],
    ['with another field', v.object({ ...reply.entries, more: v.string() })],
    ['never null any more', v.object({ ...reply.entries, at: v.number() })],
  ])('%s', (_name, now) => expect(output(reply, now)).toEqual([]));

  it.each<[string, v.GenericSchema, string]>([
    ['no more when a field is gone', v.object({ id: v.string(), kind: v.picklist(['a', 'b']) }), 'at：缺少'],
    ['no more when it may be null', v.object({ ...reply.entries, id: v.nullable(v.string()) }), 'id：类型不同'],
    [
      'no more when it has a value that nobody knew',
      v.object({ ...reply.entries, kind: v.picklist(['a', 'x']) }),
      'kind：不认识的值 x',
    ],
    [
      'no more when a list stands where one stood',
      v.object({ ...reply.entries, id: v.array(v.string()) }),
      'id：类型不同',
    ],
  ])('%s', (_name, now, problem) => expect(output(reply, now)).toEqual([problem]));

  it('within lists and alternatives too', () => {
    const list = (item: v.GenericSchema) =>
      v.object({
        items: v.array(
          v.variant('of', [v.object({ of: v.literal('x'), value: item }), v.object({ of: v.literal('y') })]),
        ),
      });
    expect(output(list(v.string()), list(v.string()))).toEqual([]);
    expect(output(list(v.string()), list(v.number()))).toEqual(['items[].value：类型不同']);
  });
});

it('a kind of schema that nobody described stops the build instead of passing unseen', () => {
  expect(() => shapeOf(v.date())).toThrow('date');
});

it('what clients know is on record, for every action, and the sources agree with it', () => {
  const onRecord = JSON.parse(readFileSync(inRoot(publishedFile), 'utf8')) as Published;
  expect(Object.keys(onRecord.actions)).toEqual(Object.keys(actions).sort());
  expect(breaks(onRecord, present())).toEqual([]);
});

it('an action that is gone is missed', () => {
  const now = present();
  const { 'home.today': gone, ...others } = now.actions;
  expect(gone).toBeDefined();
  expect(breaks(now, { ...now, actions: others })).toEqual(['home.today：没有了']);
});
