import { Long } from 'bson';
import { idsOf, type Bench, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const long = (digits: string): Long => Long.fromString(digits);
const odd = '9007199254740993';
const next = '9007199254740995';
const most = '9223372036854775807';

/** The SDK sends 64-bit integers only in raw commands, and turns those of a reply into doubles: both ways are avoided. */
async function stored({ raw, things }: Bench, values: Record<string, unknown>): Promise<void> {
  for (const [_id, n] of Object.entries(values)) {
    await things.add({ _id });
    await raw.where({ _id }).update({ $set: { n } });
  }
}

const asked = (name: string, query: Doc, expect: unknown): ParityCase => ({
  name,
  source: 'MongoDB manual, BSON types: 64-bit integers in queries',
  arrange: [],
  act: async (bench) => {
    await stored(bench, { double: 9007199254740992, next: long(next), odd: long(odd) });
    return idsOf(bench.raw, query);
  },
  expect,
});
const changed = (name: string, update: Doc, expected: Long): ParityCase => ({
  name,
  source: 'MongoDB manual, BSON types: 64-bit integers in updates',
  arrange: [],
  act: async (bench) => {
    await stored(bench, { x: long(odd) });
    await bench.raw.where({ _id: 'x' }).update(update);
    return idsOf(bench.raw, { n: expected });
  },
  expect: ['x'],
});

export const longCases: ParityCase[] = [
  asked('equality is exact', { n: long(odd) }, ['odd']),
  asked('a double is less than the integer after it', { n: { $gt: 9007199254740992, $lt: long(next) } }, ['odd']),
  asked('$in', { n: { $in: [long(next), 1] } }, ['next']),
  asked('$mod', { n: { $mod: [4, 1] } }, ['odd']),
  asked('$type', { n: { $type: 'long' } }, ['double', 'next', 'odd']),
  changed('$inc is exact', { $inc: { n: 2 } }, long(next)),
  changed('$mul is exact', { $mul: { n: 3 } }, long('27021597764222979')),
  changed('$max keeps the greater', { $max: { n: 9007199254740992 } }, long(odd)),
  changed('$bit works on 64 bits', { $bit: { n: { xor: 2 } } }, long(next)),
  {
    name: 'an overflow is refused and changes nothing',
    source: 'MongoDB manual, $inc',
    arrange: [],
    act: async (bench) => {
      await stored(bench, { x: long(most) });
      const failed = await bench.raw
        .where({ _id: 'x' })
        .update({ $inc: { n: 1 } })
        .catch(({ code }: { code: string }) => code);
      return [failed, await idsOf(bench.raw, { n: long(most) })];
    },
    expect: ['DATABASE_REQUEST_FAILED', ['x']],
  },
];
