import { newEvent } from '../../cloudfunctions/domains/event/rules/event';
import { pageOfEvents } from '../../cloudfunctions/domains/event/lists';
import type { EventDoc } from '../../cloudfunctions/domains/event/collections';
import { cardsFor } from '../../cloudfunctions/shared/cards/public';
import { findRoster } from '../../cloudfunctions/shared/participation/store';
import { closeAll } from '../../cloudfunctions/kernel/others';
import { QUEUE_MAX } from '../../contract/shared/participation/constants';
import type { Stack } from '../support/stack';
import { measuredDatabase } from '../support/wire';
import { person } from '../support/domains';
import { HOUR, NOW, plan } from '../support/eventPlan';
import { type Row, row } from './row';

const EVENTS = 20;
/** A page is a screen: what it reads must not grow with the people in it. */
const BUDGET = 20_000;
const viewer = person('m_reader-with-an-id-as-long-as', 'eastBranch');

const queue = Array.from({ length: QUEUE_MAX }, (_, index) => ({
  m: index === QUEUE_MAX / 2 ? viewer._id : `m_${String(index).padStart(24, '0')}`,
  c: `c_${String(index).padStart(24, '0')}`,
  at: NOW + index,
  a: [{ fieldId: 'piece', value: '岳阳楼记' }],
}));

const org = { _id: 'eastBranch', path: ['city', 'east', 'eastBranch'], name: '江城市东区青年志愿者协会团支部' };

/** Full of people, with a form that all of them answered. */
const crowded = (index: number): EventDoc => {
  const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];
  const own = { startsAt: plan.startsAt + index * HOUR, capacity: QUEUE_MAX / 4, form };
  return newEvent({ id: `e_crowded${index}`, org, memberId: 'secretary' }, { ...plan, ...own }, 0, queue);
};

/** What one page of large events, and of the roster of one, reads from the database. */
export async function measureListBytes(stack: Stack): Promise<Row[]> {
  for (let index = 0; index < EVENTS; index += 1) await stack.db.events.add(crowded(index));
  const { db, bytesOf, close } = await measuredDatabase(stack.emulator.adminUrl);
  const list = (which: 'open' | 'mine') => () => pageOfEvents(db, which, viewer, { now: NOW, cursor: undefined });
  const pages: [name: string, read: () => Promise<unknown>][] = [
    ['event.list open', list('open')],
    ['event.list mine', list('mine')],
    ['home.today', () => cardsFor(closeAll(db), viewer, NOW)],
    ['event.roster', () => findRoster(db.events, 'e_crowded0', [NOW + 999, queue[999]?.c ?? ''], ['title'])],
  ];
  const rows: Row[] = [];
  for (const [name, read] of pages) {
    rows.push(row(`${name}，每场 ${QUEUE_MAX} 人，读取`, await bytesOf(read), 'bytes', BUDGET));
  }
  await close();
  await stack.db.events.remove({ orgId: org._id });
  return rows;
}
