import { askedAbove, mergeProposed } from '../../cloudfunctions/domains/member/rules/merging';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import type { localDatabase } from '../../scripts/lib/database';
import { memberId } from '../../scripts/seed/documents';
import { demoNow } from '../support/demoClock';

const DAY_MS = 86_400_000;

/** Two records of one person, of which the old one has been silent for a week: the university is asked. */
export async function arrangeMerge(db: ReturnType<typeof localDatabase>): Promise<void> {
  const [from, to] = [memberId('youth-20'), memberId('youth-21')];
  const old = await db.members.get(from);
  if (old === undefined) throw new Error('the demo city has too few readers');
  const { name, nameSort, nameKeys, orgIds, scope } = old;
  await db.members.update({ _id: to }, { set: { name, nameSort, nameKeys, orgIds, scope } });
  const people = { from, to, by: memberId('branch-secretary'), reason: '换了手机，微信重新注册了' };
  const merge = mergeProposed(people, deriveId('c', 'screens', 'merge'), demoNow() - 9 * DAY_MS);
  await db.merges.add({ ...merge, ...askedAbove(['JC', 'U01'], demoNow()) });
}
