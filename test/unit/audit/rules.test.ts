import { entryView, idsOf, sealView } from '../../../cloudfunctions/domains/audit/rules/view';
import { choices, outcomeOf, summaryOf, thingOf } from '../../../cloudfunctions/domains/audit/rules/words';
import { soughtQuery } from '../../../cloudfunctions/kernel/audit/rules/sought';
import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { sealOf } from '../../../cloudfunctions/kernel/audit/rules/seal';
import { all, among, between } from '../../../cloudfunctions/kernel/port';
import { startOfDay } from '../../../contract/day';
import { DAY, earlierEntry, fact, firstDay, without } from './city';

const names = new Map([
  ['m', '甲'],
  ['o1', '一支部'],
]);

describe('an entry as it is read', () => {
  it('says who, what, to what and how it went, with the names of those who are still there', () => {
    const entry = {
      ...link('c', undefined, fact(firstDay, 'orgId=o1 memberId=gone id=e1 event=e1 purpose=report event.rows=20')),
      kind: 'export' as const,
    };
    expect(entryView(entry, names)).toMatchObject({
      kind: 'export',
      actor: { id: 'm', name: '甲' },
      summary: '发布活动',
      outcome: '办成',
      things: [
        { what: '组织', id: 'o1', name: '一支部' },
        { what: '成员', id: 'gone', name: null },
        { what: '活动', id: 'e1', name: null },
      ],
      purpose: 'report',
      rows: 20,
    });
    expect(idsOf([entry])).toEqual({ members: ['m', 'gone'], orgs: ['o1'] });
    expect(entryView({ ...entry, actor: 'left' }, names).actor).toEqual({ id: 'left', name: null });
  });

  it('of somebody without a record says so, and looks nobody up', () => {
    const entry = { ...earlierEntry(undefined, firstDay), actor: 'visitor', target: 'purpose=x' };
    expect(entryView(entry, names)).toMatchObject({
      actor: { id: null, name: '没有加入的访客' },
      purpose: null,
      things: [],
    });
    expect(idsOf([entry])).toEqual({ members: [], orgs: [] });
  });

  it('that counts an hour’s refusals says of what they were, and how many', () => {
    const target = 'since=1 calls=9 event.roster=7 gone.action=2';
    const entry = { ...link('d', undefined, fact(firstDay, target)), action: 'audit.denials', outcome: 'COUNTED' };
    expect(entryView(without(entry, 'kind'), names)).toMatchObject({
      kind: 'refused',
      summary: '一小时内多次被拒绝：报名名单（仅组织者） 7 次、gone.action 2 次',
      outcome: '合计',
      things: [],
    });
  });

  it('of earlier versions says by its outcome what kind it is', () => {
    const earlier = earlierEntry(undefined, firstDay);
    const kinds = ['ok', 'FORBIDDEN', 'CONFLICT'].map((outcome) => entryView({ ...earlier, outcome }, names).kind);
    expect(kinds).toEqual(['act', 'refused', 'failed']);
  });
});

describe('words of the audit', () => {
  it('name a thing by its own key, and what is only called id by the domain of the action', () => {
    expect(thingOf('id', 'member.get')).toEqual({ what: '成员', of: 'member' });
    expect(thingOf('id', 'event.roster')).toEqual({ what: '活动', of: 'other' });
    expect(thingOf('orgId', 'role.grant')).toEqual({ what: '组织', of: 'org' });
    expect(thingOf('id', 'gone')).toEqual({ what: '编号', of: 'other' });
    expect(thingOf('id', '')).toEqual({ what: '编号', of: 'other' });
  });

  it('say every outcome that there can be, also one of a domain and one that is no more', () => {
    expect(outcomeOf('FORBIDDEN')).toBe('没有权限');
    expect(outcomeOf('LAST_CITY_ADMIN')).toBe('团市委至少要有一位长期的管理员');
    expect(outcomeOf('GONE')).toBe('GONE');
    expect(summaryOf('gone.action')).toBe('gone.action');
  });

  it('offer every action that can be in the audit, each once', () => {
    const offered = choices().map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(['member.list', 'org.joinCode', 'audit.denials']));
    expect(offered).not.toContain('checkin.submit');
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('of a seal are what is noted down', () => {
    const seal = sealOf(undefined, { day: '20261120', at: 5, complete: true, entries: [] });
    expect(sealView(seal)).toEqual({ note: `000000000001:${seal.hash}`, day: '20261120', at: 5, entries: 0 });
  });
});

describe('what is looked for', () => {
  it('is all of it at once', () => {
    const day = '20261120';
    expect(soughtQuery({})).toEqual({});
    expect(soughtQuery({ by: true })).toEqual({});
    expect(
      soughtQuery({
        orgIds: ['d1'],
        personId: 'm',
        by: true,
        thingId: 'e',
        action: 'a.b',
        kind: 'act',
        from: day,
        to: day,
      }),
    ).toEqual({
      orgs: among(['d1']),
      about: all(['m', 'e']),
      actor: 'm',
      action: 'a.b',
      kind: 'act',
      at: between(startOfDay(day), startOfDay(day) + DAY - 1),
    });
    expect(soughtQuery({ personId: 'm', from: day })).toEqual({
      about: all(['m']),
      at: between(startOfDay(day), Number.MAX_SAFE_INTEGER),
    });
    expect(soughtQuery({ to: day })).toEqual({ at: between(0, startOfDay(day) + DAY - 1) });
  });
});
