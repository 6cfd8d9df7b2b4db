import { waitingFor } from '../../../cloudfunctions/shared/waiting/public';
import { inOrder, WAITING_EACH } from '../../../cloudfunctions/shared/waiting/rules/order';
import type { WaitingItem } from '../../../contract/shared/waiting';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { memoryDatabase } from '../kernel/memory';
import { viewer } from '../kernel/people';

const item = (id: string, more: Partial<WaitingItem> = {}): WaitingItem => ({
  source: 'transfer.asked',
  id,
  title: '有人想转来',
  context: '文学院',
  asks: true,
  at: 1000,
  until: null,
  ...more,
});
const ids = (items: readonly WaitingItem[]) => items.map(({ id }) => id);

describe('the order of what waits', () => {
  it('has what is asked of the person before what he waits for, however long that is', () => {
    expect(ids(inOrder([item('mine', { asks: false, at: 1, until: 2 }), item('asked', { at: 9 })]))).toEqual([
      'asked',
      'mine',
    ]);
  });

  it('has what lapses soonest first, what never lapses last, and of these what has waited longest first', () => {
    const items = [
      item('new', { at: 9 }),
      item('late', { until: 90 }),
      item('old', { at: 2 }),
      item('soon', { until: 50 }),
    ];
    expect(ids(inOrder(items))).toEqual(['soon', 'late', 'old', 'new']);
  });

  it('is the same however the domains answered', () => {
    expect(ids(inOrder([item('b'), item('a')]))).toEqual(ids(inOrder([item('a'), item('b')])));
  });
});

describe('what waits for a person', () => {
  const others = closeAll(memoryDatabase().db);
  const me = viewer('m1');

  it('is what every domain says to this person at this time', async () => {
    const asked: unknown[] = [];
    const providers = ['a', 'b'].map((id) => (...args: unknown[]) => {
      asked.push(args);
      return Promise.resolve([item(id)]);
    });
    expect(ids(await waitingFor(providers, { others, viewer: me, now: 5 }))).toEqual(['a', 'b']);
    expect(asked).toEqual([
      [others, me, 5],
      [others, me, 5],
    ]);
  });

  it('asks all domains before the first has answered', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const second = () => {
      release();
      return Promise.resolve([item('second')]);
    };
    const first = () => gate.then(() => [item('first')]);
    expect(await waitingFor([first, second], { others, viewer: me, now: 5 })).toHaveLength(2);
  });

  it('is never pushed off the page by one domain with much', async () => {
    const many = Array.from({ length: WAITING_EACH + 5 }, (_, index) => item(`many${index}`));
    const items = await waitingFor([() => Promise.resolve(many)], { others, viewer: me, now: 5 });
    expect(items).toHaveLength(WAITING_EACH);
  });
});
