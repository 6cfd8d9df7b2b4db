import * as v from 'valibot';
import type { Reply } from '../../contract/errors';
import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';
import { actions } from '../../contract/registry';
import { bookDocument } from '../../cloudfunctions/domains/book/rules/book';
import { handlers } from '../../cloudfunctions/handlers';
import { createRights } from '../../cloudfunctions/kernel/rights';
import { closeAll } from '../../cloudfunctions/kernel/others';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { findViewer } from '../../cloudfunctions/kernel/identity';
import type { Database } from '../../cloudfunctions/schema';
import { toFailure } from '../../cloudfunctions/kernel/failure';
import { Refusal } from '../../cloudfunctions/kernel/refusal';
import type { BookDoc } from '../../cloudfunctions/domains/book/collections';
import type { MemberDoc } from '../../cloudfunctions/kernel/collections';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import { searchKeysOf } from '../../cloudfunctions/shared/search/rules/keys';
import { memoryFiles } from './files';
import { gatedDatabase } from './gated';
import type { Gate } from './gated';

/*
 * Domain handlers over the memory database, in a small town: the city committee, two districts, a branch in each.
 */

const org = (id: string, ...above: string[]): OrgDoc => ({
  _id: id,
  name: `${id}团组织`,
  kind: 'branch',
  parentId: above.at(-1) ?? null,
  path: [...above, id],
  joinCode: `closed-${id}`,
});
export const orgs = [
  org('city'),
  org('east', 'city'),
  org('eastBranch', 'city', 'east'),
  org('west', 'city'),
  org('westBranch', 'city', 'west'),
];

export const person = (id: string, orgId: string, grants: MemberDoc['grants'] = []): MemberDoc => ({
  _id: id,
  openid: `openid-${id}`,
  name: `${id}同志`,
  ...searchKeysOf(`${id}同志`, 'person'),
  orgIds: [orgId],
  scope: [...(orgs.find(({ _id }) => _id === orgId)?.path ?? [])],
  grants,
  disabled: false,
  joinedAt: 0,
});
/** Readers of either branch and a secretary of each, and one who runs the whole east. */
export const people = [
  person('reader', 'eastBranch'),
  person('neighbour', 'eastBranch'),
  person('stranger', 'westBranch'),
  person('secretary', 'eastBranch', [{ role: 'branchSecretary', orgId: 'eastBranch' }]),
  person('head', 'east', [{ role: 'orgAdmin', orgId: 'east' }]),
  person('rival', 'westBranch', [{ role: 'branchSecretary', orgId: 'westBranch' }]),
];

/** `count` books of the catalogue. */
export const catalogue = (count: number): BookDoc[] =>
  Array.from({ length: count }, (_, index) =>
    bookDocument({ title: `第${index}本书`, author: `作者${index}`, publisher: null, isbn: null }, 0),
  );

/** A command id that is the same for the same number. */
export const command = (number: number): string => `command-${String(number).padStart(12, '0')}`;

export interface Town {
  db: Database;
  files: ReturnType<typeof memoryFiles>;
  dump: () => Promise<Record<string, unknown>>;
  /** Round trips of the last finished call, the identity's own included. */
  trips: () => number;
  /** Whether the last call told the audit that it concerned others. */
  told: () => boolean;
  /** What the clock shows; set it as you like. */
  clock: { now: number };
  /** What WeChat answers; it finds nothing unless it is set otherwise. */
  wechat: { answer: (name: string, params: Readonly<Record<string, unknown>>) => Promise<unknown> };
  call<N extends Handled>(who: string, action: N, input: ActionInput<N>): Promise<Reply<ActionOutput<N>>>;
  /** The same, giving the data; throws when refused. */
  done<N extends Handled>(who: string, action: N, input: ActionInput<N>): Promise<ActionOutput<N>>;
}
type Handled = keyof typeof handlers & ActionName;

/** Opens the town. `gate` may be filled in later, once everything is arranged. */
export async function openTown(now: number, gate: Gate = {}, more: MemberDoc[] = []): Promise<Town> {
  let count = 0;
  let last = 0;
  let told = false;
  const { db, dump } = gatedDatabase({
    before: (call) => {
      count += 1;
      return gate.before?.(call);
    },
    after: (call) => gate.after?.(call),
  });
  await db.orgs.addAll(orgs);
  await db.members.addAll([...people, ...more]);
  const clock = { now };
  const wechat: Town['wechat'] = {
    answer: () => Promise.resolve({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }),
  };
  const files = memoryFiles();

  async function call<N extends Handled>(
    who: string,
    action: N,
    input: ActionInput<N>,
  ): Promise<Reply<ActionOutput<N>>> {
    count = 0;
    told = false;
    try {
      const viewer = await findViewer(db, `openid-${who}`, clock.now);
      if (viewer === undefined) throw new Error(`nobody is called ${who}`);
      const { output } = actions[action];
      const { assertProved, ...rights } = createRights(actions[action], viewer, db.orgs);
      const context = {
        db,
        others: closeAll(db),
        viewer,
        now: clock.now,
        requestId: 'test',
        files,
        ...rights,
        requestAudit: () => void (told = true),
        keyFor: (kind: string) => deriveId('k', `openid-${who}`, kind),
        appId: 'wx0000000000000000',
        callWechatAboutCaller: (name: string, params: Readonly<Record<string, unknown>>) => wechat.answer(name, params),
      };
      const handler = handlers[action] as unknown as (input: unknown, context: unknown) => Promise<unknown>;
      const reply = await handler(v.parse(actions[action].input, input), context);
      assertProved();
      last = count;
      return { ok: true, data: v.parse(output, reply) };
    } catch (error) {
      last = count;
      if (!(error instanceof Refusal)) throw error;
      return toFailure(error, 'test');
    }
  }
  return {
    db,
    files,
    dump,
    trips: () => last,
    told: () => told,
    clock,
    wechat,
    call,
    async done(who, action, input) {
      const reply = await call(who, action, input);
      if (!reply.ok) throw new Error(`${action} refused: ${reply.code}`);
      return reply.data;
    },
  };
}
