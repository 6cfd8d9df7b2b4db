import { openHouse } from './house';

const house = openHouse();

it('a check-in survives the stack being killed, and one made while it is down is recorded afterwards', async () => {
  const visitor = await house.come({ persona: 'youth' });
  await visitor.open();
  await visitor.tap('记一笔');
  await visitor.sees('记下了');
  await house.preview.kill9();

  // The stack is gone; the page still takes a second book.
  await visitor.tap('换一本');
  await visitor.screen.locator('.desk-switch__one').nth(1).click();
  await visitor.tap('记一笔');
  await visitor.sees('记下了，待同步');

  await house.preview.restart();
  await visitor.open();
  await visitor.sees('记下了');
  await visitor.seesNot('记下了，待同步');
  const { day, days } = await visitor.ask('home.today', {});
  const lines = days.find((one) => one.day === day)?.lines ?? [];
  expect(lines.map(({ book }) => book.title).sort()).toEqual(['活着', '红楼梦'].sort());
});

it('Ctrl-C ends it cleanly and it says where the data is', async () => {
  await house.preview.restart();
  expect(await house.preview.stop()).toBe(0);
  expect(house.preview.output()).toContain('已停止，数据保存在');
});
