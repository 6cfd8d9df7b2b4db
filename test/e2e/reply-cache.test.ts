import type { Database } from '../../cloudfunctions/schema';
import { localDatabase } from '../../scripts/lib/database';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();
let db: Database;
beforeAll(() => {
  db = localDatabase(`${house.preview.url}/admin`);
});

/** Everything that the phone holds, as text. */
const storage = (visitor: Visitor): Promise<string> => visitor.page.evaluate(() => JSON.stringify({ ...localStorage }));

/** The branch secretary's own event, and somebody who signed up for it. */
async function rosterOf(secretary: Visitor): Promise<{ id: string; name: string }> {
  const { items } = await secretary.ask('event.list', { which: 'managed' });
  for (const { id } of items) {
    const [person] = (await secretary.ask('event.roster', { id })).items;
    if (person) return { id, name: person.name };
  }
  throw new Error('the demo city has no roster with anybody on it');
}

describe('what a phone keeps, in a browser', () => {
  it('a roster seen while one had the role is neither shown nor held after the role is lost', async () => {
    const secretary = await house.come({ persona: 'branch-secretary' });
    const { id, name } = await rosterOf(secretary);
    await secretary.open('/packages/organise/event/roster/index', { id });
    await secretary.sees(name);
    expect(await storage(secretary)).not.toContain(name);

    const { member } = await secretary.ask('me.session', {});
    await db.members.update({ _id: member.id }, { set: { grants: [] } });
    await secretary.open('/packages/organise/event/roster/index', { id });
    await secretary.sees(/可以办活动、看报名名单$/);
    expect(await secretary.text(name).count()).toBe(0);
    await secretary.open('/pages/me/index');
    await secretary.sees('阅读记录');
    await secretary.seesNot('发布活动');
  });

  it('who is disabled is told so on every tab, and nothing is left to read', async () => {
    const youth = await house.come({ persona: 'district-youth' });
    await youth.open();
    const { member } = await youth.ask('me.session', {});
    await youth.sees(new RegExp(`${member.name}，`));
    await youth.tab('书架');
    await youth.tab('我的');
    await youth.sees(member.name);
    await db.members.update({ _id: member.id }, { set: { disabled: true } });
    await youth.open();
    await youth.sees('此账号已停用。如有疑问，请联系所在支部。');
    await youth.tab('我的');
    await youth.sees('此账号已停用。如有疑问，请联系所在支部。');
    expect(await storage(youth)).not.toContain(member.name);
  });

  it('offline, what was seen before says since when it is as it is', async () => {
    const youth = await house.come({ persona: 'youth' });
    await youth.open('/pages/shelf/index');
    await youth.sees('活着');
    await youth.page.route('**/gateway/call', (call) => call.abort('internetdisconnected'));
    await youth.open('/pages/shelf/index');
    await youth.sees(/^这是今天 \d\d:\d\d 的内容$/);
    await youth.sees('活着');
    await youth.sees(/^现在离线。今日、书架/);
    await youth.page.unroute('**/gateway/call');
    await youth.tap('点这里刷新');
    await youth.seesNot(/^这是今天/);
  });

  it('a kept reply that cannot be drawn ends in words, and 重新加载 shows the page', async () => {
    const cadre = await house.come({ persona: 'cadre' });
    await cadre.open();
    await cadre.sees(/，(夜深了|早上好|中午好|下午好|晚上好)$/);
    await cadre.page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => /^reply:.*home\.today/.test(one)) ?? '';
      const reply = JSON.parse(localStorage.getItem(key) ?? '') as { data: { data: object } };
      reply.data.data = { desk: 5 };
      localStorage.setItem(key, JSON.stringify(reply));
    });
    await cadre.open();
    await cadre.sees('这一页没能打开');
    // The browser's console tells of what was caught.
    expect(cadre.complaints.splice(0).join()).toContain('TypeError');
    await cadre.press('重新加载');
    await cadre.sees(/，(夜深了|早上好|中午好|下午好|晚上好)$/);
  });
});
