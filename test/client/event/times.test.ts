import fc from 'fast-check';
import * as v from 'valibot';
import { dayOf, formDate, formTime } from '@contract/day';
import { actions } from '@contract/registry';
import { scheduleError, timeErrors } from '@contract/times';
import { emptyPlan, planErrors, toCreation, type EventPlan } from '@/features/event/plan';
import { timesOf, withStart } from '@/features/event/times';
import { emptyWords, wordsErrors } from '@/features/recommendation/words';
import { instantOfDate, instantOfTime } from '@/shared/ui/DateTimeField/suggest';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(`${text}+08:00`);

const written: EventPlan = {
  ...emptyPlan,
  orgId: 'org1',
  title: '悦读青春',
  place: '市图书馆',
  about: '带一首诗来',
  capacity: '20',
};

/** Some instant of these years, to the millisecond; ends of months, leap days and midnights among them. */
const anyNow = fc.oneof(
  fc.integer({ min: at('2026-01-01T00:00'), max: at('2029-01-01T00:00') }),
  fc
    .tuple(
      fc.constantFrom('2026-12-31', '2027-01-31', '2028-02-28', '2028-02-29', '2028-03-01'),
      fc.constantFrom('00:00:00.000', '00:00:00.001', '18:29:59.999', '18:59:59.999', '19:00', '22:30', '23:29:59.999'),
    )
    .map(([day, time]) => at(`${day}T${time}`)),
);
/** How far ahead something is picked: minutes as well as months. */
const ahead = fc.oneof(fc.integer({ min: 1, max: 3 * DAY }), fc.integer({ min: 1, max: 360 * DAY }));

/** What the server would say: the contract's own schema and the rule that it decides by. */
function refusals(plan: EventPlan, now: number): string[] {
  const input = v.safeParse(actions['event.create'].input, { commandId: 'x'.repeat(16), ...toCreation(plan, now) });
  if (!input.success) return input.issues.map(({ message }) => message);
  return timeErrors(input.output, now).map(({ path, message }) => `${path}: ${message}`);
}

describe('whatever is picked from now on', () => {
  it('as the start of an event, the plan with our defaults is one that the server accepts', () => {
    fc.assert(
      fc.property(anyNow, ahead, (now, later) => {
        const plan = withStart(written, now + later);
        expect(refusals(plan, now)).toEqual([]);
        expect(planErrors(plan, now)).toEqual({});
      }),
      { numRuns: 2000 },
    );
  });

  it('as a day alone or a time alone, the instant it means lies ahead, and so does the whole plan', () => {
    fc.assert(
      fc.property(anyNow, ahead, (now, later) => {
        const picked = now + later;
        // In the last minute of a day nothing of that day is left to choose.
        const lastMinute = formTime(now) === '23:59';
        const instants = [instantOfTime(formTime(picked), now)];
        if (!lastMinute || formDate(picked) !== formDate(now)) instants.push(instantOfDate(formDate(picked), now));
        for (const instant of instants) {
          expect(refusals(withStart(written, instant), now)).toEqual([]);
          expect(wordsErrors({ ...emptyWords, when: 'later', publishAt: instant }, now)).not.toHaveProperty(
            'publishAt',
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('and moved about afterwards, the defaults follow, and a chosen end keeps its distance', () => {
    fc.assert(
      fc.property(anyNow, fc.array(ahead, { minLength: 1, maxLength: 5 }), fc.option(ahead), (now, starts, end) => {
        let plan = withStart(written, now + 1);
        if (end !== null) plan = { ...plan, endsAt: now + 1 + end };
        for (const later of starts) plan = withStart(plan, now + later);
        expect(refusals(plan, now)).toEqual([]);
      }),
    );
  });

  it('in the hours that a form lies open, what is ours to choose stays right', () => {
    fc.assert(
      fc.property(anyNow, ahead, fc.nat(3 * DAY), (now, later, wait) => {
        const plan = withStart(written, now + later);
        if (now + wait < now + later) expect(refusals(plan, now + wait)).toEqual([]);
      }),
    );
  });
});

describe('the defaults of an event', () => {
  const deadlineFor = (start: string, now: string) => timesOf({ ...written, startsAt: at(start) }, at(now))?.deadline;

  it('close the sign-up at seven in the evening before', () => {
    expect(deadlineFor('2026-12-05T19:00', '2026-11-28T10:00')).toBe(at('2026-12-04T19:00'));
    expect(deadlineFor('2026-12-01T07:00', '2026-11-30T10:00')).toBe(at('2026-11-30T19:00'));
  });

  it('close it an hour before one that is today, and at its start when it is sooner than that', () => {
    expect(deadlineFor('2026-11-28T19:00', '2026-11-28T10:00')).toBe(at('2026-11-28T18:00'));
    expect(deadlineFor('2026-11-28T19:00', '2026-11-28T18:30')).toBe(at('2026-11-28T19:00'));
  });

  it('end it two hours after the start, over midnight and the end of a month too', () => {
    const times = timesOf({ ...written, startsAt: at('2026-11-30T23:00') }, at('2026-11-28T10:00'));
    expect(times?.endsAt).toBe(at('2026-12-01T01:00'));
    expect(dayOf(times?.endsAt ?? 0)).toBe('20261201');
  });

  it('take a day whose usual hour is past for its next half hour', () => {
    expect(instantOfDate('2026-11-28', at('2026-11-28T20:10'))).toBe(at('2026-11-28T21:00'));
    expect(instantOfDate('2026-11-28', at('2026-11-28T23:40'))).toBe(at('2026-11-28T23:59'));
    expect(instantOfDate('2026-11-29', at('2026-11-28T20:10'))).toBe(at('2026-11-29T19:00'));
    expect(instantOfTime('09:00', at('2026-11-30T20:10'))).toBe(at('2026-12-01T09:00'));
  });
});

test('a chosen deadline that would come after a start moved forward gives way to ours', () => {
  const plan = { ...written, startsAt: at('2026-12-05T19:00'), deadline: at('2026-12-04T12:00') };
  expect(withStart(plan, at('2026-12-06T19:00')).deadline).toBe(plan.deadline);
  expect(withStart(plan, at('2026-12-03T19:00')).deadline).toBeNull();
  expect(scheduleError(plan.deadline, plan.deadline)).toBeDefined();
});
