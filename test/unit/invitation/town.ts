import { handlers } from '../../../cloudfunctions/handlers';
import { createFunction, type HandlersOf } from '../../../cloudfunctions/kernel/serve';
import { functionOf } from '../../../contract/functions';
import type { Reply } from '../../../contract/errors';
import type { ActionInput, ActionName, ActionOutput } from '../../../contract/registry';
import { command } from '../../support/domains';
import { type Gate, gatedDatabase } from '../../support/gated';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

export const NOW = Date.UTC(2026, 10, 29, 4);
export const DAY = 86_400_000;

/** Two branches, a secretary of the first, and visitors by any name; everything called through the whole of a function. */
export async function openDoor(gate: Gate = {}) {
  const { db, dump } = gatedDatabase(gate);
  for (const path of [['root'], ['root', 'd1'], ['root', 'd1', 'b1'], ['root', 'd1', 'b2']]) {
    await db.orgs.add(org(path, path.length === 3 ? { joinCode: `STAND${path[2]?.toUpperCase() ?? ''}` } : {}));
  }
  await db.members.add(member('secretary', { grants: [{ role: 'branchSecretary', orgId: 'b1' }] }));
  await db.members.add(member('neighbour', { orgIds: ['b2'], scope: ['root', 'd1', 'b2'] }));
  const platform = fakePlatform({ db });
  platform.time = NOW;
  const all = handlers as unknown as HandlersOf<'api'> & HandlersOf<'admin'>;
  const mains = { api: createFunction('api', all, platform), admin: createFunction('admin', all, platform) };

  /** As a member by his id, or as a visitor. */
  const call = <N extends ActionName>(
    who: string,
    action: N,
    input: ActionInput<N>,
  ): Promise<Reply<ActionOutput<N>>> => {
    platform.caller = `openid-of-${who}`;
    return mains[functionOf(action)]({ action, input }) as Promise<Reply<ActionOutput<N>>>;
  };
  const done = async <N extends ActionName>(who: string, action: N, input: ActionInput<N>) => {
    const reply = await call(who, action, input);
    if (reply.ok) return reply.data;
    throw new Error(`${action} refused ${who}: ${reply.code} ${reply.message}`);
  };
  let commands = 0;
  const next = () => ({ commandId: command((commands += 1)) });
  const invite = async (plan: Partial<ActionInput<'invitation.create'>> = {}) => {
    const usual = { orgId: 'b1', days: 30 as const, limit: 10, approval: false, note: '' };
    return (await done('secretary', 'invitation.create', { ...next(), ...usual, ...plan })).invitation;
  };
  /** `commandId`, for one that is sent again. */
  const accept = (who: string, code: string, given = next()) =>
    call(who, 'invitation.accept', { ...given, code, name: '小江', fourteenOrOlder: true });
  const used = async (id: string) => {
    const invitation = await db.invitations.get(id);
    return { used: invitation?.used, places: invitation?.places.length };
  };
  const orgsOf = async (who: string) =>
    (await db.members.find({ openid: `openid-of-${who}` }, { limit: 2 })).map(({ orgIds }) => orgIds);
  return { db, dump, platform, call, done, next, invite, accept, used, orgsOf };
}

/** What a call came to, in one word. */
export const wordOf = (reply: Reply<{ outcome: string }>): string => (reply.ok ? reply.data.outcome : reply.code);
