import { mergeOrg, moveOrg } from '../../../cloudfunctions/domains/org/public';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { command, openTown, person, type Town } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const told = { commandId: command(99), now: NOW };
const times = { startsAt: NOW + 2 * HOUR, endsAt: NOW + 3 * HOUR, deadline: NOW + HOUR };
const plan = { title: '晨读', kind: 'lecture' as const, place: '礼堂', about: '介绍', ...times, capacity: 5 };

async function townWithEvent(): Promise<{ town: Town; revise: (who: string, number: number) => Promise<string> }> {
  const town = await openTown(NOW, {}, [person('westHead', 'west', [{ role: 'orgAdmin', orgId: 'west' }])]);
  const input = { commandId: command(1), orgId: 'eastBranch', form: [], ...plan };
  const { event } = await town.done('head', 'event.create', input);
  let version = 1;
  const revise = async (who: string, number: number) => {
    const reply = await town.call(who, 'event.revise', { commandId: command(number), id: event.id, version, ...plan });
    if (reply.ok) version += 1;
    return reply.ok ? 'ok' : reply.code;
  };
  return { town, revise };
}

it('after a move the new superior may and the old one may not, before any copy was mended', async () => {
  const { town, revise } = await townWithEvent();
  expect([await revise('head', 2), await revise('westHead', 3)]).toEqual(['ok', 'FORBIDDEN']);
  await moveOrg(closeAll(town.db), { orgId: 'eastBranch', parentId: 'west' }, told);
  expect([await revise('head', 4), await revise('westHead', 5)]).toEqual(['FORBIDDEN', 'ok']);
  // Who runs the org itself goes with it.
  expect(await revise('secretary', 6)).toBe('ok');
  expect(await town.call('head', 'event.roster', { id: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' });
  const another = { commandId: command(7), orgId: 'eastBranch', form: [], ...plan };
  expect(await town.call('head', 'event.create', another)).toMatchObject({ code: 'FORBIDDEN' });
  const { event } = await town.done('westHead', 'event.create', another);
  expect((await town.db.events.get(event.id))?.orgPath).toEqual(['city', 'west', 'eastBranch']);
});

it('after a merger both those who ran the org and those who run the other may, and what is made is the other’s', async () => {
  const { town, revise } = await townWithEvent();
  await mergeOrg(closeAll(town.db), { orgId: 'eastBranch', intoId: 'westBranch' }, told);
  expect([await revise('head', 2), await revise('westHead', 3)]).toEqual(['FORBIDDEN', 'ok']);
  expect([await revise('secretary', 4), await revise('rival', 5)]).toEqual(['ok', 'ok']);
  const { event } = await town.done('rival', 'event.create', {
    commandId: command(6),
    orgId: 'eastBranch',
    form: [],
    ...plan,
  });
  expect(await town.db.events.get(event.id)).toMatchObject({
    orgId: 'westBranch',
    orgPath: ['city', 'west', 'westBranch'],
  });
});

it('an org of which nobody knows is not found, and proves nothing', async () => {
  const { town } = await townWithEvent();
  const input = { commandId: command(2), orgId: 'nowhere', form: [], ...plan };
  expect(await town.call('head', 'event.create', input)).toMatchObject({ code: 'NOT_FOUND' });
});

it.each([
  ['whose parent is missing', 'nowhere'],
  ['in a circle', 'westBranch'],
])('an org %s is not the root: who runs it reads nobody’s complaints', async (_name, parentId) => {
  const cut = person('cut', 'west', [{ role: 'cityAdmin', orgId: 'west' }]);
  const town = await openTown(NOW, {}, [cut]);
  await town.db.orgs.update({ _id: 'west' }, { set: { parentId } });
  expect(await town.call('cut', 'feedback.inbox', {})).toMatchObject({ code: 'FORBIDDEN' });
});

/** The caller, the event, the change and the cards of 今日. */
const REVISION = 4;

it('an act on what is one’s own costs one round trip more than the thing itself, also after a move', async () => {
  const { town, revise } = await townWithEvent();
  await revise('head', 2);
  expect(town.trips()).toBe(REVISION + 1);
  await moveOrg(closeAll(town.db), { orgId: 'eastBranch', parentId: 'west' }, told);
  await revise('westHead', 3);
  expect(town.trips()).toBe(REVISION + 1);
});
