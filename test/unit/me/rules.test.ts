import { newMember, orgIdsOf } from '../../../cloudfunctions/domains/me/rules/joining';
import { sessionView } from '../../../cloudfunctions/domains/me/rules/view';
import { org, viewer } from '../kernel/people';

const branch = org(['root', 'd1', 'b1'], { name: '第一支部' });
const district = org(['root', 'd1'], { name: '江东区团委', kind: 'district' });

describe('joining', () => {
  it('makes an active member of that branch who sees what the branch and everything above it publishes', () => {
    expect(newMember('m1', '小江', [branch])).toEqual({
      _id: 'm1',
      name: '小江',
      nameSort: 'xiao jiang',
      nameKeys: ['小江', '江', 'xiaojiang', 'jiang', 'xj', 'j'],
      orgIds: ['b1'],
      scope: ['root', 'd1', 'b1'],
      grants: [],
      disabled: false,
    });
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
    expect(sessionView(member, { orgs: [district, branch], names: new Map() }, Date.UTC(2026, 10, 22, 16))).toEqual({
      now: Date.UTC(2026, 10, 22, 16),
      day: '20261123',
      member: { id: 'm1', name: '成员m1' },
      orgs: [{ id: 'b1', name: '第一支部', kind: 'branch' }],
      roles: [{ role: 'orgAdmin', org: { id: 'd1', name: '江东区团委', kind: 'district' } }],
    });
  });

  it('says of a role until when it counts, and in whose place it is held', () => {
    const until = Date.UTC(2026, 11, 31);
    const standIn = viewer('m1', { grants: [{ role: 'orgAdmin', orgId: 'd1', until, of: 'm2' }] });
    const names = new Map([['m2', '周予安']]);
    expect(sessionView(standIn, { orgs: [district, branch], names }, 0).roles).toMatchObject([
      { role: 'orgAdmin', until, inPlaceOf: '周予安' },
    ]);
  });
});
