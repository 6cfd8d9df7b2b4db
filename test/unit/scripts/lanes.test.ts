import { inLanes } from '../../../scripts/lib/lanes';

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('so many at a time, never more, and results in the order they were asked for', async () => {
  let running = 0;
  let most = 0;
  const work = [30, 5, 5, 20, 1].map((ms, index) => async () => {
    running += 1;
    most = Math.max(most, running);
    await later(ms);
    running -= 1;
    return index;
  });
  expect(await inLanes(2, work)).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

test('nothing to do is done at once', async () => {
  expect(await inLanes(2, [])).toEqual([]);
});
