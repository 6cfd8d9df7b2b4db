import { DAY_MS } from '../../../contract/durations';
import { CLAIM_ALPHABET, CLAIM_DAYS, CLAIM_LENGTH } from '../../../contract/domains/role/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { VisitorContext } from '../../kernel/context';
import { deriveId, hashOf, randomCode } from '../../kernel/ids';
import { holdersOn } from '../../kernel/memberGrants';
import { closeAll, type Others } from '../../kernel/others';
import { above } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { newMember } from '../me/rules/joining';
import { findRoot } from '../org/public';
import type { ClaimDoc, RoleDatabase } from './collections';
import { stays } from './guard';
import { keepersOf } from './rules/guard';
import { newTerm } from './rules/terms';
import { give } from './store';

const CLAIM = 'root';

const hashed = (code: string): string => hashOf('claim', code);

/** Whether the city has an administrator who can use his role now. Two round trips. */
export async function hasCityAdmin(others: Others, now: number): Promise<boolean | 'no root'> {
  const root = await findRoot(others);
  if (root === undefined) return 'no root';
  return keepersOf(await holdersOn(others, [root._id]), root._id, now).length > 0;
}

/**
 * Opens the claim of the first administrator: a code for once, for some days, of which only the hash is stored; one that
 * was open before is void. Not while the city has an administrator, unless whoever runs the system forces it.
 */
export async function openClaim(
  db: RoleDatabase,
  { now, forced }: { now: number; forced: boolean },
): Promise<{ code: string; expiresAt: number } | 'held' | 'no root'> {
  const held = await hasCityAdmin(closeAll(db), now);
  if (held === 'no root' || (held && !forced)) return held === 'no root' ? held : 'held';
  const code = randomCode(CLAIM_LENGTH, CLAIM_ALPHABET);
  const expiresAt = now + CLAIM_DAYS * DAY_MS;
  await db.roleclaims.remove({ _id: CLAIM });
  await db.roleclaims.add({ _id: CLAIM, hash: hashed(code), forced, usedBy: null, usedAt: null, expiresAt });
  return { code, expiresAt };
}

/** The code counts: it is the one that is open, or this very person has used it and was interrupted. */
async function openFor(
  { db, others, now }: VisitorContext<RoleDatabase>,
  code: string,
  memberId: string,
): Promise<ClaimDoc> {
  const claim = await db.roleclaims.get(CLAIM);
  const counts = claim?.hash === hashed(code) && claim.expiresAt > now;
  if (!counts || (claim.usedBy !== null && claim.usedBy !== memberId)) refuse('role.claim', 'CLAIM_WRONG');
  if (claim.usedBy === null && !claim.forced && (await hasCityAdmin(others, now)) !== false) {
    refuse('role.claim', 'CLAIM_WRONG');
  }
  return claim;
}

/** Makes who has the code an administrator of the city; who is not a member yet becomes one of the committee. */
export async function claim(
  { commandId, code, name }: ActionParsed<'role.claim'>,
  context: VisitorContext<RoleDatabase>,
) {
  const { db, others, viewer, now, register } = context;
  const newId = deriveId('m', commandId, code);
  await openFor(context, code, viewer?._id ?? newId);
  const root = (await findRoot(others)) ?? refuse('NOT_FOUND');
  if (viewer === undefined && name === undefined) {
    refuse('BAD_INPUT', { fields: [{ path: 'name', message: '请填写姓名' }] });
  }
  const member = viewer ?? (await register(newMember(newId, name ?? '', [root]))).member;
  const used = await db.roleclaims.updateOne(
    { _id: CLAIM, hash: hashed(code), usedBy: null, expiresAt: above(now) },
    { set: { usedBy: member._id, usedAt: now } },
  );
  if (used === undefined) await openFor(context, code, member._id);
  const wish = { memberId: member._id, role: 'cityAdmin' as const, from: now, until: null, of: null };
  await stays(db, member._id);
  await give(db, others, newTerm(deriveId('t', 'claim', hashed(code)), root, wish, { by: '', now, lapsesAt: null }));
  return { done: true as const };
}
