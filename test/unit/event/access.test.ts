import { mayManage, maySee, visibleTo } from '../../../cloudfunctions/domains/event/rules/access';
import { viewer } from '../kernel/people';

describe('an event is seen', () => {
  const event = { orgId: 'd1', orgPath: ['root', 'd1'], position: -1 };
  const outside = { scope: ['root', 'd2'] };
  it('by the members of its subtree', () => expect(maySee(viewer('one'), event)).toBe(true));
  it('by nobody of another subtree', () => expect(maySee(viewer('one', outside), event)).toBe(false));
  it('by whoever signed up, wherever he belongs now', () =>
    expect(maySee(viewer('guest', outside), { ...event, position: 0 })).toBe(true));
  it('by those who run it from above', () => {
    const head = viewer('head', { ...outside, grants: [{ role: 'orgAdmin', orgId: 'root' }] });
    expect(maySee(head, event)).toBe(true);
    expect(mayManage(head, event)).toBe(true);
  });
  it('and looked for in one’s own orgs, by an organiser in all that he runs besides', () => {
    const own = { orgId: { op: 'in', values: ['root', 'd2'] } };
    expect(visibleTo(viewer('one', outside))).toEqual(own);
    const organiser = viewer('organiser', { ...outside, grants: [{ role: 'orgAdmin', orgId: 'd1' }] });
    expect(visibleTo(organiser)).toEqual({ anyOf: [own, { orgPath: { op: 'in', values: ['d1'] } }] });
  });
  it('and run by organisers of its path only', () => {
    const judge = viewer('judge', { grants: [{ role: 'judge', orgId: 'd1' }] });
    const beside = viewer('beside', { grants: [{ role: 'orgAdmin', orgId: 'd2' }] });
    expect([judge, beside].map((who) => mayManage(who, event))).toEqual([false, false]);
  });
});
