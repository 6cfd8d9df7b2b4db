import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { above, not } from '../../../cloudfunctions/kernel/port';
import type { Database } from '../../../cloudfunctions/schema';
import type { Permission } from '../../../contract/permissions';
import type { ActionInput, ActionName } from '../../../contract/registry';

/** What a domain brings to the small city (`city.ts`): `test/integration/<domain>/corner.ts` exports it as `corner`. */
export interface Corner<Domain extends string> {
  /** A good input for every action of the domain, about things of the org `orgId`. */
  inputs: { [N in Extract<ActionName, `${Domain}.${string}`>]: (orgId: string) => ActionInput<N> };
  /** Queries whose replies a phone may keep: what is one's own or read by everybody, and nothing of other people (ADR 11). */
  kept?: readonly Extract<ActionName, `${Domain}.${string}`>[];
  /** Actions on one thing that whoever has this permission on its org may take where he does not belong; else `org:invite`. */
  seenBy?: Partial<Record<Extract<ActionName, `${Domain}.${string}`>, Permission>>;
  /** The same, by where the org stood when its things were last told of a move. */
  seenByCopy?: Partial<Record<Extract<ActionName, `${Domain}.${string}`>, Permission>>;
  /** Puts back what its commands have changed, for whoever asks next. */
  mend?: (db: Database, paths: readonly (readonly string[])[]) => Promise<void>;
  /** Puts things there, of each of these orgs, given by their paths. */
  plant?: (db: Database, paths: readonly (readonly string[])[], now: number) => Promise<void>;
}

const folder = join(__dirname, '..');
const load = createRequire(__filename);

/**
 * The orgs of the small city, by the paths that everything copies: d1 with b1 (what is asked about) and b2 (sibling), d2
 * with b3; m, which was moved from d1 to d2 an instant ago, so that no copy says so yet; and a, which is archived.
 */
export const cityPaths: readonly (readonly string[])[] = [
  ['root'],
  ['root', 'd1'],
  ['root', 'd2'],
  ['root', 'd1', 'b1'],
  ['root', 'd1', 'b2'],
  ['root', 'd2', 'b3'],
  ['root', 'd1', 'm'],
  ['root', 'd1', 'a'],
];

/** The path of an org of the small city as copies have it. */
export const copiedPathOf = (orgId: string): readonly string[] => cityPaths.find((path) => path.at(-1) === orgId) ?? [];

/** The path on which it stands. */
export const pathOf = (orgId: string): readonly string[] => (orgId === 'm' ? ['root', 'd2', 'm'] : copiedPathOf(orgId));

/** The org above one; the root's is itself. */
export const parentOf = (orgId: string): string => pathOf(orgId).at(-2) ?? orgId;

/** Has every org of the small city stand where it should, at work or archived, with the code that people join by. */
export async function standOrgs(db: Database, closed: (orgId: string) => string): Promise<void> {
  await db.orgs.update({ _id: above(''), archivedAt: not(null) }, { unset: ['archivedAt', 'away'] });
  await db.orgs.update({ _id: above(''), mergedInto: not(null) }, { unset: ['mergedInto', 'handOverAt'] });
  for (const _id of cityPaths.slice(1).map((path) => path.at(-1) ?? '')) {
    const joinCode = _id.startsWith('b') ? `JOIN${_id.toUpperCase()}` : closed(_id);
    await db.orgs.update({ _id }, { set: { parentId: parentOf(_id), joinCode } });
  }
  await db.orgs.update({ _id: 'a' }, { set: { archivedAt: 1 } });
}

/** The corners of all domains that have one. */
export const corners: readonly Corner<string>[] = readdirSync(folder)
  .map((domain) => join(folder, domain, 'corner.ts'))
  .filter((file) => file !== __filename && existsSync(file))
  .map((file) => (load(file) as { corner: Corner<string> }).corner);

/** A secret that a thing of an org carries, to look for in replies. */
export const canary = (orgId: string): string => `canary${orgId}`;
