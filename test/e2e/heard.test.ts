import { arrange } from '../screens/arrange';
import { heard } from '../screens/heard';
import { openShot } from '../screens/open';
import { shots } from '../screens/states';
import { openHouse } from './house';

const house = openHouse();
beforeAll(() => arrange(house.preview.url));

/** The ways that most people go; each is read aloud by somebody before its snapshot is taken anew (`-u`). */
const ways = {
  '今日，记一笔之前': 'today-filled',
  '今日，记过一笔': 'today-logged',
  书架: 'shelf-filled',
  书目: 'book-detail-filled',
  荐书: 'book-recommendation-filled',
  活动: 'events-filled',
  报名: 'event-detail-asked',
  我的: 'me-filled',
  发布活动: 'organise-event-edit-empty',
};

describe('read aloud, a screen makes sense', () => {
  it.each(Object.entries(ways))('%s', async (_, slug) => {
    const shot = shots.find((one) => one.slug === slug);
    if (!shot) throw new Error(`no state is called ${slug}`);
    const visitor = await house.come({ persona: shot.persona ?? undefined });
    expect(await openShot(visitor, house.preview.url, shot)).toBeNull();
    expect(await heard(visitor)).toMatchSnapshot();
  });
});
