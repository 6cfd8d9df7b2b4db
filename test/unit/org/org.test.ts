import { joinCodeOf } from '../../../cloudfunctions/domains/org/rules/naming';
import { orgHandlers } from '../../../cloudfunctions/domains/org/handlers';
import { createFunction } from '../../../cloudfunctions/kernel/serve';
import type { HandlersOf } from '../../../cloudfunctions/kernel/serve';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

describe('org.joinCode', () => {
  async function ask(orgId: string) {
    const platform = fakePlatform();
    await platform.db.orgs.add(org(['root', 'd1', 'b1'], { joinCode: 'RIVER1' }));
    await platform.db.orgs.add(org(['root', 'd1', 'b2'], { joinCode: 'RIVER2' }));
    await platform.db.members.add(member('s', { grants: [{ role: 'branchSecretary', orgId: 'b1' }] }));
    platform.caller = 'openid-of-s';
    const main = createFunction('api', orgHandlers as unknown as HandlersOf<'api'>, platform);
    return main({ action: 'org.joinCode', input: { orgId } });
  }

  it('shows the secretary the code of the own branch', async () => {
    expect(await ask('b1')).toEqual({ ok: true, data: { orgId: 'b1', name: '组织b1', joinCode: 'RIVER1' } });
  });

  it('hides that of the branch beside it', async () => {
    const reply = await ask('b2');
    expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(JSON.stringify(reply)).not.toContain('RIVER2');
  });

  it('finds nothing where there is no such org', async () => {
    expect(await ask('b9')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });

  it('is null where nobody joins', () => {
    expect(joinCodeOf({ joinCode: 'closed-d1' })).toBeNull();
    expect(joinCodeOf({ joinCode: 'RIVER1' })).toBe('RIVER1');
  });
});
