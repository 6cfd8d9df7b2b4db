import type { Town } from '../../support/domains';
import { codeOf, commandId, NOW, submitted } from './submission';

describe('reports', () => {
  const report = (town: Town, who: string, thing: string, reason: 'insult' | 'rumour' = 'insult') =>
    town.call(who, 'moderation.report', {
      commandId: commandId(),
      kind: 'recommendation',
      thing,
      reason,
      words: '请看',
    });

  it('several about one thing are one case; it stays up until a person decides, and nobody but an auditor reads who', async () => {
    const { town, thing, claim, decide, seen } = await submitted();
    expect(codeOf(await report(town, 'reader', thing))).toBe('NOT_FOUND');
    await claim('first');
    await decide('first', 'visible');
    for (const who of ['reader', 'reader', 'neighbour'])
      expect(codeOf(await report(town, who, thing, 'rumour'))).toBe('ok');
    expect(codeOf(await report(town, 'stranger', thing))).toBe('NOT_FOUND');
    expect(await seen()).toBe(true);
    const queue = { orgId: 'east', which: 'report' } as const;
    const { items } = await town.done('first', 'moderation.queue', queue);
    expect(items).toMatchObject([{ reported: ['rumour'], cause: 'report' }]);
    const id = items[0]?.id ?? '';
    expect(await town.db.moderationReports.count({ caseId: id })).toBe(2);
    expect(JSON.stringify(await town.done('first', 'moderation.case', { id }))).not.toMatch(
      /reader|neighbour|secretary/,
    );
    expect(codeOf(await town.call('first', 'moderation.reporters', { id }))).toBe('FORBIDDEN');
    const reporters = await town.done('auditor', 'moderation.reporters', { id });
    expect(reporters.items.map(({ name }) => name)).toEqual(['reader同志', 'neighbour同志']);
    // Its author learns of it once something was turned down, and the thing is gone from everywhere.
    expect((await town.done('secretary', 'moderation.mine', {})).items).toHaveLength(1);
    await town.done('first', 'moderation.claim', { commandId: commandId(), id });
    const verdict = { verdict: 'rejected', reason: 'rumour', words: '' } as const;
    await town.done('first', 'moderation.decide', { commandId: commandId(), id, ...verdict });
    expect(await seen()).toBe(false);
    expect((await town.done('secretary', 'moderation.mine', {})).items).toHaveLength(2);
    // Taken back, it is up again and waits for somebody to look.
    await town.done('first', 'moderation.undo', { commandId: commandId(), id });
    expect(await seen()).toBe(true);
  });
});

describe('advertising', () => {
  it('is turned down many at a time, each told by itself; what others have and appeals are left alone', async () => {
    const { town, id, claim } = await submitted();
    const copy = await town.db.moderationCases.get(id);
    if (copy === undefined) throw new Error('no case');
    const appealed = { state: 'review', queue: 'appeal', appeal: { text: 'x', at: NOW } } as const;
    await town.db.moderationCases.addAll([
      { ...copy, _id: 'mc-free', thing: 'none' },
      { ...copy, _id: 'mc-appeal', ...appealed },
      { ...copy, _id: 'mc-done', state: 'visible', queue: 'done' },
      { ...copy, _id: 'mc-own', authorId: 'second' },
    ]);
    await claim('first');
    const ids = [id, 'mc-free', 'mc-appeal', 'mc-done', 'mc-own', 'mc-none'];
    const input = { commandId: commandId(), ids };
    const { results } = await town.done('second', 'moderation.rejectSpam', input);
    expect(results.map(({ result }) => result)).toEqual(['taken', 'closed', 'taken', 'closed', 'own', 'gone']);
    expect(codeOf(await town.call('reader', 'moderation.rejectSpam', { ...input, ids: [id] }))).toBe('FORBIDDEN');
    await town.done('first', 'moderation.release', { commandId: commandId(), id });
    const again = { commandId: commandId(), ids: [id] };
    const twice = [await town.done('second', 'moderation.rejectSpam', again)];
    twice.push(await town.done('second', 'moderation.rejectSpam', again));
    expect(twice).toEqual([{ results: [{ id, result: 'done' }] }, { results: [{ id, result: 'done' }] }]);
  });
});
