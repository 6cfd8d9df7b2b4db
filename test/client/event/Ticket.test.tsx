import { fireEvent, screen } from '@testing-library/react';
import type { EventCard } from '@contract/domains/event/actions';
import { EventList } from '@/features/event/EventList';
import { Ticket } from '@/features/event/Ticket';
import { event } from '../support/facts';
import { freshPhone, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const HOUR_MS = 3_600_000;
const card: EventCard = event;
const over = {
  startsAt: Date.now() - 5 * HOUR_MS,
  endsAt: Date.now() - 3 * HOUR_MS,
  deadline: Date.now() - 9 * HOUR_MS,
};

beforeEach(() => freshPhone());

const words = (one: Partial<EventCard>): string[] => {
  const { container, unmount } = show(<Ticket event={{ ...card, ...one }} />);
  const body = [...container.querySelectorAll('.sx-ticket__body span, .sx-ticket__body div')];
  const said = body.filter((node) => node.children.length === 0).map((node) => node.textContent ?? '');
  unmount();
  return said;
};

describe('a ticket', () => {
  it.each([
    ['a seat', { mine: { state: 'in' } }, '已报名'],
    ['a place on the waitlist', { left: 0, waiting: 4, mine: { state: 'waiting', place: 2 } }, '候补第 2 位'],
    ['a seat in what was called off', { cancelled: true, mine: { state: 'in' } }, '已取消'],
  ] as const)('with %s says so before all else', (_name, one, first) => {
    expect(words(one).slice(0, 2)).toEqual([first, card.title]);
  });

  it('that is not mine begins with what it is for, and says how many places are left and until when', () => {
    const said = words({});
    expect(said[0]).toBe(card.title);
    expect(said).toContain('还有 3 席');
    expect(said.some((text) => text.endsWith('截止'))).toBe(true);
  });

  it('that is past claims nothing of who came', () => {
    const said = words({ ...over, mine: { state: 'in' } });
    expect(said[0]).toBe(card.title);
    expect(said).toContain('已结束');
  });

  it('does not tell somebody who is in how to get in', () => {
    expect(words({ left: 0, mine: { state: 'in' } })).toContain('已满');
    expect(words({ left: 0 })).toContain('已满，可候补');
  });
});

describe('a list of events', () => {
  const listed = async (which: 'open' | 'mine' | 'managed', items: EventCard[]) => {
    serve({ 'event.list': () => ({ items, next: null }) });
    show(<EventList which={which} onBrowse={() => undefined} />);
    await screen.findByText(items[0]?.title ?? '还没有报名');
  };
  const before = (one: string, other: string): boolean =>
    Boolean(screen.getByText(one).compareDocumentPosition(screen.getByText(other)) & Node.DOCUMENT_POSITION_FOLLOWING);

  it.each([
    ['mine', '已经过去', over],
    ['managed', '已经过去', over],
    ['open', '报名已截止', { deadline: Date.now() - HOUR_MS }],
  ] as const)('%s has a heading between what comes and what does not', async (which, heading, gone) => {
    await listed(which, [
      { ...card, title: '要来的' },
      { ...card, id: 'e2', title: '不再来的', ...gone },
    ]);
    const said = screen.getByRole('heading', { name: heading }).textContent ?? '';
    expect(said).toBe(heading);
    expect([before('要来的', '不再来的')]).toEqual([true]);
    const node = screen.getByRole('heading', { name: heading });
    expect(node.compareDocumentPosition(screen.getByText('不再来的')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(node.compareDocumentPosition(screen.getByText('要来的')) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
  });

  it('that has nothing to come says so above what is past, and has no heading where nothing is', async () => {
    await listed('mine', [{ ...card, ...over }]);
    expect(screen.getByText('接下来没有报名的活动。')).toBeTruthy();
    freshPhone();
  });

  it('has no heading where nothing is past', async () => {
    await listed('mine', [card]);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('that is empty leads a reader to what can be signed up for, unless he is there already', async () => {
    const browse = jest.fn();
    serve({ 'event.list': () => ({ items: [], next: null }) });
    const mine = show(<EventList which="mine" onBrowse={browse} />);
    fireEvent.click(await screen.findByText('看可报名的活动'));
    expect(browse).toHaveBeenCalledTimes(1);
    mine.unmount();
    show(<EventList which="open" onBrowse={browse} />);
    await screen.findByText('眼下没有可报名的活动');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
