import type { ErrorCode, Reply } from '../../../contract/errors';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import type { Access } from '../../../contract/action';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { not } from '../../../cloudfunctions/kernel/port';
import { readAudit } from '../../support/audit';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import type { Who } from './city';
import { buildCity, canary, everybody, inputs, openidOf } from './city';

/*
 * Who may do what, made from the contract: every action × everybody × things of five places. The expected table is
 * derived here from the rules as people state them, not from the code that keeps them.
 */

const names = Object.keys(actions) as ActionName[];
const places = ['b1', 'b2', 'd1', 'root', 'b3'] as const;
type Place = (typeof places)[number];

/** What each person's orgs let them see: their own branch and everything above it. */
const sees: Partial<Record<Who, readonly Place[]>> = {
  member: ['b1', 'd1', 'root'],
  judge: ['b1', 'd1', 'root'],
  auditor: ['b1', 'd1', 'root'],
  ownSecretary: ['b1', 'd1', 'root'],
  siblingMember: ['b2', 'd1', 'root'],
  siblingSecretary: ['b2', 'd1', 'root'],
  otherMember: ['b3', 'root'],
  parentAdmin: ['d1', 'root'],
  districtCityAdmin: ['d1', 'root'],
  otherAdmin: ['root'],
  cityAdmin: ['root'],
};
/** Where each person may organise: the org of the role and everything below it. */
const manages: Partial<Record<Who, readonly Place[]>> = {
  ownSecretary: ['b1'],
  siblingSecretary: ['b2'],
  parentAdmin: ['d1', 'b1', 'b2'],
  districtCityAdmin: ['d1', 'b1', 'b2'],
  otherAdmin: ['b3'],
  cityAdmin: places,
};

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
  if (who === 'disabledMember' || who === 'disabledAdmin') return 'DISABLED';
  if (access.who === 'visitor') return 'let in';
  if (who === 'stranger') return 'NOT_REGISTERED';
  if (committeeOnly.includes(action)) return who === 'cityAdmin' ? 'let in' : 'FORBIDDEN';
  if (access.who === 'permitted') return manages[who]?.includes(place) === true ? 'let in' : 'FORBIDDEN';
  if (!aboutOneThing.includes(action)) return 'let in';
  const visible = sees[who]?.includes(place) === true || manages[who]?.includes(place) === true;
  return visible ? 'let in' : 'NOT_FOUND';
}

/** Refusals that say something of the matter itself: the person was let in. */
const ofTheMatter: readonly ErrorCode[] = ['CONFLICT', 'SIGNUP_NOT_FOUND', 'ALREADY_JOINED', 'ALREADY_PUBLISHED'];
const outcomeOf = (reply: Reply<unknown>): Expected =>
  reply.ok || ofTheMatter.includes(reply.code) ? 'let in' : reply.code;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const ask = (who: Who, action: ActionName, place: Place, extra: Record<string, unknown> = {}) =>
  stack.send(openidOf(who), { action, input: inputs[action](place), ...extra }, functionOf(action));

/** So that one person's calls do not change another's: no counted calls, and the stranger has not joined. */
async function forget(): Promise<void> {
  await stack.db.limits.remove({ _id: not('') });
  await stack.db.denials.remove({ _id: not('') });
  await stack.db.members.remove({ openid: 'openid-stranger' });
}

describe('the authorization matrix', () => {
  it.each(names)(
    '%s: everybody gets exactly what the table says',
    async (action) => {
      const wrong: string[] = [];
      for (const who of everybody) {
        for (const place of placed.includes(action) ? places : (['b1'] as const)) {
          const outcome = outcomeOf(await ask(who, action, place));
          const due = expected(who, action, place);
          if (outcome !== due) wrong.push(`${who} on ${place}: ${outcome} instead of ${due}`);
        }
        await forget();
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
    for (const action of names) {
      for (const who of ['nobody', 'stranger', 'otherMember'] as const) {
        expect([action, who, outcomeOf(await ask(who, action, 'b1', forged))]).toEqual([
          action,
          who,
          expected(who, action, 'b1'),
        ]);
      }
      await forget();
    }
  }, 60_000);

  it('lets no secret of another org into any reply', async () => {
    const hidden: Partial<Record<Who, readonly Place[]>> = { otherMember: ['b1', 'b2', 'd1'], member: ['b2', 'b3'] };
    for (const [who, secret] of Object.entries(hidden) as [Who, readonly Place[]][]) {
      // What an organiser has published of an event is shown to whoever has the link.
      for (const action of names.filter((name) => name !== 'event.preview')) {
        for (const place of secret) {
          const reply = JSON.stringify(await ask(who, action, place));
          for (const other of secret) expect([action, reply.includes(canary(other))]).toEqual([action, false]);
          expect(reply).not.toContain('openid-');
        }
      }
    }
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
    expect((await checkAll(stack.db)).faults).toEqual([]);
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
      if (actions[action].audited) expect(seen).toContain(`cityAdmin ${action} ok`);
    }
    expect(JSON.stringify(entries)).not.toMatch(/openid|小江|canary/);
  });
});

it('a change of role counts from the next call', async () => {
  expect(outcomeOf(await ask('ownSecretary', 'org.joinCode', 'b1'))).toBe('let in');
  await stack.db.members.update({ _id: 'ownSecretary' }, { set: { grants: [] } });
  expect(outcomeOf(await ask('ownSecretary', 'org.joinCode', 'b1'))).toBe('FORBIDDEN');
});
