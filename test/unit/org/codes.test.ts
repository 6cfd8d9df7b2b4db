import { orgHandlers } from '../../../cloudfunctions/domains/org/handlers';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { ActionInput, ActionOutput } from '../../../contract/registry';
import type { Reply } from '../../../contract/errors';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

type Codes = ActionOutput<'org.joinCodes'>;

/** A district with a code of its own, thirty branches of which every second has one, and a branch elsewhere. */
async function openCity() {
  const platform = fakePlatform();
  const { db } = platform;
  await db.orgs.add(org(['root', 'd1'], { name: '望江区团委', joinCode: 'OWN001' }));
  await db.orgs.add(org(['root', 'd2', 'b'], { name: '别区团支部', joinCode: 'OTHER1' }));
  for (let index = 10; index < 70; index += 1) {
    const joinCode = index % 2 === 0 ? `CODE${index}` : `closed-b${index}`;
    await db.orgs.add(org(['root', 'd1', `b${index}`], { name: `文学院 ${index} 团支部`, joinCode }));
  }
  await db.members.add(member('head', { grants: [{ role: 'orgAdmin', orgId: 'd1' }] }));
  const main = createFunction('api', orgHandlers as unknown as HandlersOf<'api'>, platform);
  platform.caller = 'openid-of-head';
  return (input: ActionInput<'org.joinCodes'>) => main({ action: 'org.joinCodes', input }) as Promise<Reply<Codes>>;
}

const dataOf = (reply: Reply<Codes>): Codes => {
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
};

describe('the codes below an org', () => {
  it('are those of the organisations that have one, each once over all pages, and nobody else’s', async () => {
    const ask = await openCity();
    const first = dataOf(await ask({ orgId: 'd1' }));
    const second = dataOf(await ask({ orgId: 'd1', cursor: first.next ?? '' }));
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 10, null]);
    const codes = [...first.items, ...second.items].map(({ joinCode }) => joinCode);
    expect(new Set(codes).size).toBe(30);
    for (const code of codes) expect(code).toMatch(/^CODE\d\d$/);
    expect(first.items[0]).toMatchObject({ name: '文学院 10 团支部', parent: '望江区团委' });
  });

  it('are found by parts of the name', async () => {
    const { items } = dataOf(await (await openCity())({ orgId: 'd1', q: '支部 42' }));
    expect(items.map(({ joinCode }) => joinCode)).toEqual(['CODE42']);
  });

  it('are for those alone who run the org above', async () => {
    const ask = await openCity();
    expect(await ask({ orgId: 'd2' })).toMatchObject({ ok: false });
    expect(JSON.stringify(await ask({ orgId: 'b' }))).not.toContain('OTHER1');
  });
});
