import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Database } from '../../../cloudfunctions/schema';
import type { ActionInput, ActionName } from '../../../contract/registry';

/** What a domain brings to the small city (`city.ts`): `test/integration/<domain>/corner.ts` exports it as `corner`. */
export interface Corner<Domain extends string> {
  /** A good input for every action of the domain, about things of the org `orgId`. */
  inputs: { [N in Extract<ActionName, `${Domain}.${string}`>]: (orgId: string) => ActionInput<N> };
  /** Queries whose replies a phone may keep: what is one's own or read by everybody, and nothing of other people (ADR 11). */
  kept?: readonly Extract<ActionName, `${Domain}.${string}`>[];
  /** Puts things there, of each of these orgs, given by their paths. */
  plant?: (db: Database, paths: readonly (readonly string[])[], now: number) => Promise<void>;
}

const folder = join(__dirname, '..');
const load = createRequire(__filename);

/** The corners of all domains that have one. */
export const corners: readonly Corner<string>[] = readdirSync(folder)
  .map((domain) => join(folder, domain, 'corner.ts'))
  .filter((file) => file !== __filename && existsSync(file))
  .map((file) => (load(file) as { corner: Corner<string> }).corner);

/** A secret that a thing of an org carries, to look for in replies. */
export const canary = (orgId: string): string => `canary${orgId}`;
