import { createHmac } from 'node:crypto';
import { SEAL_KEY } from '../../contract/deployment';

const LENGTH = 24;

/**
 * What stands for a text that people could guess, such as a name, so that it can be compared and not read: always the same
 * for the same text of one kind. Without the deployer's key, which is in no database, nobody can try texts out; where the
 * deployer set none, whoever has the database can. Matches `[A-Za-z0-9_-]{24}`.
 */
export const seal = (kind: string, ...parts: readonly string[]): string =>
  createHmac('sha256', process.env[SEAL_KEY] ?? '')
    .update(JSON.stringify([kind, ...parts]))
    .digest('base64url')
    .slice(0, LENGTH);
