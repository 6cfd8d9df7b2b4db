import { fits } from '../../../src/wechat/values';

/** The table on the page of `subscribeMessage.send`, row by row. */
test.each<[type: string, taken: string[], refused: string[]]>([
  ['thing', ['江边读书会', 'a1 !，', '字'.repeat(20), '😀'.repeat(20)], ['字'.repeat(21), '两\n行']],
  ['number', ['7', '12.50', '-3', '9'.repeat(32)], ['1e3', '七', '1,000', '9'.repeat(33), '1.']],
  ['letter', ['abcXYZ', 'a'.repeat(32)], ['a1', '字', 'a'.repeat(33)]],
  ['symbol', ['！@#', '+-'], ['a!', '1+', '字', '!!!!!!', '! !']],
  ['character_string', ['NO.2026-11_23', 'x'.repeat(32)], ['第1号', 'x'.repeat(33)]],
  [
    'time',
    ['15:01', '15:01:30', '2019年10月1日 15:01', '2019-10-01 15:01', '15:01~16:00', '11-23 15:01 ~ 11-24 15:01'],
    ['2019年10月1日', '25:00', '15:60', '15点', '1:00~2:00~3:00', '13月1日 15:01'],
  ],
  [
    'date',
    ['2019年10月1日', '2019年10月', '10月1日', '2018-01-01', '2018/01/01', '2018.01.01', '2018-01', '01-01'],
    ['15:01', '2018-13-01', '2018年0月1日', '2018-01/01', '10月32日', '明天', '2019-10-01T15:01'],
  ],
  ['date', ['2019年10月1日 15:01', '2019-10-01~2019-10-03'], ['2019-10-01 15:01 16:01', '2019-10-01~']],
  ['amount', ['￥100', '100元', '$9.99', '1234567890.5元'], ['12345678901', '100 元整', '￥￥1', '.5']],
  ['phone_number', ['+86-0766-66888866', '13800000000'], ['138a', '1'.repeat(18), '电话']],
  ['car_number', ['粤A8Z888挂', '苏A12345'], ['粤A粤88888', '苏A1234567890', '车']],
  ['name', ['陈望舒', 'John Smith', '汉'.repeat(10), 'a'.repeat(20)], ['汉'.repeat(11), 'a'.repeat(21), '张3']],
  ['name', ['王Jack'], ['王' + 'a'.repeat(10)]],
  ['phrase', ['配送中', '一二三四五'], ['一二三四五六', 'ok', '配送 中']],
  ['enum', ['已付款'], ['字'.repeat(21)]],
  ['const', ['提醒'], ['字'.repeat(21)]],
])('%s takes what its row allows, and nothing else', (type, taken, refused) => {
  for (const text of taken) expect([text, fits(`${type}1`, text)]).toEqual([text, true]);
  for (const text of refused) expect([text, fits(`${type}01`, text)]).toEqual([text, false]);
});

test.each(['thing', 'whatever1', '1', 'toString1', '__proto__1', 'Thing1'])(
  'a key of no known type takes nothing: %s',
  (key) => {
    expect(fits(key, '字')).toBe(false);
  },
);
