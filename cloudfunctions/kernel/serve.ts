import { randomUUID } from 'node:crypto';
import type { ActionSpec } from '../../contract/action';
import type { ErrorCode, Reply } from '../../contract/errors';
import type { ClientFunction, ServedBy } from '../../contract/functions';
import type { ActionName } from '../../contract/registry';
import { actions } from '../../contract/registry';
import { checkAccess } from './access';
import { createAppender } from './audit/append';
import { isDenial, kindOf } from './audit/rules/kind';
import { targetOf } from './audit/rules/target';
import { countDenial } from './denials';
import type { Handler, MemberContext, NewMember, Viewer, VisitorContext } from './context';
import { codeOf, logFailure, toFailure } from './failure';
import { deriveId } from './ids';
import type { Caller } from './identity';
import { actorName, countingName, findViewer, identify } from './identity';
import { checkLimit, createMeter, windowOf } from './limits';
import { closeAll } from './others';
import type { Platform } from './platform';
import type { Database } from '../schema';
import { createRights } from './rights';
import type { CallWechat } from './wechat';
import { parseInput, parseOutput, readWire } from './wire';

/** A handler for every action that the function serves; one missing is a compile error, more are never called. */
export type HandlersOf<F extends ClientFunction> = { [N in ServedBy<F>]: Handler<N, Database> };

/** The entry of a deployed function. `event` is what the client sent, `context` what the platform adds. */
export type Main<T> = (event: unknown, context?: unknown) => Promise<T>;

// Each handler is called with the input and the context of its own action only; the contract has checked them.
type AnyHandler = (input: never, context: never) => Promise<unknown>;

interface Call {
  readonly action: ActionName;
  readonly spec: ActionSpec;
  readonly input: unknown;
  readonly caller: Caller;
  readonly now: number;
  readonly requestId: string;
  readonly appId: string;
  /** The handler said that its act concerned others; see `ActionSpec.audited`. */
  auditRequested: boolean;
  /** The orgs that the act concerns and all above them: where rights were asked for, else where the caller belongs. */
  orgs: () => readonly string[];
}

/** Every call of an audited action is written down, and every denial of an action that needs a permission. */
const isAudited = ({ spec: { audited, access }, auditRequested }: Call, outcome: 'ok' | ErrorCode): boolean =>
  outcome !== 'RATE_LIMITED' &&
  (audited === true || auditRequested || (access.who === 'permitted' && isDenial(outcome)));

/** The platform's id of the call, or one of our own where it has none. */
export function requestIdOf(context: unknown): string {
  const given = (context as { request_id?: unknown } | null | undefined)?.request_id;
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/**
 * Makes a function out of its handlers. A call is read, its caller identified, counted and let in, its input parsed, its
 * handler run, its scope proved, its reply stripped and its act written to the audit, in this order; the first that
 * refuses decides the reply. It never throws.
 */
export function createFunction<F extends ClientFunction>(
  name: F,
  handlers: HandlersOf<F>,
  platform: Platform,
): Main<Reply<unknown>> {
  const { db, files } = platform;
  const others = closeAll(db);
  const meter = createMeter();
  const append = createAppender(db);
  const table: Partial<Record<ActionName, AnyHandler>> = handlers;

  async function admit({ action, spec, caller, now }: Call): Promise<void> {
    const window = String(windowOf(spec.limit, now));
    await checkLimit({ db, meter, now }, `${action}:${countingName(caller, window)}`, spec.limit);
    checkAccess(spec.access, caller);
  }

  async function register(
    openid: string,
    member: NewMember,
    joinedAt: number,
  ): Promise<{ added: boolean; member: Viewer }> {
    if (await db.members.add({ ...member, openid, joinedAt })) return { added: true, member };
    const standing = await findViewer(db, openid, joinedAt);
    if (standing === undefined) throw new Error('refused as a duplicate, yet there is none');
    return { added: false, member: standing };
  }

  async function run(call: Call): Promise<unknown> {
    const { action, spec, input, caller, now, requestId, appId } = call;
    const handler = table[action];
    if (handler === undefined) throw new Error(`no handler for ${action}`);
    const { viewer, openid = '' } = caller;
    const { assertProved, asked, ...rights } = createRights(spec, viewer, db.orgs);
    const belongsTo = call.orgs();
    call.orgs = () => (asked().length > 0 ? asked() : belongsTo);
    const requestAudit = () => void (call.auditRequested = true);
    const { callWechat } = platform;
    const callWechatAboutCaller: CallWechat = (api, params) => callWechat(api, { ...params, openid });
    const base = {
      db,
      others,
      files,
      now,
      requestId,
      ...rights,
      requestAudit,
      callWechat,
      callWechatAboutCaller,
      appId,
    };
    const context =
      spec.access.who === 'visitor'
        ? ({
            ...base,
            viewer,
            register: (member) => register(openid, member, now),
            keyFor: (kind) => deriveId('k', openid, kind),
          } satisfies VisitorContext<Database>)
        : ({ ...base, viewer: viewer as Viewer } satisfies MemberContext<Database>);
    const output = await handler(input as never, context as never);
    assertProved();
    return parseOutput(action, output);
  }

  async function audit(call: Call, outcome: 'ok' | ErrorCode, output: unknown) {
    const { action, spec, caller, input, now, requestId } = call;
    const what = { action, outcome, kind: kindOf(spec, outcome), target: targetOf(input, output) };
    await append({ at: now, actor: actorName(caller), ...what, orgs: [...call.orgs()], requestId });
  }

  async function auditRefusal(call: Call, outcome: ErrorCode): Promise<void> {
    const { action, caller, now, requestId } = call;
    try {
      if (await countDenial({ db, meter, now }, caller, action)) await audit(call, outcome, undefined);
    } catch (broken) {
      logFailure(broken, { requestId, action });
    }
  }

  /** No reply leaves before its entry is in the audit; a refusal stands even when the entry cannot be written. */
  async function perform(call: Call): Promise<unknown> {
    let output: unknown;
    try {
      await admit(call);
      output = await run(call);
    } catch (error) {
      const outcome = codeOf(error);
      if (isAudited(call, outcome)) await auditRefusal(call, outcome);
      throw error;
    }
    if (isAudited(call, 'ok')) await audit(call, 'ok', output);
    return output;
  }

  return async function main(event, cloudContext) {
    const requestId = requestIdOf(cloudContext);
    let place = 'unknown';
    try {
      // Before the first await: identity belongs to the process, and the next call may change it.
      const openid = platform.openid();
      const appId = platform.appId() ?? '';
      const { action, input: raw, age } = readWire(event, name);
      place = action;
      const input = parseInput(action, raw, age);
      const now = platform.now();
      const caller = await identify(db, openid, now);
      const orgs = () => caller.viewer?.scope ?? [];
      const call = { action, spec: actions[action], input, caller, now, requestId, appId, auditRequested: false, orgs };
      return { ok: true, data: await perform(call) };
    } catch (error) {
      const failure = toFailure(error, requestId);
      if (failure.code === 'INTERNAL' || failure.code === 'BUSY') logFailure(error, { requestId, action: place });
      return failure;
    }
  };
}
