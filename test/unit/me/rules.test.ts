import { joinedLikeThis, newMember, orgIdsOf } from '../../../cloudfunctions/domains/me/rules/joining';
import { sessionView } from '../../../cloudfunctions/domains/me/rules/view';
import { org, viewer } from '../kernel/people';

const branch = org(['root', 'd1', 'b1'], { name: '第一支部' });
const district = org(['root', 'd1'], { name: '江东区团委', kind: 'district' });

describe('joining', () => {
  it('makes an active member of that branch who sees what the branch and everything above it publishes', () => {
    expect(newMember('m1', '小江', [branch])).toEqual({
      _id: 'm1',
      name: '小江',
      orgIds: ['b1'],
      scope: ['root', 'd1', 'b1'],
      grants: [],
      disabled: false,
    });
  });

  it('is the same joining again only with the same branch and the same name', () => {
    const joined = newMember('m1', '小江', [branch]);
    expect(joinedLikeThis(joined, '小江', branch)).toBe(true);
    expect(joinedLikeThis(joined, '小河', branch)).toBe(false);
    expect(joinedLikeThis(joined, '小江', org(['root', 'd1', 'b2']))).toBe(false);
    expect(joinedLikeThis(joined, '小江', undefined)).toBe(false);
  });
});

describe('a session', () => {
  const member = viewer('m1', {
    orgIds: ['b1', 'gone'],
    grants: [
      { role: 'orgAdmin', orgId: 'd1' },
      { role: 'member', orgId: 'b1' },
      { role: 'judge', orgId: 'gone' },
    ],
  });

  it('asks for every org it names once', () => {
    expect(orgIdsOf(member)).toEqual(['b1', 'gone', 'd1']);
  });

  it('names orgs and duties, and leaves out an org that is gone', () => {
    expect(sessionView(member, [district, branch], Date.UTC(2026, 10, 22, 16))).toEqual({
      now: Date.UTC(2026, 10, 22, 16),
      day: '20261123',
      member: { id: 'm1', name: '成员m1' },
      orgs: [{ id: 'b1', name: '第一支部', kind: 'branch' }],
      roles: [{ role: 'orgAdmin', org: { id: 'd1', name: '江东区团委', kind: 'district' } }],
    });
  });
});
