import { differing } from '@/shared/draft/differing';

test('a conflict shows every part that somebody else saved otherwise, and only those', () => {
  const text = differing([
    ['荐语', '一样的 ', '一样的'],
    ['第二问', '别人的问题', '我的问题'],
    ['先读哪里', '', '第一章'],
  ]);
  expect(text).toBe('第二问：别人的问题\n先读哪里：（空）');
});

test('a conflict between the same words says so', () => {
  expect(differing([['荐语', '一样', '一样']])).toBe('和您写的一样。');
});
