import { orgHandlers } from '../../../cloudfunctions/domains/org/handlers';
import { wordsOf } from '../../../cloudfunctions/domains/org/rules/naming';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import type { ActionInput, ActionOutput } from '../../../contract/registry';
import type { Reply } from '../../../contract/errors';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

type Below = ActionOutput<'org.below'>;

/** A city of a district and `branches` branches in it, and one district beside it. */
async function city(branches = 0) {
  const platform = fakePlatform();
  await platform.db.orgs.add(org(['root'], { name: '团市委' }));
  await platform.db.orgs.add(org(['root', 'd1'], { name: '望江区团委' }));
  await platform.db.orgs.add(org(['root', 'd2', 'b'], { name: '别区团支部' }));
  for (let index = 1; index <= branches; index += 1) {
    const number = String(index).padStart(4, '0');
    await platform.db.orgs.add(org(['root', 'd1', `b${number}`], { name: `文学院 ${number} 团支部` }));
  }
  await platform.db.members.add(member('head', { grants: [{ role: 'orgAdmin', orgId: 'd1' }] }));
  return platform;
}

function asHead(platform: Awaited<ReturnType<typeof city>>) {
  platform.caller = 'openid-of-head';
  const main = createFunction('api', orgHandlers as unknown as HandlersOf<'api'>, platform);
  return (input: ActionInput<'org.below'>) => main({ action: 'org.below', input }) as Promise<Reply<Below>>;
}

const openCity = async (branches: number) => asHead(await city(branches));

const names = (reply: Reply<Below>): string[] => (reply.ok ? reply.data.items.map(({ name }) => name) : []);

async function all(ask: Awaited<ReturnType<typeof openCity>>, q?: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined; ;) {
    const reply = await ask({ orgId: 'd1', q, cursor });
    if (!reply.ok) throw new Error(reply.code);
    found.push(...names(reply));
    if (reply.data.next === null) return found;
    cursor = reply.data.next;
  }
}

describe('org.below', () => {
  it('lists an org and all below it, each once over all pages, and nothing beside it', async () => {
    const found = await all(await openCity(45));
    expect(found).toHaveLength(46);
    expect(new Set(found).size).toBe(46);
    expect(found).toContain('望江区团委');
    expect(found).not.toContain('别区团支部');
  });

  it('says to which org each belongs, for two of the same name', async () => {
    const reply = await (await openCity(1))({ orgId: 'd1', q: '0001' });
    expect(reply).toMatchObject({ data: { items: [{ id: 'b0001', parent: '望江区团委' }], next: null } });
    expect(await (await openCity(0))({ orgId: 'd1' })).toMatchObject({ data: { items: [{ parent: '团市委' }] } });
  });

  it('finds by parts of a name in any order and width, page by page', async () => {
    const ask = await openCity(45);
    expect(await all(ask, '００４５　文学院')).toEqual(['文学院 0045 团支部']);
    expect(await all(ask, '团支部')).toHaveLength(45);
    expect(await all(ask, '理学院')).toEqual([]);
  });

  it('finds by the name of an org above and the own one together; what is above all of them finds nothing', async () => {
    const platform = await city();
    const db = platform.db;
    await db.orgs.add(org(['root', 'd1', 's1'], { name: '城南街道团工委' }));
    await db.orgs.add(org(['root', 'd1', 's1', 'x'], { name: '第一团支部' }));
    await db.orgs.add(org(['root', 'd1', 's2'], { name: '城北街道团工委' }));
    await db.orgs.add(org(['root', 'd1', 's2', 'y'], { name: '第一团支部' }));
    const ask = asHead(platform);
    expect(await all(ask, '城南 支部')).toEqual(['第一团支部']);
    expect(await all(ask, '第一')).toHaveLength(2);
    expect(await all(ask, '街道 第一')).toHaveLength(2);
    expect(await all(ask, '望江')).toEqual(['望江区团委']);
    expect(await all(ask, '团市委')).toEqual([]);
  });

  it('finds it among thousands as well, where the one above was on another page of names', async () => {
    const platform = await city(1500);
    await platform.db.orgs.add(org(['root', 'd1', 's1'], { name: '一街道' }));
    await platform.db.orgs.add(org(['root', 'd1', 's1', 'x'], { name: '龙团支部' }));
    expect(await all(asHead(platform), '街道 龙')).toEqual(['龙团支部']);
  });

  it('finds the last of thousands as well', async () => {
    expect(await all(await openCity(2500), '2500')).toEqual(['文学院 2500 团支部']);
  });

  it('is refused on an org that one does not run, and unknown where there is none', async () => {
    const ask = await openCity(1);
    expect(await ask({ orgId: 'root' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask({ orgId: 'b' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask({ orgId: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('words of a search are those that could be found', () => {
  expect(wordsOf('')).toEqual([]);
  expect(wordsOf('  ·　')).toEqual([]);
  expect(wordsOf(' 文学院　2401 ')).toEqual(['文学院', '2401']);
});
