import type { ErrorCode, Reply } from '../../../contract/errors';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import type { PermissionSpec } from '../../../contract/permission';
import { permissions, type Permission } from '../../../contract/permissions';
import type { Access, ActionSpec, Scope } from '../../../contract/action';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { not } from '../../../cloudfunctions/kernel/port';
import { readAudit } from '../../support/audit';
import { tellFigure } from '../../support/figures';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { plantEntries } from '../audit/corner';
import type { Person, Who } from './city';
import {
  asksWhereItStands,
  copiedPathOf,
  buildCity,
  everybody,
  FAR,
  inputs,
  mend,
  openidOf,
  parentOf,
  pathOf,
  people,
  seenBy,
  sendHome,
} from './city';

/*
 * Who may do what, made from the contract: every action × everybody × things of seven places, a moved and an archived org among them. The expected table is
 * derived here from the rules as people state them, not from the code that keeps them.
 */

const names = Object.keys(actions) as ActionName[];
const places = ['b1', 'b2', 'd1', 'root', 'b3', 'm', 'a'] as const;
type Place = (typeof places)[number];

/** When the test runs: after every term that is over, before every one that is to come. */
const TODAY = Date.now();

const personOf = (who: Who): Person | undefined => (people as Partial<Record<Who, Person>>)[who];

/** What somebody's org lets him see: it and everything above. */
const sees = (who: Who, place: Place): boolean => pathOf(personOf(who)?.orgId ?? '').includes(place);

/** Whether somebody has a permission on an org: a role that has it, today, on the org or above it. */
function has(who: Who, permission: Permission, path: readonly string[]): boolean {
  const { roles, inPerson } = permissions[permission] as PermissionSpec;
  return (personOf(who)?.grants ?? []).some(({ role, orgId: held, from = 0, until = FAR, of }) => {
    const inPlace = of !== undefined && (inPerson === true || personOf(of as Who)?.disabled === true);
    const counts = from <= TODAY && until >= FAR && !inPlace;
    return counts && roles.includes(role) && path.includes(held);
  });
}

const accessOf = (name: ActionName): Access => actions[name].access;
const aboutOneThing = names.filter((name) => {
  const { who, scope } = accessOf(name);
  return who === 'member' && scope === 'org of the thing';
});
const committeeOnly = names.filter((name) => accessOf(name).scope === 'root');
const managedActions = names.filter((name) => accessOf(name).who === 'permitted' && !committeeOnly.includes(name));
/** Actions whose input names a place; the others are asked once. */
const placed: readonly ActionName[] = [...aboutOneThing, ...managedActions];

type Expected = 'let in' | ErrorCode;

function expected(who: Who, action: ActionName, place: Place): Expected {
  const access = accessOf(action);
  if (who === 'nobody') return 'FORBIDDEN';
  const disabled = who === 'disabledMember' || who === 'disabledAdmin';
  if (access.who === 'visitor') return disabled && access.disabled !== 'allowed' ? 'DISABLED' : 'let in';
  if (disabled) return 'DISABLED';
  if (who === 'stranger') return 'NOT_REGISTERED';
  if (access.who === 'permitted') {
    const asked = { root: 'root', above: parentOf(place) } as Partial<Record<Scope, string>>;
    if (!has(who, access.permission, pathOf(asked[access.scope] ?? place))) return 'FORBIDDEN';
    const { kind, archived } = actions[action] as ActionSpec;
    return place === 'a' && placed.includes(action) && kind === 'command' && archived !== 'allowed'
      ? 'ORG_ARCHIVED'
      : 'let in';
  }
  if (!aboutOneThing.includes(action)) return 'let in';
  // Whoever acts for an org reaches its things also where he does not belong.
  const path = asksWhereItStands(action) ? pathOf(place) : copiedPathOf(place);
  if (!sees(who, place) && !has(who, seenBy(action), path)) return 'NOT_FOUND';
  // What is there is read and left; nobody takes part in it any more.
  const { kind, archived } = actions[action] as ActionSpec;
  return place === 'a' && kind === 'command' && archived !== 'allowed' ? 'ORG_ARCHIVED' : 'let in';
}

/** Refusals that say something of the matter itself, and those that the action declares: the person was let in. */
const ofTheMatter = (action: ActionName): readonly ErrorCode[] => ['CONFLICT', ...actions[action].errors];
const outcomeOf = (action: ActionName, reply: Reply<unknown>): Expected =>
  reply.ok || ofTheMatter(action).includes(reply.code) ? 'let in' : reply.code;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
  await plantEntries(stack.db, places.map(copiedPathOf), TODAY);
}, 60_000);
afterAll(() => stack.stop());
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const ask = (who: Who, action: ActionName, place: Place, extra: Record<string, unknown> = {}) =>
  stack.send(openidOf(who), { action, input: inputs[action](place), ...extra }, functionOf(action));

/** What somebody is answered about each of these places: questions side by side, commands one after another. */
async function outcomesOf(who: Who, action: ActionName, asked: readonly Place[]): Promise<Expected[]> {
  const outcome = async (place: Place) => outcomeOf(action, await ask(who, action, place));
  if (actions[action].kind === 'query') return Promise.all(asked.map(outcome));
  const outcomes: Expected[] = [];
  for (const place of asked) outcomes.push(await outcome(place));
  return outcomes;
}

/** So that one person's calls do not change another's: no counted calls, and where some were let in, nobody has joined anything. */
async function forget(action: ActionName, letIn = true): Promise<void> {
  await Promise.all([stack.db.limits.remove({ _id: not('') }), stack.db.denials.remove({ _id: not('') })]);
  // A question changes nothing, and neither does what was refused; to look costs more than the calls.
  if (!letIn || actions[action].kind === 'query') return;
  await stack.db.members.remove({ openid: 'openid-stranger' });
  await sendHome(stack);
  if (action.startsWith('org.') || action === 'owndata.erase') await mend(stack);
}

/** What all decisions came to; the figure. */
const decided = { all: 0, leaks: 0, denials: 0 };
afterAll(() => {
  const { all, leaks, denials } = decided;
  const said = `${names.length} 个动作 × ${everybody.length} 种身份 × 至多 ${places.length} 个组织，共 ${all} 次判断：泄露 ${leaks}，错拒 ${denials}`;
  tellFigure('16', { said, ok: all > 0 && leaks + denials === 0 });
});

describe('the authorization matrix', () => {
  it.each(names)(
    '%s: everybody gets exactly what the table says',
    async (action) => {
      const wrong: string[] = [];
      const asked = placed.includes(action) ? places : (['b1'] as const);
      for (const who of everybody) {
        const outcomes = await outcomesOf(who, action, asked);
        for (const [index, outcome] of outcomes.entries()) {
          const place = asked[index] ?? 'b1';
          const due = expected(who, action, place);
          if (outcome !== due) wrong.push(`${who} on ${place}: ${outcome} instead of ${due}`);
          decided.all += 1;
          if (outcome !== due) decided[outcome === 'let in' ? 'leaks' : 'denials'] += 1;
        }
        await forget(action, outcomes.includes('let in'));
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('covers every action of the contract', () => {
    expect(Object.keys(inputs).sort()).toEqual([...names].sort());
  });

  it('is the same when the event carries a forged identity, role or org', async () => {
    const forged = {
      openid: 'openid-cityAdmin',
      userInfo: { openId: 'openid-cityAdmin' },
      viewer: { _id: 'cityAdmin', grants: [{ role: 'cityAdmin', orgId: 'root' }] },
      role: 'cityAdmin',
      orgId: 'b1',
      WX_OPENID: 'openid-cityAdmin',
      TRIGGER_SRC: 'timer',
    };
    const wrong: unknown[] = [];
    const claimants = ['nobody', 'stranger', 'otherMember'] as const;
    for (const action of names) {
      for (const who of claimants) {
        const outcome = outcomeOf(action, await ask(who, action, 'b1', forged));
        if (outcome !== expected(who, action, 'b1')) wrong.push([action, who, outcome]);
      }
      await forget(action);
    }
    const said = `${names.length * claimants.length} 次冒充：有效 ${wrong.length}`;
    tellFigure('18', { said, ok: wrong.length === 0 });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('shows whoever has a link what an organiser has published, in these words and no others', async () => {
    const shown = async (who: Who, action: ActionName) => {
      const reply = await ask(who, action, 'b3');
      return reply.ok ? reply.data : reply.code;
    };
    for (const who of ['stranger', 'member', 'cityAdmin'] as const) {
      const { title, startsAt, place, orgName } = (await stack.db.events.get('e-b3')) as EventDoc;
      expect(await shown(who, 'event.preview')).toEqual({ title, startsAt, place, orgName });
      const book = { title: '乡土中国', author: '费孝通', tone: 'ink' };
      expect(await shown(who, 'recommendation.preview')).toEqual({ book, orgName: 'orgb3' });
      expect(await shown(who, 'book.preview')).toEqual(book);
    }
  });

  it('shows nobody by a link what is cancelled, withdrawn, not yet published or somebody’s own', async () => {
    const { events, recommendations, books } = stack.db;
    const hidden = async (action: ActionName, code: ErrorCode) => {
      for (const who of ['stranger', 'member', 'ownSecretary'] as const) {
        expect([action, who, await ask(who, action, 'b1')]).toMatchObject([action, who, { ok: false, code }]);
      }
    };
    await events.update({ _id: 'e-b1' }, { set: { cancelled: true } });
    await hidden('event.preview', 'NOT_FOUND');
    await events.update({ _id: 'e-b1' }, { set: { cancelled: false } });

    await recommendations.update({ _id: 'r-b1' }, { set: { withdrawn: true } });
    await hidden('recommendation.preview', 'NOT_FOUND');
    const later = Date.now() + 86_400_000;
    await recommendations.update({ _id: 'r-b1' }, { set: { withdrawn: false, publishAt: later } });
    await hidden('recommendation.preview', 'NOT_FOUND');
    await recommendations.update({ _id: 'r-b1' }, { set: { publishAt: Date.now() - 1000 } });

    await books.update({ _id: 'k1' }, { set: { audience: 'member' } });
    await hidden('book.preview', 'BOOK_NOT_FOUND');
    await books.update({ _id: 'k1' }, { set: { audience: 'all' } });
  });

  it('left every write and every denial of a permission in an audit that verifies', async () => {
    const entries = await readAudit(stack.db);
    const { faults } = await checkAll(stack.db);
    const said = `${entries.length} 条审计记录，链上的问题 ${faults.length}`;
    tellFigure('25', { said, ok: entries.length > 0 && faults.length === 0 });
    expect(faults).toEqual([]);
    const seen = new Set(entries.map(({ actor, action, outcome }) => `${actor} ${action} ${outcome}`));
    for (const action of names.filter((name) => accessOf(name).who === 'permitted')) {
      for (const denied of [
        `nobody ${action} FORBIDDEN`,
        `visitor ${action} NOT_REGISTERED`,
        `disabledMember ${action} DISABLED`,
        `member ${action} FORBIDDEN`,
        `otherAdmin ${action} FORBIDDEN`,
      ]) {
        expect([denied, seen.has(denied)]).toEqual([denied, true]);
      }
      // What the administrator may not do is the auditor's.
      const letIn = ['cityAdmin', 'auditor'].some((who) =>
        ['ok', ...ofTheMatter(action)].some((outcome) => seen.has(`${who} ${action} ${outcome}`)),
      );
      if (actions[action].audited) expect([action, letIn]).toEqual([action, true]);
    }
    expect(JSON.stringify(entries)).not.toMatch(/openid|小江|canary/);
  });
});

it('what one administrator proposes only another one decides, in person', async () => {
  const wrong: string[] = [];
  for (const who of everybody) {
    const proposed = { state: 'proposed', by: 'cityAdmin', secondBy: null } as const;
    await stack.db.roleterms.update({ _id: 't-proposed' }, { set: proposed });
    await stack.db.members.update({ _id: 'member' }, { set: { grants: [] } });
    const input = { ...inputs['role.decide']('root'), agree: true };
    const reply = await stack.send(openidOf(who), { action: 'role.decide', input }, functionOf('role.decide'));
    const outcome = reply.ok ? 'ok' : reply.code;
    const rule = expected(who, 'role.decide', 'root');
    const due = rule !== 'let in' ? rule : who === 'secondAdmin' ? 'ok' : 'ROLE_NOT_YOURS';
    if (outcome !== due) wrong.push(`${who}: ${outcome} instead of ${due}`);
    const given = (await stack.db.members.get('member'))?.grants.length;
    if (given !== (due === 'ok' ? 1 : 0)) wrong.push(`${who}: ${given} roles given`);
    await forget('role.decide');
  }
  expect(wrong).toEqual([]);
});

it('a change of role counts from the next call', async () => {
  expect(outcomeOf('org.joinCode', await ask('ownSecretary', 'org.joinCode', 'b1'))).toBe('let in');
  await stack.db.members.update({ _id: 'ownSecretary' }, { set: { grants: [] } });
  expect(outcomeOf('org.joinCode', await ask('ownSecretary', 'org.joinCode', 'b1'))).toBe('FORBIDDEN');
});
