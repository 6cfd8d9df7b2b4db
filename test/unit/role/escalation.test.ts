import { hasPermission, permissions, type Permission } from '../../../contract/permissions';
import { roleTable } from '../../../contract/roleTable';
import { roles, type Role } from '../../../contract/roles';
import { activeGrants, type Grant } from '../../../cloudfunctions/kernel/grants';
import { command, orgs, type Town } from '../../support/domains';
import { DAY, openCity } from './town';

/*
 * Random people give, take, prolong, delegate and hand over roles, most of it without any right to. Whatever somebody
 * may do more afterwards than before, the one who acted was entitled to give, by the table as it is read here.
 */

const everybody = ['one', 'two', 'clerk', 'head', 'westHead', 'secretary', 'rival', 'reader', 'neighbour', 'stranger'];
const pathOf = (orgId: string): string[] => orgs.find(({ _id }) => _id === orgId)?.path ?? [];
const all = Object.keys(permissions) as Permission[];

/** Numbers that look random and are the same again. */
function dice(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return { one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T, next };
}

type Holdings = Map<string, Grant[]>;
const holdings = async (town: Town): Promise<Holdings> => {
  const members = await town.db.members.find({}, { limit: 100 });
  return new Map(members.map(({ _id, grants }) => [_id, grants]));
};

/** What somebody may do where, of now and of what is to come. */
const mayDo = (grants: readonly Grant[]): Set<string> =>
  new Set(
    grants.flatMap(({ role, orgId }) =>
      all.filter((one) => hasPermission(role, one)).map((one) => `${one} on ${orgId}`),
    ),
  );

/** Whether who holds this gives that role there: he holds it himself, above or there, and the table names him. */
const gives = (held: Grant, role: Role, orgId: string): boolean => {
  const { by, expressly, cityOwn } = roleTable[role];
  const reaches = held.of === undefined && pathOf(orgId).includes(held.orgId) && by.includes(held.role);
  const enough = all.every((one) => !hasPermission(role, one) || hasPermission(held.role, one));
  if (orgId === 'city' && cityOwn) return reaches && held.role === 'cityAdmin';
  return reaches && (enough || expressly.includes(held.role));
};

async function act(town: Town, actor: string, { one, next }: ReturnType<typeof dice>, number: number): Promise<string> {
  const commandId = command(number);
  const memberId = one(everybody);
  const orgId = one(orgs)._id;
  const soon = town.clock.now + Math.floor(next() * 40) * DAY;
  const until = one([null, soon + DAY]);
  const held = (await holdings(town)).get(memberId) ?? [];
  const { grants = [] } = (await town.db.members.get(actor)) ?? {};
  const id = one([...held, ...grants].map(({ term }) => term ?? 't_nothing').concat('t_nothing'));
  const kinds = {
    grant: () =>
      town.call(actor, 'role.grant', { commandId, orgId, memberId, role: one(roles), from: one([null, soon]), until }),
    end: () => town.call(actor, 'role.end', { commandId, memberId, id }),
    extend: () => town.call(actor, 'role.extend', { commandId, memberId, id, until }),
    delegate: () => town.call(actor, 'role.delegate', { commandId, id, memberId, from: soon, until: soon + 5 * DAY }),
    handOver: () =>
      town.call(actor, 'role.handOver', {
        commandId,
        orgId,
        memberId,
        toId: one(everybody),
        at: one([null, soon]),
        until,
      }),
  };
  const kind = one(['grant', 'grant', 'grant', 'end', 'extend', 'delegate', 'delegate', 'handOver'] as const);
  return (await kinds[kind]()).ok ? kind : '';
}

it.each([1, 2, 3, 4, 5, 6])(
  'nobody comes by a right that whoever acted was not entitled to give (%i)',
  async (seed) => {
    const town = await openCity();
    const random = dice(seed * 7919);
    const done: Record<string, number> = {};
    for (let number = 0; number < 250; number += 1) {
      if (random.next() < 0.1) town.clock.now += Math.floor(random.next() * 20) * DAY;
      const before = await holdings(town);
      const actor = random.one(everybody);
      const kind = await act(town, actor, random, number);
      if (kind !== '') done[kind] = (done[kind] ?? 0) + 1;
      const held = activeGrants(before.get(actor) ?? [], town.clock.now);
      for (const [who, grants] of await holdings(town)) {
        const had = mayDo(before.get(who) ?? []);
        const more = grants.filter((grant) => [...mayDo([grant])].some((right) => !had.has(right)));
        if (who === actor) expect([seed, number, more]).toEqual([seed, number, []]);
        for (const { role, orgId, until } of more) {
          const own = held.filter((one) => one.role === role && one.orgId === orgId && one.of === undefined);
          const giving = held.filter((one) => gives(one, role, orgId));
          expect([seed, number, kind, role, orgId, own.length + giving.length > 0]).toEqual([
            seed,
            number,
            kind,
            role,
            orgId,
            true,
          ]);
          // A role that gives roles lasts no longer than that by which it was given.
          const latest = Math.max(...[...own, ...giving].map((one) => one.until ?? Infinity));
          if (hasPermission(role, 'role:grant')) expect((until ?? Infinity) <= latest).toBe(true);
        }
      }
    }
    // It was not for want of acts.
    expect(done.grant).toBeGreaterThan(4);
    const left = [...(await holdings(town)).values()]
      .flat()
      .filter(({ role, orgId, until }) => role === 'cityAdmin' && orgId === 'city' && until === undefined);
    expect(left.length).toBeGreaterThan(0);
  },
);
