import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Session } from '@contract/domains/me/actions';
import { startOfDay } from '@contract/day';
import { Belongings } from '@/features/me/Belongings';
import { OrgActs } from '@/features/transfer/OrgActs';
import { placesOf, placeText } from '@/features/me/places';
import { surnameOf } from '@/shared/ui/Seal/surname';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const org = (id: string): Session['orgs'][number] => ({ id, name: `组织${id}`, kind: 'branch' });
const session = (ids: readonly string[], roles: Session['roles'] = []): Session => ({
  ...{ now: 1, day: '20261123', member: { id: 'm1', name: '周予安' } },
  orgs: ids.map(org),
  roles,
});
const texts = (me: Session) => placesOf(me).map((place) => placeText(place, me.day));

beforeEach(() => {
  freshPhone();
  serve({});
});

test('an org stands there once, with what one is there, until when and in whose place', () => {
  const until = startOfDay('20261207');
  const me = session(
    ['a', 'b'],
    [
      { role: 'branchSecretary', org: org('a') },
      { role: 'publicity', org: org('a'), until },
      { role: 'branchSecretary', org: org('b'), until, inPlaceOf: '鹿鸣野' },
      { role: 'judge', org: org('c') },
    ],
  );
  expect(texts(me)).toEqual(['支部书记 · 宣传部，至12月6日', '成员 · 代鹿鸣野任支部书记，至12月6日', '评委']);
  expect(texts(session(['a']))).toEqual(['成员']);
});

test('of six orgs the first three are shown, the others by one tap, and each leads to its page', () => {
  show(<Belongings session={session(['1', '2', '3', '4', '5', '6'])} />);
  expect(screen.queryByText('组织4')).toBeNull();
  fireEvent.click(screen.getByText('还有 3 个组织'));
  fireEvent.click(screen.getByText('组织6'));
  expect((taro.navigateTo.mock.lastCall as [{ url: string }])[0].url).toContain('packages/org/detail/index?id=6');
  expect(screen.queryByText(/还有/)).toBeNull();
});

test('four orgs are all shown: the word that hid the last would take its room', () => {
  show(<Belongings session={session(['1', '2', '3', '4'])} />);
  expect(screen.getByText('组织4')).toBeTruthy();
});

test('a member finds the way to another org on the page of his own; who only holds something there does not', async () => {
  serve({ 'me.session': () => session(['1'], [{ role: 'judge', org: org('2') }]) });
  const { unmount } = show(<OrgActs orgId="1" />);
  fireEvent.click(await screen.findByText('转到别处'));
  expect((taro.navigateTo.mock.lastCall as [{ url: string }])[0].url).toContain('packages/me/move/index?fromId=1');
  fireEvent.click(screen.getByText('离开'));
  await waitFor(() => expect(sent('transfer.leave')).toMatchObject([{ orgId: '1' }]));
  unmount();
  show(<OrgActs orgId="2" />);
  expect(screen.queryByText('转到别处')).toBeNull();
});

test('a seal has the surname, of two characters where it is such a one', () => {
  expect(['沈知行', '欧阳闻笛', '欧阳', '诸葛·明', 'mary', '𠮷田', ' '].map(surnameOf)).toEqual([
    '沈',
    '欧阳',
    '欧',
    '诸葛',
    'M',
    '𠮷',
    '',
  ]);
});
