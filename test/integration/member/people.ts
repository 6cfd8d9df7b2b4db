import type { MergeDoc } from '../../../cloudfunctions/domains/member/collections';
import { ended, mergeProposed } from '../../../cloudfunctions/domains/member/rules/merging';
import { memberId } from '../../../scripts/seed/documents';
import { newCommandId, type Stack } from '../../support/stack';

/** Merges of somebody’s record with another’s that came to nothing, each way, and one that he proposed. */
export async function mergesOf({ db }: Pick<Stack, 'db'>, who: string, at: number): Promise<void> {
  const mine = memberId(who);
  const pairs = [
    { from: mine, to: memberId('youth-20'), by: memberId('u01-secretary') },
    { from: memberId('youth-21'), to: mine, by: memberId('u01-secretary') },
    { from: memberId('youth-21'), to: memberId('youth-20'), by: mine },
  ];
  for (const pair of pairs) {
    const merge = mergeProposed({ ...pair, reason: `${who} 换了微信` }, newCommandId(), at);
    const over: MergeDoc = { ...merge, ...ended(merge, 'stopped', at), rolesLeft: ['branchSecretary'], commands: [] };
    await db.merges.add(over);
  }
}
