import { fireEvent, screen } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import { Organise } from '@/features/me/Organise';
import { menuOf, type Entry } from '@/shared/menu';
import { freshPhone, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@/shared/menu', () => ({ menuOf: jest.fn() }));

const session: Session = { now: 1, day: '20261123', member: { id: 'm1', name: '周予安' }, orgs: [], roles: [] };
const entries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, at) => ({ title: `事项${at}`, context: `说明${at}`, open: jest.fn() }));

function showMenu(people: Entry[]): void {
  freshPhone();
  jest.mocked(menuOf).mockImplementation((group) => (group === 'people' ? people : []));
  show(<Organise session={session} />);
}

test('a few entries say in a line what they are', () => {
  showMenu(entries(4));
  expect(screen.getByText('说明3')).toBeTruthy();
});

test('ten entries are titles side by side, each of which opens its own page', () => {
  const ten = entries(10);
  showMenu(ten);
  expect(screen.queryByText('说明3')).toBeNull();
  fireEvent.click(screen.getByText('事项9'));
  expect(ten[9]?.open).toHaveBeenCalledTimes(1);
  expect(ten[0]?.open).not.toHaveBeenCalled();
});

test('a group without entries has no heading', () => {
  showMenu([]);
  expect(screen.queryByText('组织与成员')).toBeNull();
});
