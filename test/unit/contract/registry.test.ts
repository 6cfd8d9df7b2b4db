import * as v from 'valibot';
import { clientActions } from '../../../contract/clientActions';
import { errorMessages, commonErrors } from '../../../contract/errors';
import { timerTriggers } from '../../../contract/deployment';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions, isActionName } from '../../../contract/registry';
import type { ActionSpec } from '../../../contract/action';
import { corners } from '../../integration/authz/corner';
import { offlineOf } from '../../../contract/offline';

const entries = Object.entries(actions) as [ActionName, ActionSpec][];

describe('every action', () => {
  it.each(entries)('%s refuses undeclared keys, so that no operator rides in', (_name, { input }) => {
    const parsed = v.safeParse(input, { $where: '1', undeclared: 1 });
    const undeclared = (parsed.issues ?? []).map(({ path }) => (path?.[0] as { key?: unknown } | undefined)?.key);
    expect(undeclared.some((key) => key === '$where' || key === 'undeclared')).toBe(true);
  });

  it.each(entries)('%s refuses anything that is not an object', (_name, { input }) => {
    for (const value of [null, undefined, 'text', 5, true]) expect(v.safeParse(input, value).success).toBe(false);
  });

  it.each(entries)('%s carries a command id if it is a command, and none if it is a query', (_name, spec) => {
    const fields = Object.keys((spec.input as unknown as { entries: object }).entries);
    expect(fields.includes('commandId')).toBe(spec.kind === 'command');
  });

  it.each(entries)('%s declares codes of the closed list, beyond the common ones, once each', (_name, { errors }) => {
    expect(new Set(errors).size).toBe(errors.length);
    for (const code of errors) {
      expect(errorMessages).toHaveProperty(code);
      expect(commonErrors as readonly string[]).not.toContain(code);
    }
  });

  it.each(entries)('%s has a limit that is not open', (_name, { limit }) => {
    expect(limit.max).toBeGreaterThan(0);
    expect(limit.windowSec).toBeGreaterThan(0);
  });

  it.each(['me.join', 'book.add', 'feedback.submit', 'event.create', 'recommendation.create'] as const)(
    '%s leaves a document each time and is limited exactly, so that nobody fills the database',
    (name) => {
      expect(actions[name].limit.counted).toBe('exact');
      expect(actions[name].limit.max / actions[name].limit.windowSec).toBeLessThanOrEqual(1 / 60);
    },
  );

  it.each(entries)('%s is audited if it is a command that needs a permission', (_name, { kind, access, audited }) => {
    if (kind === 'command' && access.who === 'permitted') expect(audited).toBe(true);
  });

  const commands = entries.filter(([, { kind }]) => kind === 'command');
  const queries = entries.filter(([, { kind }]) => kind === 'query').map(([name]) => name);
  it.each(commands)(
    '%s names beginnings of queries that there are as stale, none of them twice',
    (_name, { stale }) => {
      const prefixes = stale === 'all' ? [] : (stale ?? []);
      const useless = prefixes.filter(
        (prefix) =>
          !queries.some((query) => query.startsWith(prefix)) ||
          prefixes.some((other) => other !== prefix && prefix.startsWith(other)),
      );
      expect(useless).toEqual([]);
      expect(stale?.length).toBeGreaterThan(0);
    },
  );

  it.each(entries)('%s finds the screen behind only by refusals that it declares', (_name, { behind, errors }) => {
    expect((behind ?? []).filter((code) => !errors.includes(code))).toEqual([]);
  });

  it.each(entries)('%s tells the client what it makes stale as it declares', (name, { stale, behind }) => {
    expect(clientActions[name]?.stale).toEqual(stale);
    expect(clientActions[name]?.behind).toEqual(behind);
  });

  it.each(entries)('%s is kept on no phone if it needs a permission or changes something', (_name, spec) => {
    if (spec.kind === 'command' || spec.access.who !== 'member') expect(spec.offline).toBeUndefined();
  });

  it.each(entries)('%s is kept by the client as it declares', (name, { offline }) => {
    expect(offlineOf(name)).toBe(offline);
  });

  it.each(entries)('%s is served by the function that it declares', (name, { served }) => {
    expect(functionOf(name)).toBe(served ?? 'api');
  });
});

describe('the registry', () => {
  it('knows its own names only', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '', 'me', null, undefined, {}, 5]) {
      expect(isActionName(name)).toBe(false);
    }
    expect(isActionName('me.session')).toBe(true);
  });

  it('has no action that lists who did not read, and none that ranks people (R1, R3)', () => {
    for (const [name] of entries) expect(name).not.toMatch(/rank|missing|absent|leaderboard/i);
  });

  it('lets a phone keep what is one’s own or read by everybody, and nothing of other people (ADR 11)', () => {
    const kept = entries.filter(([, { offline }]) => offline !== undefined).map(([name]) => name);
    expect(kept.sort()).toEqual(corners.flatMap((corner) => corner.kept ?? []).sort());
  });

  it('plans its timers in the cloud’s own form', () => {
    for (const { cron } of timerTriggers) expect(cron.split(' ')).toHaveLength(7);
  });

  it('says every refusal in Chinese, with a full stop', () => {
    for (const message of Object.values(errorMessages)) expect(message).toMatch(/[\u4e00-\u9fff].*。$/u);
  });
});
