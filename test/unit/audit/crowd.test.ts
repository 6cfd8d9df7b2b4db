import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { MemberContext } from '../../../cloudfunctions/kernel/context';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { Database } from '../../../cloudfunctions/schema';
import { readAudit } from '../../support/audit';
import { fakePlatform, memoryDatabase } from '../kernel/memory';
import { member, org } from '../kernel/people';

/* Nobody is slowed by what others have written down, however many they are. */

const CROWD = 500;
const crowd = Array.from({ length: CROWD }, (_, index) => `m${index}`);

const event = { id: 'e1' };
const handlers = {
  'event.setCancelled': async (_: object, { requirePermissionOnOrg }: MemberContext) => {
    await requirePermissionOnOrg('b1');
    return { event };
  },
};

/** The database, and how many round trips this one took. */
function counted(db: Database): { db: Database; calls: () => number } {
  let calls = 0;
  const counting = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get: (target, name) => {
        calls += 1;
        return Reflect.get(target, name) as unknown;
      },
    });
  const collections = Object.entries(db).map(([name, collection]) => [name, counting(collection)] as const);
  return { db: Object.fromEntries(collections) as unknown as Database, calls: () => calls };
}

/** One call in an instance of its own, as the cloud starts them when many call at once. */
function callIn(db: Database, who: string) {
  const main = createFunction('api', handlers as unknown as HandlersOf<'api'>, {
    ...fakePlatform({ db }),
    openid: () => `openid-of-${who}`,
  });
  const input = { commandId: 'c'.repeat(16), id: 'e1', cancelled: true };
  return main({ action: 'event.setCancelled', input });
}

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

async function city(): Promise<Database> {
  const { db } = memoryDatabase();
  await db.orgs.addAll([org(['root']), org(['root', 'b1'])]);
  for (const who of crowd) await db.members.add(member(who));
  for (const who of ['first', 'second']) {
    await db.members.add(member(who, { grants: [{ role: 'branchSecretary', orgId: 'b1' }] }));
  }
  return db;
}

it('an audited command costs the same among five hundred refused calls as alone', async () => {
  const db = await city();
  const [alone, among] = [counted(db), counted(db)];
  await callIn(alone.db, 'first');
  const refused = crowd.map((who) => callIn(db, who));
  await callIn(among.db, 'second');
  expect(among.calls()).toBe(alone.calls());
  const replies = await Promise.all(refused);
  expect(new Set(replies.map((reply) => (reply.ok ? 'ok' : reply.code)))).toEqual(new Set(['FORBIDDEN']));

  const entries = await readAudit(db);
  expect(entries.map(({ actor }) => actor).sort()).toEqual([...crowd, 'first', 'second'].sort());
  expect((await checkAll(db)).faults).toEqual([]);
}, 60_000);
