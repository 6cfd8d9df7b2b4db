import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();

const search = (visitor: Visitor, q: string) => visitor.type('书名、作者或 ISBN', q);
const choose = (visitor: Visitor, title: string) =>
  visitor.screen.locator('.sx-row', { hasText: title }).first().click();

async function beginWriting(width?: number): Promise<Visitor> {
  const secretary = await house.come({ persona: 'secretary', width });
  await secretary.open('/pages/me/index');
  await secretary.press('写荐书');
  await secretary.type('荐语', '写到一半');
  await secretary.tap('选一本书');
  await secretary.sees('选一本书');
  return secretary;
}

/** The form as it was left, with this book; and 返回 leads to where it was opened. */
async function isBackWith(visitor: Visitor, title: string): Promise<void> {
  await visitor.sees('三个导读问题');
  await visitor.sees(title);
  expect(await visitor.field('荐语').locator('textarea').inputValue()).toBe('写到一半');
  await visitor.tap('返回');
  await visitor.sees('我写的荐书');
}

describe.each([
  ['on a phone', 390],
  ['in a wide window', 1280],
])('having a book picked, %s', (_where, width) => {
  it('brings it to the form, which is as it was left', async () => {
    const secretary = await beginWriting(width);
    await search(secretary, '时间简史');
    await choose(secretary, '时间简史');
    await isBackWith(secretary, '时间简史');
  });

  it('also when it must be added first', async () => {
    const secretary = await beginWriting(width);
    const title = `江上渡船记 ${width}`;
    await search(secretary, title);
    await secretary.tap('添加这本书');
    await secretary.type('作者', '江城人');
    await secretary.tap('添加');
    await isBackWith(secretary, title);
  });

  it('brings nothing when one turns back, and works the next time', async () => {
    const secretary = await beginWriting(width);
    await search(secretary, '时间简史');
    await secretary.sees('时间简史');
    await secretary.tap('返回');
    await secretary.sees('三个导读问题');
    expect(await secretary.text('时间简史').count()).toBe(0);
    await secretary.tap('选一本书');
    await search(secretary, '人类简史');
    await choose(secretary, '人类简史');
    await isBackWith(secretary, '人类简史');
  });
});

it('a search that was reloaded opens what is chosen; back at the form, what was written is there and a book can be picked', async () => {
  const secretary = await beginWriting();
  await secretary.page.reload();
  await secretary.sees('找书');
  await search(secretary, '时间简史');
  await choose(secretary, '时间简史');
  await secretary.sees('书目');
  await secretary.page.goBack();
  await secretary.sees('找书');
  await secretary.page.goBack();
  await secretary.sees('三个导读问题');
  expect(await secretary.field('荐语').locator('textarea').inputValue()).toBe('写到一半');
  await secretary.tap('选一本书');
  await search(secretary, '时间简史');
  await choose(secretary, '时间简史');
  await secretary.sees('三个导读问题');
  await secretary.sees('时间简史');
});

it('a link to where a page used to be leads to where it is', async () => {
  const secretary = await house.come({ persona: 'secretary' });
  await secretary.open('/packages/book/recommend/index');
  await secretary.sees('三个导读问题');
  await secretary.open('/packages/nothing/index');
  await secretary.tab('今日');
});
