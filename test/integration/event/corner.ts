import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { newEvent } from '../../../cloudfunctions/domains/event/rules/event';
import { dayOf, startOfDay } from '../../../contract/day';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const event = (orgPath: readonly string[], now: number): EventDoc => {
  const orgId = orgPath.at(-1) ?? '';
  const org = { _id: orgId, path: [...orgPath], name: `org${orgId}` };
  const times = { startsAt: now + 86_400_000, endsAt: now + 90_000_000, deadline: now + 80_000_000 };
  const plan = { title: canary(orgId), kind: 'lecture', place: 'x', about: 'x', capacity: 5 } as const;
  return newEvent({ id: `e-${orgId}`, org, memberId: 'someone' }, { ...plan, form: [], ...times }, now);
};

const plan = () => {
  const start = startOfDay(dayOf(Date.now())) + 10 * 86_400_000;
  return {
    title: '新活动',
    kind: 'lecture' as const,
    place: '礼堂',
    about: '介绍',
    startsAt: start,
    endsAt: start + 3_600_000,
    deadline: start,
    capacity: 5,
  };
};

export const corner: Corner<'event'> = {
  kept: ['event.get', 'event.list'],
  inputs: {
    'event.create': (orgId) => ({ commandId: newCommandId(), orgId, form: [], ...plan() }),
    'event.revise': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, version: 1, ...plan() }),
    'event.setCancelled': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, cancelled: false }),
    'event.list': () => ({ which: 'open' }),
    'event.get': (orgId) => ({ id: `e-${orgId}` }),
    'event.preview': (orgId) => ({ id: `e-${orgId}` }),
    'event.signUp': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}`, answers: [] }),
    'event.cancelSignup': (orgId) => ({ commandId: newCommandId(), id: `e-${orgId}` }),
    'event.roster': (orgId) => ({ id: `e-${orgId}` }),
  },
  plant: (db, paths, now) => db.events.addAll(paths.map((path) => event(path, now))),
};
