import fc from 'fast-check';
import { caseStates, causes } from '../../../contract/domains/moderation/constants';
import {
  after,
  appealUntil,
  erasedAfter,
  hindrance,
  mayUndo,
  queueOf,
  thingAfter,
  type Standing,
  type Step,
} from '../../../cloudfunctions/shared/moderation/rules/machine';
import type { Decision } from '../../../cloudfunctions/shared/moderation/shape';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 4);
const decision = (more: Partial<Decision> = {}): Decision => ({
  ...{ verdict: 'rejected', reason: 'insult', words: '', at: NOW, by: 'm1', onAppeal: false },
  ...more,
});
const standing = (more: Partial<Standing> = {}): Standing => ({
  ...{ state: 'pending', cause: 'publication', appeal: null, decisions: [], erasedAt: null },
  ...more,
});
const appeal = { text: '误判', at: NOW };

const steps = fc.constantFrom<Step[]>(
  { how: 'checked', suggest: 'pass' },
  { how: 'checked', suggest: 'review' },
  { how: 'checked', suggest: 'risky' },
  { how: 'decided', verdict: 'visible' },
  { how: 'decided', verdict: 'rejected' },
  { how: 'appealed' },
  { how: 'undone' },
  { how: 'overtaken' },
);

/** Takes steps one after the other, as the store does, those that are not to be taken left out. */
function walk(taken: readonly Step[], first: Standing): { states: Standing[]; steps: Step[] } {
  const states = [first];
  const went: Step[] = [];
  for (const step of taken) {
    const seen = states.at(-1) ?? first;
    const state = after(seen, step);
    if (state === undefined) continue;
    went.push(step);
    const said = step.how === 'appealed' ? { appeal } : {};
    states.push({ ...seen, ...said, state });
  }
  return { states, steps: went };
}

describe('the state machine', () => {
  it('shows nothing without a verdict that it passes, WeChat’s or a person’s', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), fc.constantFrom(...caseStates), (taken, state) => {
        fc.pre(state !== 'visible');
        const { states, steps: went } = walk(taken, standing({ state }));
        for (const [index, step] of went.entries()) {
          if (states[index + 1]?.state !== 'visible') continue;
          const passed =
            (step.how === 'checked' && step.suggest === 'pass') ||
            (step.how === 'decided' && step.verdict === 'visible');
          expect(passed).toBe(true);
        }
      }),
    );
  });

  it('takes one appeal, leaves what was written anew alone, and asks a machine about what waits only', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 20 }), (taken) => {
        const { states, steps: went } = walk(taken, standing());
        expect(went.filter(({ how }) => how === 'appealed').length).toBeLessThanOrEqual(1);
        for (const [index, { how }] of went.entries()) {
          expect(states[index]?.state).not.toBe('overtaken');
          if (how === 'checked') expect(states[index]?.state).toBe('pending');
        }
      }),
    );
  });

  it('goes from state to state as the table of the mechanism says', () => {
    const to = (state: Standing['state'], step: Step) => after(standing({ state }), step);
    expect(to('pending', { how: 'checked', suggest: 'review' })).toBe('review');
    expect(to('pending', { how: 'checked', suggest: 'risky' })).toBe('rejected');
    expect(to('review', { how: 'checked', suggest: 'pass' })).toBeUndefined();
    expect(to('review', { how: 'decided', verdict: 'rejected' })).toBe('rejected');
    expect(to('visible', { how: 'decided', verdict: 'rejected' })).toBeUndefined();
    expect(to('rejected', { how: 'appealed' })).toBe('review');
    expect(after(standing({ state: 'rejected', appeal }), { how: 'appealed' })).toBeUndefined();
    expect(to('visible', { how: 'undone' })).toBe('review');
    expect(to('rejected', { how: 'undone' })).toBe('review');
    expect(to('review', { how: 'undone' })).toBeUndefined();
    expect(to('visible', { how: 'overtaken' })).toBeUndefined();
  });
});

describe('what a state means for the thing', () => {
  it('is kept from others while it waits, unless it was up when somebody reported it', () => {
    for (const cause of causes) {
      const wasUp = cause === 'report' || cause === 'sample';
      expect(thingAfter({ cause, appeal: null }, 'review')).toBe(wasUp ? 'visible' : 'waiting');
      expect(thingAfter({ cause, appeal }, 'review')).toBe('waiting');
      expect(thingAfter({ cause, appeal }, 'rejected')).toBe('rejected');
      expect(thingAfter({ cause, appeal: null }, 'visible')).toBe('visible');
      expect(thingAfter({ cause, appeal }, 'overtaken')).toBeUndefined();
    }
  });

  it('puts each case into one list of the queue', () => {
    expect(queueOf(standing())).toBe('first');
    expect(queueOf(standing({ state: 'review', cause: 'edit' }))).toBe('first');
    expect(queueOf(standing({ state: 'review', cause: 'report' }))).toBe('report');
    expect(queueOf(standing({ state: 'review', cause: 'sample' }))).toBe('sample');
    expect(queueOf(standing({ state: 'review', appeal }))).toBe('appeal');
    expect(queueOf(standing({ state: 'review', appeal, decisions: [decision({ onAppeal: true })] }))).toBe('first');
    for (const state of ['visible', 'rejected', 'overtaken'] as const)
      expect(queueOf(standing({ state }))).toBe('done');
  });
});

describe('appeals and decisions', () => {
  const rejected = standing({ state: 'rejected', decisions: [decision()] });

  it('an appeal is possible for fourteen days, once, against what was turned down', () => {
    expect(appealUntil(rejected, NOW + 14 * DAY - 1)).toBe(NOW + 14 * DAY);
    expect(appealUntil(rejected, NOW + 14 * DAY)).toBeNull();
    expect(appealUntil({ ...rejected, appeal }, NOW)).toBeNull();
    expect(appealUntil({ ...rejected, state: 'visible' }, NOW)).toBeNull();
    expect(appealUntil({ ...rejected, decisions: [] }, NOW)).toBeNull();
  });

  it('words are erased no earlier than an appeal is possible, nor than a decision on one can be taken back', () => {
    expect(erasedAfter({ appeal: null }, NOW)).toBe(appealUntil(rejected, NOW));
    expect(erasedAfter({ appeal }, NOW)).toBe(NOW + DAY);
  });

  it('nobody decides about his own words, about what is closed, or about an appeal against himself', () => {
    const open = { ...standing({ state: 'review' }), authorId: 'a' };
    expect(hindrance(open, 'a')).toBe('own');
    expect(hindrance(open, 'm1')).toBeNull();
    expect(hindrance({ ...open, state: 'visible' }, 'm1')).toBe('closed');
    const appealed = { ...open, appeal, decisions: [decision()] };
    expect(hindrance(appealed, 'm1')).toBe('samePerson');
    expect(hindrance(appealed, 'm2')).toBeNull();
    // Somebody has answered the appeal, and took that back.
    const answered = { ...appealed, decisions: [decision(), decision({ by: 'm2', onAppeal: true })] };
    expect(hindrance(answered, 'm1')).toBeNull();
  });

  it('a person’s decision can be taken back for a day, where nothing came of it that stays', () => {
    const parts = [{ label: '备注', text: 'x' }];
    const doc = { ...rejected, parts };
    const at = { now: NOW, takesBack: false };
    expect(mayUndo(doc, at)).toBe(true);
    expect(mayUndo(doc, { ...at, now: NOW + DAY })).toBe(false);
    expect(mayUndo({ ...doc, decisions: [] }, at)).toBe(false);
    expect(mayUndo({ ...doc, decisions: [decision({ by: null })] }, at)).toBe(false);
    expect(mayUndo({ ...doc, parts: [] }, at)).toBe(false);
    expect(mayUndo({ ...doc, state: 'visible' }, at)).toBe(false);
    expect(mayUndo({ ...doc, state: 'visible' }, { ...at, takesBack: true })).toBe(true);
    expect(mayUndo({ ...doc, state: 'review' }, { ...at, takesBack: true })).toBe(false);
  });
});
