import { emptyPlan, planErrors, toCreation, toRevision, type EventPlan } from '@/features/event/plan';
import { withStart } from '@/features/event/times';

const now = 1_800_000_000_000;
const start = now + 7 * 86_400_000;
const plan: EventPlan = {
  ...withStart(emptyPlan, start),
  orgId: 'org1',
  title: '悦读青春',
  place: '市图书馆',
  about: '带一首诗来',
  capacity: '20',
};

describe('a plan of an event', () => {
  it('is complete without questions', () => {
    expect(planErrors(plan, now)).toEqual({});
  });

  it('names every empty field at once; end and deadline follow from the start', () => {
    expect(Object.keys(planErrors(emptyPlan, now)).sort()).toEqual(
      ['about', 'capacity', 'orgId', 'place', 'startsAt', 'title'].sort(),
    );
  });

  it('finds an end before the start and a deadline after it', () => {
    expect(planErrors({ ...plan, endsAt: start }, now)).toHaveProperty('endsAt');
    expect(planErrors({ ...plan, deadline: start + 1 }, now)).toHaveProperty('deadline');
    expect(planErrors({ ...plan, deadline: start }, now)).toEqual({});
  });

  it.each([
    ['past', now - 7 * 86_400_000, /已经过去/],
    ['beyond what can be stored', Date.UTC(2999, 0, 1), /2100/],
  ])('says of a day that is %s what is wrong, once, and in Chinese', (_which, startsAt, words) => {
    const errors = planErrors({ ...plan, startsAt }, now);
    expect(errors).toEqual({ startsAt: expect.stringMatching(words) as string });
  });

  it('keeps what is wrong with an end and a deadline that were chosen', () => {
    const wrong = { ...plan, startsAt: now - 2, endsAt: now - 3, deadline: now - 1 };
    expect(Object.keys(planErrors(wrong, now))).toEqual(['startsAt', 'endsAt', 'deadline']);
  });

  it.each(['', '0', '1001', '2.5', '二十', '-3'])('refuses %p as a number of places', (capacity) => {
    expect(planErrors({ ...plan, capacity }, now)).toHaveProperty('capacity');
  });

  it('names a question without text and a choice with one option', () => {
    const form = [
      { id: 'q1', label: ' ', kind: 'text' as const, required: true, options: [] },
      { id: 'q2', label: '尺码', kind: 'choice' as const, required: true, options: ['M'] },
    ];
    expect(Object.keys(planErrors({ ...plan, form }, now))).toEqual(['form.0.label', 'form.1.options']);
  });
});

describe('what is sent', () => {
  it('drops the options of a question that became a text', () => {
    const form = [{ id: 'q1', label: '尺码', kind: 'text' as const, required: false, options: ['M', 'L'] }];
    expect(toCreation({ ...plan, form }, now).form[0]?.options).toEqual([]);
  });

  it('has no questions and no organisation in a revision', () => {
    expect(Object.keys(toRevision(plan, now))).not.toEqual(expect.arrayContaining(['form', 'orgId']));
    expect(toRevision(plan, now).capacity).toBe(20);
  });
});
