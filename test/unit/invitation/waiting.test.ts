import { waitingRows } from '../../../cloudfunctions/domains/invitation/rules/waiting';

/* What of requests to join stands on 我的: of one's own that one waits, of others' that one is asked. */

const request = (number: number, memberId: string, orgId: string, above = 'east') => ({
  _id: `r${number}`,
  memberId,
  orgPath: ['city', above, orgId],
  orgName: `${orgId}支部`,
  at: number,
  until: 1000 - number,
});
const rowsOf = (requests: Parameters<typeof waitingRows>[0], run: string[], counted = 100) =>
  waitingRows(requests, { memberId: 'me', run, counted });

it('who asks to join sees which org he waits for, and is asked nothing', () => {
  expect(rowsOf([request(1, 'me', '一')], [])).toEqual([
    {
      source: 'invitation.mine',
      id: 'r1',
      title: '申请加入一支部',
      context: '等支部同意',
      asks: false,
      at: 1,
      until: 999,
    },
  ]);
});

it('who runs an org is asked once about all who want to join, since the first came and until the first lapses', () => {
  expect(rowsOf([request(1, 'a', '一'), request(2, 'b', '一')], ['一'])).toEqual([
    {
      source: 'invitation.asked',
      id: '一',
      title: '2 人想加入',
      context: '一支部',
      asks: true,
      at: 1,
      until: 998,
    },
  ]);
});

it('requests to several orgs below one that he runs are one row, which says how many orgs they are', () => {
  const rows = rowsOf([request(1, 'a', '一'), request(2, 'b', '二')], ['east', '一']);
  expect(rows.map(({ id, title, context }) => [id, title, context])).toEqual([
    ['east', '2 人想加入', '一支部等 2 个组织'],
  ]);
});

it('an org to which nobody asks to come has no row', () => {
  expect(rowsOf([], ['east'])).toEqual([]);
});

it('nobody is asked about his own request', () => {
  expect(rowsOf([request(1, 'me', '一')], ['一']).map(({ source }) => source)).toEqual(['invitation.mine']);
});

it('where there may be more than were counted it says so, as Chinese is written', () => {
  const many = [request(1, 'a', '一'), request(2, 'b', '一')];
  expect(rowsOf(many, ['一'], 2).map(({ title }) => title)).toEqual(['2 多人想加入']);
});
