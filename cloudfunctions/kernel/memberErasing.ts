import { kernelCollections, type MemberDoc } from './collections';
import type { Others } from './others';
import { openOwn } from './own';
import { above, among, below } from './port';

/*
 * A member who has asked to be erased: for some days he is disabled to everybody else and may take it back; then a job
 * does it (`domains/owndata`).
 */

const members = (others: Others) => openOwn(others, kernelCollections).members;

type Erasing = NonNullable<MemberDoc['erasing']>;
const fields = ['erasing'] as const;

/** Why the record is disabled meanwhile, as those who see the member read it. */
const REASON = '本人申请注销';

/** When the member asked and when it is due; `undefined` where he did not. One round trip. */
export async function erasingOf(others: Others, memberId: string): Promise<Erasing | undefined> {
  return (await members(others).find({ _id: memberId }, { limit: 1, fields }))[0]?.erasing;
}

/** From now on the member is disabled and will be erased; asked before, that stands. One round trip, two where it does. */
export async function askErasing(others: Others, memberId: string, erasing: Erasing): Promise<Erasing | undefined> {
  const asked = await members(others).updateOne(
    { _id: memberId, disabled: false, 'erasing.at': null },
    { set: { disabled: true, disabledFor: { reason: REASON, until: null }, erasing: { ...erasing } } },
  );
  return asked?.erasing ?? erasingOf(others, memberId);
}

/** Takes it back while there is time; false where there was nothing to take back in time. One round trip. */
export const undoErasing = async (others: Others, memberId: string, now: number): Promise<boolean> =>
  (await members(others).update(
    { _id: memberId, 'erasing.at': above(now) },
    { set: { disabled: false }, unset: ['disabledFor', 'erasing'] },
  )) > 0;

/** Which of these members asked, and their days of grace are over. One round trip. */
export async function overdueAmong(others: Others, memberIds: readonly string[], now: number): Promise<Set<string>> {
  const found = await members(others).find(
    { _id: among(memberIds), 'erasing.at': below(now) },
    { limit: Math.max(1, memberIds.length), fields: ['_id'] },
  );
  return new Set(found.map(({ _id }) => _id));
}
