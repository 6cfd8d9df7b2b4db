import { runJob } from '../../support/runJob';
import { sealedWords, unsettledCases } from '../../../cloudfunctions/domains/moderation/jobs';
import { LEASE_MS } from '../../../cloudfunctions/shared/moderation/rules/machine';
import { codeOf, commandId, DAY, NOW, submitted, told, words } from './submission';

describe('two moderators on one item', () => {
  it('of two who claim it at once one has it, and only he decides', async () => {
    const { claim, decide } = await submitted();
    const replies = await Promise.all([claim('first'), claim('second')]);
    expect(replies.map(codeOf).sort()).toEqual(['CASE_TAKEN', 'ok']);
    const [has, waits] = codeOf(replies[0] ?? { ok: false }) === 'ok' ? ['first', 'second'] : ['second', 'first'];
    expect(codeOf(await decide(waits ?? '', 'visible'))).toBe('CASE_NOT_CLAIMED');
    const verdicts = await Promise.all([decide(has ?? '', 'visible'), decide(has ?? '', 'rejected')]);
    expect(verdicts.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
  });

  it('a claim lapses after ten minutes, and whoever had it learns that somebody took over', async () => {
    const { town, claim, decide, seen } = await submitted();
    await claim('first');
    town.clock.now += LEASE_MS - 1;
    expect(codeOf(await claim('second'))).toBe('CASE_TAKEN');
    town.clock.now += 1;
    expect(codeOf(await claim('second'))).toBe('ok');
    expect(codeOf(await decide('first', 'visible'))).toBe('CASE_NOT_CLAIMED');
    expect(codeOf(await decide('second', 'visible'))).toBe('ok');
    expect(await seen()).toBe(true);
  });

  it('a claim that ran out and nobody wanted still decides; one that was let go does not', async () => {
    const { town, id, claim, decide } = await submitted();
    await claim('first');
    await town.done('first', 'moderation.release', { commandId: commandId(), id });
    expect(codeOf(await decide('first', 'visible'))).toBe('CASE_NOT_CLAIMED');
    await claim('first');
    town.clock.now += 2 * LEASE_MS;
    expect(codeOf(await decide('first', 'visible'))).toBe('ok');
  });

  it('sent again, a decision is one, also where the first sending was killed before it was carried out', async () => {
    const { town, id, claim, seen } = await submitted();
    await claim('first');
    const input = { commandId: commandId(), id, verdict: 'visible', reason: null, words: '' } as const;
    const once = await town.done('first', 'moderation.decide', input);
    expect(await town.done('first', 'moderation.decide', input)).toEqual(once);
    expect(await told(town)).toEqual([['contentDecided', '荐书通过了审核']]);
    expect(await seen()).toBe(true);
  });

  it('what a killed call had decided, the job carries out', async () => {
    const { town, id, thing, seen } = await submitted();
    const set = { state: 'visible', queue: 'done', unsettledAt: NOW, turn: 1 } as const;
    await town.db.moderationCases.update({ _id: id }, { set });
    await runJob(unsettledCases, town.db, NOW + 59_000);
    expect(await seen()).toBe(false);
    await runJob(unsettledCases, town.db, NOW + 61_000);
    town.clock.now += 61_000;
    expect(await seen()).toBe(true);
    expect(await town.db.recommendations.get(thing)).not.toHaveProperty('held');
    expect(await town.db.moderationCases.get(id)).not.toHaveProperty('unsettledAt');
  });
});

describe('appeals', () => {
  it('are decided by another person, once, and shown if he says so', async () => {
    const { town, claim, decide, reject, appeal, seen } = await submitted();
    await reject('first');
    expect(codeOf(await appeal())).toBe('ok');
    expect(codeOf(await claim('first'))).toBe('CASE_SAME_PERSON');
    expect(codeOf(await claim('secretary'))).toBe('FORBIDDEN');
    await claim('second');
    expect(codeOf(await decide('second', 'visible'))).toBe('ok');
    expect(await seen()).toBe(true);
    expect(await told(town)).toEqual([
      ['contentDecided', '荐书没有通过审核'],
      ['contentAppealed', '荐书通过了审核'],
    ]);
  });

  it('are possible once, and for fourteen days', async () => {
    const { town, claim, decide, reject, appeal, seen } = await submitted();
    await reject('first');
    await appeal();
    await claim('second');
    await decide('second', 'rejected');
    expect(codeOf(await appeal())).toBe('APPEAL_ONCE');
    expect(await seen()).toBe(false);
    const late = await submitted();
    await late.reject('first');
    late.town.clock.now += 14 * DAY;
    expect(codeOf(await late.appeal())).toBe('APPEAL_OVER');
    expect(town.db).toBeDefined();
  });

  it('nobody decides about his own words', async () => {
    const { town, id } = await submitted();
    await town.db.moderationCases.update({ _id: id }, { set: { authorId: 'first' } });
    expect(codeOf(await town.call('first', 'moderation.claim', { commandId: commandId(), id }))).toBe('CASE_OWN');
  });
});

describe('sealed words', () => {
  it('are erased after the time for an appeal, with what the domain kept, and not before', async () => {
    const { town, id, thing, reject } = await submitted();
    await reject('first');
    await runJob(sealedWords, town.db, NOW + 14 * DAY - 1);
    expect((await town.db.moderationCases.get(id))?.parts.length).toBeGreaterThan(0);
    await runJob(sealedWords, town.db, NOW + 14 * DAY);
    expect(await town.db.moderationCases.get(id)).toMatchObject({ parts: [], fields: null, title: '', erasedAt: null });
    expect(await town.db.recommendations.get(thing)).toBeUndefined();
    expect(JSON.stringify(await town.dump())).not.toContain('要看过的话');
  });

  it('stay while nobody has answered an appeal, however long that takes', async () => {
    const { town, id, thing, reject, appeal } = await submitted();
    await reject('first');
    await appeal();
    await runJob(sealedWords, town.db, NOW + 400 * DAY);
    expect((await town.db.moderationCases.get(id))?.parts.length).toBeGreaterThan(0);
    expect(await town.db.recommendations.get(thing)).toBeDefined();
  });
});

describe('a decision that is taken back', () => {
  it('has a text wait again that was shown, for a day', async () => {
    const { town, claim, decide, undo, seen, standing } = await submitted();
    await claim('first');
    await decide('first', 'visible');
    expect(await seen()).toBe(true);
    expect(codeOf(await undo('second'))).toBe('ok');
    expect([await seen(), await standing()]).toEqual([false, 'review']);
    await claim('second');
    await decide('second', 'visible');
    expect(await seen()).toBe(true);
    town.clock.now += DAY;
    expect(codeOf(await undo('first'))).toBe('DECISION_FIXED');
  });

  it('is not one that the author has appealed against', async () => {
    const { reject, appeal, undo } = await submitted();
    await reject('first');
    await appeal();
    expect(codeOf(await undo('first'))).toBe('DECISION_FIXED');
  });
});

describe('words that were written anew', () => {
  it('are judged anew; a decision about the ones before has no effect', async () => {
    const { town, id, thing, version, claim, decide, seen, standing } = await submitted();
    await claim('first');
    town.wechat.answer = () => Promise.resolve({ errcode: 0, result: { suggest: 'review' } });
    const input = { commandId: commandId(), id: thing, version, ...words, reason: '后来的话' };
    const revised = await town.done('secretary', 'recommendation.revise', input);
    expect(revised.recommendation.held?.caseId).not.toBe(id);
    expect(await standing()).toBe('overtaken');
    expect(codeOf(await decide('first', 'visible'))).toBe('CASE_CLOSED');
    expect(await seen()).toBe(false);
  });

  it('of an edit that waited: the earlier version stays up, and the edit is not written over somebody else’s', async () => {
    const { town, thing, claim, decide } = await submitted();
    await claim('first');
    await decide('first', 'visible');
    const pass = town.wechat.answer;
    town.wechat.answer = () => Promise.resolve({ errcode: 0, result: { suggest: 'review' } });
    const edit = { id: thing, version: 1, ...words };
    const mine = await town.done('secretary', 'recommendation.revise', {
      ...edit,
      commandId: commandId(),
      reason: '改一',
    });
    expect(mine.recommendation).toMatchObject({ reason: words.reason, held: { of: 'edit', state: 'waiting' } });
    town.wechat.answer = pass;
    // The same words at another time need nobody's verdict, and make another version.
    await town.db.recommendations.update({ _id: thing }, { inc: { version: 1 } });
    const id = mine.recommendation.held?.caseId ?? '';
    await town.done('first', 'moderation.claim', { commandId: commandId(), id });
    const verdict = { verdict: 'visible', reason: null, words: '' } as const;
    const reply = await town.call('first', 'moderation.decide', { commandId: commandId(), id, ...verdict });
    expect(codeOf(reply)).toBe('CASE_OVERTAKEN');
    expect((await town.db.recommendations.get(thing))?.reason).toBe(words.reason);
    expect((await town.done('secretary', 'moderation.own', { id })).case.parts[0]?.text).toBe('改一');
  });

  it('of an edit that passes are written, once', async () => {
    const { town, thing, claim, decide } = await submitted();
    await claim('first');
    await decide('first', 'visible');
    town.wechat.answer = () => Promise.resolve({ errcode: 0, result: { suggest: 'review' } });
    const edit = { commandId: commandId(), id: thing, version: 1, ...words, reason: '改过的话' };
    const held = (await town.done('secretary', 'recommendation.revise', edit)).recommendation.held;
    const id = held?.caseId ?? '';
    await town.done('first', 'moderation.claim', { commandId: commandId(), id });
    const verdict = { verdict: 'visible', reason: null, words: '' } as const;
    await town.done('first', 'moderation.decide', { commandId: commandId(), id, ...verdict });
    const { recommendation } = await town.done('reader', 'recommendation.get', { id: thing });
    expect(recommendation).toMatchObject({ reason: '改过的话', version: 2 });
    expect(recommendation).not.toHaveProperty('held');
  });
});
