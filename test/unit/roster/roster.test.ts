import { isOver, rosterView } from '../../../cloudfunctions/domains/roster/rules/view';
import { clearing, newName, newRoster, untilAfter } from '../../../cloudfunctions/domains/roster/rules/roster';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const org = { _id: 'b1', path: ['root', 'b1'], name: '软件 2401 团支部' };
const roster = newRoster({ id: 'ro', org, by: 's' }, { question: 'unit', direct: true, days: 30 }, 1000);

it('is kept for the days that were said and no longer; cleared, for an hour, and never beyond its date', () => {
  expect(roster).toMatchObject({ until: 1000 + 30 * DAY, expiresAt: 1000 + 30 * DAY, clearedAt: null });
  expect(untilAfter(roster, 90)).toBe(1000 + 90 * DAY);
  expect(clearing(roster, true, 5000)).toEqual({ clearedAt: 5000, expiresAt: 5000 + HOUR });
  expect(clearing(roster, true, roster.until - 1)).toEqual({ clearedAt: roster.until - 1, expiresAt: roster.until });
  expect(clearing(roster, false, 5000)).toEqual({ clearedAt: null, expiresAt: roster.until });
  expect([isOver(roster, roster.until - 1), isOver(roster, roster.until)]).toEqual([false, true]);
});

it('a name has nothing of whose it is, and ends with its roster', () => {
  expect(newName('rn', { k: 'k', a: 'a', asks: false }, roster)).toEqual({
    ...{ _id: 'rn', orgId: 'b1', k: 'k', a: 'a', asks: null, by: null, direct: true, cleared: false },
    expiresAt: roster.expiresAt,
  });
  expect(newName('rn', { k: 'k', a: '', asks: true }, roster).asks).toBe('unit');
});

it('is seen as numbers; what asks is nobody', () => {
  const view = rosterView(roster, [
    { asks: null, by: 'x' },
    { asks: null, by: null },
    { asks: 'unit', by: 'x' },
  ]);
  expect(view).toEqual({
    ...{ id: 'ro', orgName: org.name, matched: 1, unmatched: 1, question: 'unit', asks: true, direct: true },
    ...{ at: 1000, until: roster.until, clearedUntil: null },
  });
  expect(rosterView({ ...roster, ...clearing(roster, true, 5000) }, []).clearedUntil).toBe(5000 + HOUR);
  expect(rosterView(roster, [{ asks: null, by: null }]).asks).toBe(false);
});
