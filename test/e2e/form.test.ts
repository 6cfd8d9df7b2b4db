import { openHouse } from './house';

const house = openHouse();

describe('the forms of an organiser on a phone of 390 × 844', () => {
  it.each([
    ['发布活动', '/packages/organise/event/edit/index', '活动介绍'],
    ['写荐书', '/packages/organise/recommendation/write/index', '只有十分钟，先读哪里'],
  ])('%s has every needed field and its button in the first screen', async (_name, path, lastField) => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open(path);
    await organiser.sees(lastField);
    await organiser.sees(/^还差 \d 项$/);
    const height = await organiser.screen.evaluate((screen) => screen.scrollHeight);
    expect(height).toBeLessThanOrEqual(844);
    const foot = await organiser.screen.locator('.sx-form__foot').boundingBox();
    const last = await organiser.screen.locator('.sx-defaults').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
  });

  it('an event is published by keyboard alone, and what has the keyboard is never under the foot', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open('/packages/organise/event/edit/index');
    await organiser.sees('还差 5 项');
    const { keyboard } = organiser.page;
    const focused = () =>
      organiser.page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        const foot = document.querySelector('.sx-form__foot')?.getBoundingClientRect().top ?? 0;
        const within = at?.closest('.sx-form__foot') !== null;
        const words = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        return { words, covered: !within && (at?.getBoundingClientRect().bottom ?? 0) > foot };
      });
    /** Tabs on to what is called so. */
    const reach = async (words: RegExp): Promise<void> => {
      for (let step = 0; step < 40; step++) {
        const at = await focused();
        if (words.test(at.words)) return expect(at.covered).toBe(false);
        await keyboard.press('Tab');
      }
      throw new Error(`never reached ${words}`);
    };
    await reach(/^活动名称/);
    await keyboard.type('键盘上的一场');
    // Of the likely days the one that is offered on every day of the week.
    await reach(/^下周三/);
    await keyboard.press('Space');
    await reach(/^地点/);
    await keyboard.type('书屋');
    await reach(/^30/);
    await keyboard.press('Enter');
    await reach(/^活动介绍/);
    await keyboard.type('一人一段。');
    await reach(/^发布$/);
    await keyboard.press('Enter');
    await organiser.sees('活动已发布');
  });

  it('a failed submit puts the keyboard into the first wrong field, which describes what is wrong', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open('/packages/organise/event/edit/index');
    await organiser.type('活动名称', '只有名字');
    await organiser.pick('哪天', '2099-01-01');
    await organiser.press('发布');
    await organiser.sees('有 3 处要改');
    const described = await organiser.page.evaluate(() => {
      const at = document.activeElement;
      return [
        at?.getAttribute('aria-label'),
        at?.getAttribute('aria-invalid'),
        document.getElementById(at?.getAttribute('aria-describedby') ?? '')?.textContent,
      ];
    });
    expect(described).toEqual(['地点', 'true', '请填写地点']);
  });
});
