import fc from 'fast-check';
import { mergeKey } from '../../../cloudfunctions/domains/member/rules/merging';
import { findViewer } from '../../../cloudfunctions/kernel/identity';
import { addDays, dayOf } from '../../../contract/day';
import { MERGE_AGREED_MS, MERGE_CODE_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';
import type { Town } from '../../support/domains';
import {
  carryOut,
  later,
  MINUTE,
  next,
  NOW,
  openRecords,
  propose,
  proposed,
  silently,
  stateOf,
  turn,
  waiting,
} from './records';

/* Two records of one person become one: who agrees, when it begins, what is left where somebody stops it, and that nothing is lost. */

let town: Town;
const open = async () => {
  town = await openRecords();
};
beforeEach(open);

const codeOf = async (who: string) => {
  const { merge } = await town.done(who, 'member.mergeCode', { commandId: next() });
  return { id: merge.id, code: merge.code ?? '' };
};
const give = (who: string, code: string) => town.call(who, 'member.mergeGive', { commandId: next(), code });

describe('with both phones at hand', () => {
  it('the code of the new record is typed on the old one, which goes an hour later', async () => {
    const { id, code } = await codeOf('new');
    expect(await town.done('old', 'member.mergePeek', { code })).toMatchObject({ to: { id: 'new', name: '林 晓' } });
    expect(await give('old', code)).toMatchObject({ ok: true, data: { merge: { state: 'waiting', side: 'from' } } });
    await later(town, MERGE_AGREED_MS - 1);
    expect([await stateOf(town, id), await stateOf(town, 'x')]).toEqual(['waiting', undefined]);
    await later(town, 1);
    expect((await findViewer(town.db, 'openid-old', town.clock.now))?.disabled).toBe(true);
    expect((await town.db.jobs.get(`merge:${mergeKey('old', 'new')}`))?.dueAt).toBe(town.clock.now + 2 * MINUTE);
    await carryOut(town, 'old', 'new');
    expect([await stateOf(town, id), await town.db.members.get('old')]).toEqual(['done', undefined]);
    expect((await town.done('new', 'member.merges', {})).merges).toMatchObject([{ id, side: 'to', from: null }]);
  });

  it('roles go along, since their holder gave them', async () => {
    const { code } = await codeOf('new');
    await give('lead', code);
    await later(town, MERGE_AGREED_MS);
    await carryOut(town, 'lead', 'new');
    expect((await town.db.members.get('new'))?.grants).toEqual([{ role: 'branchSecretary', orgId: 'eastBranch' }]);
  });

  it.each([
    ['of another name', 'other', 'MERGE_NAMES_DIFFER'],
    ['that made the code', 'new', 'MERGE_SAME'],
  ])('nothing comes of a record %s', async (_which, who, code) => {
    const made = await codeOf('new');
    expect(await give(who, made.code)).toMatchObject({ code });
    expect(await stateOf(town, made.id)).toBe('code');
  });

  it('a code counts for half an hour, once, and only the last of a record', async () => {
    const first = await codeOf('new');
    const second = await codeOf('new');
    expect(await give('old', first.code)).toMatchObject({ code: 'MERGE_CODE_UNKNOWN' });
    town.clock.now += MERGE_CODE_MS;
    expect(await give('old', second.code)).toMatchObject({ code: 'MERGE_CODE_UNKNOWN' });
    await turn(town);
    expect(await stateOf(town, second.id)).toBe('ended');
    const third = await codeOf('new');
    await give('old', third.code);
    expect(await give('lead', third.code)).toMatchObject({ code: 'MERGE_CODE_UNKNOWN' });
  });

  it('either takes it back until it begins, and then nobody', async () => {
    const { id, code } = await codeOf('new');
    await give('old', code);
    expect(await town.call('other', 'member.mergeStop', { commandId: next(), id })).toMatchObject({
      code: 'MERGE_OVER',
    });
    expect(await town.call('old', 'member.mergeStop', { commandId: next(), id })).toMatchObject({
      data: { merge: { ending: 'objected' } },
    });
    await later(town, MERGE_AGREED_MS);
    expect((await findViewer(town.db, 'openid-old', town.clock.now))?.disabled).toBe(false);
    const again = await codeOf('new');
    await give('old', again.code);
    await later(town, MERGE_AGREED_MS);
    expect(await town.call('new', 'member.mergeStop', { commandId: next(), id: again.id })).toMatchObject({
      code: 'MERGE_OVER',
    });
  });
});

describe('with the old WeChat gone', () => {
  it('a secretary proposes, the new record is asked, and the old one, which nobody uses, goes a week later', async () => {
    const id = await proposed(town, 'old', 'new');
    expect([await waiting(town, 'new'), await waiting(town, 'head'), await waiting(town, 'reader')]).toEqual([
      ['member.asked?'],
      ['member.began'],
      [],
    ]);
    await town.done('new', 'member.mergeAnswer', { commandId: next(), id, agree: true });
    await later(town, MERGE_OBJECT_MS - 1);
    expect(await stateOf(town, id)).toBe('waiting');
    await silently(town, id);
    await carryOut(town, 'old', 'new');
    expect([await stateOf(town, id), await town.db.members.get('old')]).toEqual(['done', undefined]);
  });

  it('roles do not go along: they end, and it is said which', async () => {
    const id = await proposed(town, 'lead', 'new');
    await town.done('new', 'member.mergeAnswer', { commandId: next(), id, agree: true });
    await silently(town, id);
    await carryOut(town, 'lead', 'new');
    expect((await findViewer(town.db, 'openid-new', town.clock.now))?.grants).toEqual([]);
    expect((await town.db.merges.get(id))?.rolesLeft).toEqual(['branchSecretary']);
  });

  it('the old record objects, and everything stays', async () => {
    const id = await proposed(town, 'old', 'new');
    await town.done('new', 'member.mergeAnswer', { commandId: next(), id, agree: true });
    await town.done('old', 'member.mergeStop', { commandId: next(), id });
    await later(town, MERGE_OBJECT_MS);
    expect((await town.db.merges.get(id))?.ending).toBe('objected');
    expect((await findViewer(town.db, 'openid-old', town.clock.now))?.disabled).toBe(false);
  });

  it('nobody but the new record answers, once', async () => {
    const id = await proposed(town, 'old', 'new');
    const answer = (who: string, agree: boolean) =>
      town.call(who, 'member.mergeAnswer', { commandId: next(), id, agree });
    expect(await answer('head', true)).toMatchObject({ code: 'MERGE_OVER' });
    expect(await answer('new', false)).toMatchObject({ data: { merge: { ending: 'declined' } } });
    expect(await answer('new', true)).toMatchObject({ code: 'MERGE_OVER' });
  });

  it('is proposed only by whoever manages both, and one at a time', async () => {
    expect(await propose(town, 'old', 'stranger')).toMatchObject({ code: 'MEMBER_ABOVE' });
    expect(await propose(town, 'stranger', 'new')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await propose(town, 'head', 'new', 'secretary')).toMatchObject({ code: 'FORBIDDEN' });
    await proposed(town, 'old', 'new');
    expect(await propose(town, 'lead', 'new')).toMatchObject({ code: 'MERGE_OPEN' });
  });

  it('does not free a record that was disabled meanwhile', async () => {
    const id = await proposed(town, 'old', 'new');
    await town.done('new', 'member.mergeAnswer', { commandId: next(), id, agree: true });
    await town.done('secretary', 'member.disable', { commandId: next(), id: 'old', reason: '核实中', until: null });
    await later(town, MERGE_OBJECT_MS);
    expect((await town.db.merges.get(id))?.ending).toBe('stopped');
    expect((await town.db.members.get('old'))?.disabledFor).toEqual({ reason: '核实中', until: null });
  });
});

it('what is being moved is not moved on: of a chain of two merges one waits for the other', async () => {
  const chain = [await proposed(town, 'old', 'new')];
  await town.done('new', 'member.mergeAnswer', { commandId: next(), id: chain[0] ?? '', agree: true });
  await town.db.merges.update({ _id: chain[0] ?? '' }, { set: { aboveId: 'chief' } });
  await later(town, MERGE_OBJECT_MS - MINUTE);
  // The other was proposed before anybody knew of the first.
  const second = { ...(await town.db.merges.get(chain[0] ?? '')), _id: 'mg2', code: 'closed-mg2' };
  const other = { ...second, fromId: 'new', toId: 'other', people: ['new', 'other', 'head'] };
  await town.db.merges.add(other as never);
  await later(town, MINUTE);
  const begun = await town.db.merges.find({ begun: true }, { limit: 9 });
  expect(begun).toHaveLength(1);
  expect((await town.db.jobs.find({ kind: 'merge' }, { limit: 9 })).map(({ key }) => key)).toEqual([
    mergeKey(begun[0]?.fromId ?? '', begun[0]?.toId ?? ''),
  ]);
});

it('no check-in is lost: afterwards there are all days and books of both records, and no others', async () => {
  const day = fc.integer({ min: 0, max: 5 });
  const reading = fc.array(
    fc.record({ who: fc.constantFrom('old', 'new'), day, book: fc.integer({ min: 0, max: 2 }) }),
    {
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(reading, async (entries) => {
      await open();
      const expected = new Set<string>();
      for (const [index, { who, day: back, book }] of entries.entries()) {
        const on = addDays(dayOf(NOW), -back);
        const reply = await town.call(who, 'checkin.submit', {
          commandId: next(),
          bookId: `k${book}`,
          book: { title: `书${book}`, author: '佚名', tone: 'ink' },
          when: { kind: 'day', day: on },
          note: `第${index}条`,
        });
        if (reply.ok) expected.add(`${on} k${book}`);
      }
      const { code } = await codeOf('new');
      await give('old', code);
      await later(town, MERGE_AGREED_MS);
      await carryOut(town, 'old', 'new');
      const kept = new Set<string>();
      const months = [...new Set([...expected].map((entry) => entry.slice(0, 6)))];
      for (const month of months) {
        const { days } = await town.done('new', 'checkin.month', { month });
        for (const one of days) for (const { book } of one.lines) kept.add(`${one.day} ${book.id}`);
      }
      expect([...kept].sort()).toEqual([...expected].sort());
      expect(await town.db.members.get('old')).toBeUndefined();
    }),
    { numRuns: 25 },
  );
});
