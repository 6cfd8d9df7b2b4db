import { leadOn } from '@/shared/lost-page';
import { taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

test.each([
  ['/packages/event/roster/index', { id: 'e1', stamp: '1' }, '/packages/organise/event/roster/index?id=e1'],
  ['packages/reading/month/index', { month: '202508' }, '/packages/checkin/month/index?month=202508'],
  ['packages/book/recommend/index', { bookId: 'a%26b' }, '/packages/organise/recommendation/write/index?bookId=a%26b'],
  ['packages/book/recommend/index', { bookId: '100%' }, '/packages/organise/recommendation/write/index?bookId=100%25'],
  ['packages/nothing/index', { id: '1' }, '/pages/today/index'],
])('a link to %s, which this version has not, leads on', (path, query, url) => {
  leadOn({ path, query });
  expect(taro.reLaunch).toHaveBeenLastCalledWith({ url });
});
