import { NEVER } from '../../../cloudfunctions/shared/moderation/rules/machine';
import { keptBack, verdictOn } from '../../../cloudfunctions/shared/publication/rules/moderation';
import { isKept, meantFor, stateOf } from '../../../cloudfunctions/shared/publication/rules/publication';

const NOW = 1_000;
const held = { of: 'publication', state: 'waiting', caseId: 'mc1' } as const;
const judged = (cause: 'publication' | 'edit' | 'report', publishAt = 500) => ({
  ...{ _id: 'mc1', cause, version: 3 },
  fields: { publishAt, ...(cause === 'edit' && { reason: '改过' }) },
});

describe('a publication that is kept back', () => {
  it('is out at a time that never comes, and says when it is meant for', () => {
    const kept = keptBack(held, 500);
    expect(kept).toEqual({ publishAt: NEVER, held: { ...held, publishAt: 500 } });
    expect([isKept(kept), meantFor(kept), stateOf({ ...kept, withdrawn: false }, NOW)]).toEqual([
      true,
      500,
      'scheduled',
    ]);
    expect(keptBack(undefined, 500)).toEqual({ publishAt: 500 });
    expect(meantFor({ publishAt: 500, held: { ...held, of: 'edit', publishAt: 900 } })).toBe(500);
  });
});

describe('a verdict', () => {
  const setOf = (...args: Parameters<typeof verdictOn>) => verdictOn(...args).map(({ change }) => change.set);
  it('shows a first publication at once or when it is meant for, and one that was up as it was', () => {
    expect(setOf(judged('publication'), 'visible', NOW)).toEqual([{ publishAt: NOW }]);
    expect(setOf(judged('publication', 5_000), 'visible', NOW)).toEqual([{ publishAt: 5_000 }]);
    expect(setOf(judged('report'), 'visible', NOW)).toEqual([{ publishAt: 500 }]);
  });
  it('keeps it from others, or has it wait again, where its words are those that were judged', () => {
    for (const to of ['rejected', 'waiting'] as const) {
      const steps = verdictOn(judged('publication'), to, NOW);
      expect(steps.map(({ expected }) => expected)).toEqual([{ 'held.caseId': 'mc1' }, { version: 3, held: null }]);
      expect(steps[0]?.change.set).toEqual({ publishAt: NEVER, held: { ...held, state: to, publishAt: 500 } });
    }
  });
  it('writes a change over the version that it changes, and else only says how it stands', () => {
    const [written] = verdictOn(judged('edit'), 'visible', NOW);
    expect(written).toMatchObject({ change: { set: { reason: '改过', publishAt: 500 } }, expected: { version: 3 } });
    expect(setOf(judged('edit'), 'rejected', NOW)).toEqual([{ 'held.state': 'rejected' }]);
    expect(setOf(judged('edit'), 'waiting', NOW)).toEqual([{ 'held.state': 'waiting' }]);
  });
});
