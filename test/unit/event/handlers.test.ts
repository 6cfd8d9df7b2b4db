import { command, openTown } from '../../support/domains';
import { HOUR, NOW, openEvent, plan, stored, youth } from './town';

const signUp = (number: number, id: string) => ({ commandId: command(number), id, answers: [] });

describe('signing up', () => {
  it('costs 4 round trips, leaving 4, and 6 where it was done before or somebody moves up', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    expect(town.trips()).toBe(4);
    await town.done('reader', 'event.signUp', signUp(1, id));
    expect(town.trips()).toBe(6);
    await town.done('reader', 'event.cancelSignup', { commandId: command(2), id });
    expect(town.trips()).toBe(4);
  });

  it('is over where the org, or one above it, is archived; who is in stays in and may leave', async () => {
    const { town, id } = await openEvent();
    await town.done(youth(0), 'event.signUp', signUp(1, id));
    await town.db.orgs.update({ _id: 'east' }, { set: { archivedAt: NOW } });
    for (const who of ['reader', 'head']) {
      expect(await town.call(who, 'event.signUp', signUp(2, id))).toMatchObject({ code: 'ORG_ARCHIVED' });
    }
    const { event } = await town.done(youth(0), 'event.signUp', signUp(1, id));
    expect(event.mine).toEqual({ state: 'in' });
    expect((await town.done(youth(0), 'event.get', { id })).event.mine).toEqual({ state: 'in' });
    await town.done(youth(0), 'event.cancelSignup', { commandId: command(3), id });
  });

  it('tells the place on the waitlist, and moves up when somebody leaves', async () => {
    const { town, id } = await openEvent();
    for (const who of [0, 1, 2, 3]) await town.done(youth(who), 'event.signUp', signUp(who + 1, id));
    const mine = async (who: number) => (await town.done(youth(who), 'event.get', { id })).event.mine;
    expect(await mine(3)).toEqual({ state: 'waiting', place: 2 });
    await town.done(youth(0), 'event.cancelSignup', { commandId: command(9), id });
    expect([await mine(2), await mine(3)]).toEqual([{ state: 'in' }, { state: 'waiting', place: 1 }]);
  });

  it('takes no seat for answers that are missing or wrong, and keeps the good ones with the seat', async () => {
    const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];
    const { town, id } = await openEvent({ form });
    const missing = await town.call('reader', 'event.signUp', signUp(1, id));
    expect(missing).toMatchObject({ ok: false, code: 'ANSWER_REQUIRED', fields: [{ path: 'answers.piece' }] });
    expect((await stored(town, id)).queue).toEqual([]);
    const answers = [{ fieldId: 'piece', value: '将进酒' }];
    await town.done('reader', 'event.signUp', { ...signUp(2, id), answers });
    expect((await stored(town, id)).queue).toMatchObject([{ m: 'reader', a: answers }]);
  });

  it('who is in already is told that other answers were not taken, by the same command and by another', async () => {
    const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];
    const { town, id } = await openEvent({ form });
    const told = (number: number, value: string) =>
      town.call('reader', 'event.signUp', { ...signUp(number, id), answers: [{ fieldId: 'piece', value }] });
    expect(await told(1, '将进酒')).toMatchObject({ ok: true });
    // Its reply was lost: the same words again, then changed ones.
    expect(await told(1, '将进酒')).toMatchObject({ ok: true, data: { event: { mine: { state: 'in' } } } });
    expect(await told(1, '岳阳楼记')).toMatchObject({ code: 'ALREADY_SIGNED_UP' });
    expect(await told(2, '岳阳楼记')).toMatchObject({ code: 'ALREADY_SIGNED_UP' });
    expect(await told(3, '将进酒')).toMatchObject({ ok: true });
    expect((await stored(town, id)).queue).toMatchObject([{ a: [{ value: '将进酒' }] }]);
    await town.done('reader', 'event.cancelSignup', { commandId: command(9), id });
    expect(await told(2, '岳阳楼记')).toMatchObject({ ok: true, data: { event: { mine: { state: 'none' } } } });
  });

  it('a late retry of a sign-up that was cancelled brings nobody back', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    await town.done('reader', 'event.cancelSignup', { commandId: command(2), id });
    expect((await town.done('reader', 'event.signUp', signUp(1, id))).event.mine).toEqual({ state: 'none' });
    await town.done('reader', 'event.signUp', signUp(3, id));
    // And a late retry of the cancellation takes nobody out.
    expect((await town.done('reader', 'event.cancelSignup', { commandId: command(2), id })).event.mine.state).toBe(
      'in',
    );
  });

  it('nor does a late retry of a second tap that found him in already', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    expect((await town.done('reader', 'event.signUp', signUp(2, id))).event.mine).toEqual({ state: 'in' });
    await town.done('reader', 'event.cancelSignup', { commandId: command(3), id });
    expect((await town.done('reader', 'event.signUp', signUp(2, id))).event.mine).toEqual({ state: 'none' });
  });

  it('two people with the same command id are two people', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    await town.done('neighbour', 'event.signUp', signUp(1, id));
    expect((await stored(town, id)).queue.map(({ m }) => m)).toEqual(['reader', 'neighbour']);
    await town.done('reader', 'event.cancelSignup', { commandId: command(2), id });
    expect(await stored(town, id)).toMatchObject({ queue: [{ m: 'neighbour' }], queued: 1 });
  });

  it('closes at the deadline, leaving at the start; what was sent before and again after gets the same reply', async () => {
    const { town, id } = await openEvent();
    const reply = await town.done('reader', 'event.signUp', signUp(1, id));
    town.clock.now = plan.deadline;
    expect(await town.done('reader', 'event.signUp', signUp(1, id))).toEqual(reply);
    expect(await town.call('neighbour', 'event.signUp', signUp(2, id))).toMatchObject({ code: 'EVENT_CLOSED' });
    town.clock.now = plan.startsAt;
    const late = await town.call('reader', 'event.cancelSignup', { commandId: command(3), id });
    expect(late).toMatchObject({ code: 'EVENT_CLOSED', message: expect.stringContaining('已经开始') as string });
  });

  it('says when there is nothing to cancel', async () => {
    const { town, id } = await openEvent();
    const reply = await town.call('reader', 'event.cancelSignup', { commandId: command(1), id });
    expect(reply).toMatchObject({ ok: false, code: 'SIGNUP_NOT_FOUND' });
  });
});

describe('to those outside', () => {
  it('an event is not there, whatever they try', async () => {
    const { town, id } = await openEvent();
    for (const reply of [
      await town.call('stranger', 'event.get', { id }),
      await town.call('stranger', 'event.signUp', signUp(1, id)),
      await town.call('stranger', 'event.cancelSignup', { commandId: command(1), id }),
      await town.call('stranger', 'event.get', { id: 'e_nothing' }),
    ]) {
      expect(reply).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    }
    expect((await town.done('stranger', 'event.list', { which: 'open' })).items).toEqual([]);
  });

  it('organisers of another branch may not touch it or see who comes', async () => {
    const { town, id } = await openEvent();
    const { version } = await stored(town, id);
    for (const reply of [
      await town.call('rival', 'event.revise', { commandId: command(1), id, version, ...plan }),
      await town.call('rival', 'event.setCancelled', { commandId: command(1), id, cancelled: true }),
      await town.call('rival', 'event.roster', { id }),
      await town.call('rival', 'event.create', { commandId: command(1), orgId: 'eastBranch', form: [], ...plan }),
    ]) {
      expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    }
  });
});

describe('organising', () => {
  it('the same creation sent twice is one event, even after its deadline', async () => {
    const { town, id } = await openEvent();
    const again = { commandId: command(0), orgId: 'eastBranch', form: [], ...plan };
    const first = await town.done('secretary', 'event.create', again);
    expect(first.event.id).toBe(id);
    town.clock.now = plan.deadline + 1;
    expect(await town.done('secretary', 'event.create', again)).toEqual(first);
    const late = await town.call('secretary', 'event.create', { ...again, commandId: command(1) });
    expect(late).toMatchObject({ code: 'EVENT_TIMES_INVALID', fields: [{ path: 'deadline' }] });
  });

  it('an unknown organisation or event is not found', async () => {
    const town = await openTown(NOW);
    const commandId = command(1);
    for (const reply of [
      await town.call('secretary', 'event.create', { commandId, orgId: 'nowhere', form: [], ...plan }),
      await town.call('secretary', 'event.revise', { commandId, id: 'e_x', version: 1, ...plan }),
      await town.call('secretary', 'event.setCancelled', { commandId, id: 'e_x', cancelled: true }),
      await town.call('secretary', 'event.roster', { id: 'e_x' }),
    ]) {
      expect(reply).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    }
  });

  it('more seats move the waitlist up at once; fewer than are taken are refused', async () => {
    const { town, id } = await openEvent();
    for (const who of [0, 1, 2]) await town.done(youth(who), 'event.signUp', signUp(who + 1, id));
    const cut = { commandId: command(7), id, version: 1, ...plan, capacity: 1 };
    expect(await town.call('secretary', 'event.revise', cut)).toMatchObject({
      code: 'BAD_INPUT',
      fields: [{ path: 'capacity' }],
    });
    await town.done('head', 'event.revise', { commandId: command(8), id, version: 1, ...plan, capacity: 3 });
    expect((await town.done(youth(2), 'event.get', { id })).event.mine).toEqual({ state: 'in' });
  });

  it('of two organisers who saw the same version one is told of the conflict', async () => {
    const { town, id } = await openEvent();
    const input = (number: number) => ({ commandId: command(number), id, version: 1, ...plan, place: `地点${number}` });
    const replies = await Promise.all([1, 2].map((n) => town.call('secretary', 'event.revise', input(n))));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'CONFLICT' });
    const again = await Promise.all(
      [3, 3].map((n) => town.call('secretary', 'event.revise', { ...input(n), version: 2 })),
    );
    expect(again[0]).toEqual(again[1]);
    expect((await stored(town, id)).version).toBe(3);
  });

  it('an undo takes back the act that it names, once, and leaves alone what a colleague did since', async () => {
    const { town, id } = await openEvent();
    const set = (number: number, cancelled: boolean, version?: number) =>
      town.call('secretary', 'event.setCancelled', { commandId: command(number), id, cancelled, version });
    await set(2, true);
    expect(await set(3, false, 2)).toMatchObject({ data: { event: { cancelled: false, version: 3 } } });
    expect(await set(3, false, 2)).toMatchObject({ data: { event: { cancelled: false, version: 3 } } });
    await set(4, true);
    await set(5, false);
    await set(6, true);
    expect(await set(7, false, 4)).toMatchObject({ code: 'CONFLICT', message: '之后又有人改过这场活动，没有撤销。' });
    expect(await stored(town, id)).toMatchObject({ cancelled: true, version: 6 });
  });

  it('a cancelled event takes nobody, keeps those who came, and comes back', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    const cancel = { commandId: command(2), id, cancelled: true };
    const reply = await town.done('secretary', 'event.setCancelled', cancel);
    expect(await town.done('secretary', 'event.setCancelled', cancel)).toEqual(reply);
    expect(await town.call('neighbour', 'event.signUp', signUp(3, id))).toMatchObject({ code: 'EVENT_CANCELLED' });
    const change = { commandId: command(4), id, version: reply.event.version, ...plan };
    expect(await town.call('secretary', 'event.revise', change)).toMatchObject({ code: 'EVENT_CANCELLED' });
    await town.done('secretary', 'event.setCancelled', { commandId: command(5), id, cancelled: false });
    // A late retry of the cancellation changes nothing any more.
    expect((await town.done('secretary', 'event.setCancelled', cancel)).event.cancelled).toBe(false);
    expect((await town.done('reader', 'event.get', { id })).event).toMatchObject({
      cancelled: false,
      mine: { state: 'in' },
    });
  });

  it('the roster gives names as they are today, and answers', async () => {
    const { town, id } = await openEvent();
    for (const [index, who] of ['reader', 'neighbour', youth(0)].entries()) {
      await town.done(who, 'event.signUp', signUp(index + 1, id));
    }
    await town.db.members.update({ _id: 'reader' }, { set: { name: '新名字' } });
    await town.db.members.remove({ _id: 'neighbour' });
    const roster = await town.done('head', 'event.roster', { id });
    expect(roster).toMatchObject({ title: plan.title, total: 3, capacity: 2, next: null });
    expect(roster.items.map(({ order, seated, name }) => [order, seated, name])).toEqual([
      [1, true, '新名字'],
      [2, true, '已注销的成员'],
      [3, false, 'youth0同志'],
    ]);
    // Names are read while the right is proved by where the org stands now.
    expect(town.trips()).toBe(4);
  });
});

describe('lists', () => {
  it('open: to come, in my organisations, not cancelled, each once over all pages, the first in 2 round trips', async () => {
    const { town, id } = await openEvent();
    const ids = [id];
    for (let index = 1; index <= 44; index += 1) {
      // Many begin at the same time.
      const startsAt = plan.startsAt + (index % 3) * HOUR;
      const orgId = index % 2 ? 'eastBranch' : 'east';
      const input = { ...plan, startsAt, endsAt: startsAt + HOUR, commandId: command(index), orgId, form: [] };
      ids.push((await town.done('head', 'event.create', input)).event.id);
    }
    const [cancelled = ''] = ids.splice(5, 1);
    await town.done('head', 'event.setCancelled', { commandId: command(99), id: cancelled, cancelled: true });
    const seen: { id: string; startsAt: number }[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await town.done('reader', 'event.list', { which: 'open', cursor });
      expect(town.trips()).toBeLessThanOrEqual(cursor === undefined ? 2 : 3);
      seen.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen.map((event) => event.id).sort()).toEqual(ids.sort());
    expect(seen.map(({ startsAt }) => startsAt)).toEqual(seen.map(({ startsAt }) => startsAt).sort());
    town.clock.now = plan.startsAt;
    const later = await town.done('reader', 'event.list', { which: 'open' });
    expect(later.items.every(({ startsAt }) => startsAt > plan.startsAt)).toBe(true);
  });

  it('mine: what I signed up for; managed: what I run, and what is below', async () => {
    const { town, id } = await openEvent();
    await town.done('reader', 'event.signUp', signUp(1, id));
    const idsOf = async (who: string, which: 'mine' | 'managed') =>
      (await town.done(who, 'event.list', { which })).items.map((event) => event.id);
    expect(await idsOf('reader', 'mine')).toEqual([id]);
    expect(await idsOf('neighbour', 'mine')).toEqual([]);
    expect([await idsOf('secretary', 'managed'), await idsOf('head', 'managed')]).toEqual([[id], [id]]);
    expect([await idsOf('rival', 'managed'), await idsOf('reader', 'managed')]).toEqual([[], []]);
  });
});
