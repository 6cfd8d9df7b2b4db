import { readFileSync } from 'node:fs';
import { MESSAGE_TEMPLATES, SEAL_KEY } from '../../contract/deployment';
import { messageTemplates } from '../../contract/shared/notices/constants';
import { personasFile } from '../../scripts/lib/paths';

/*
 * What may stand in nothing that leaves this machine (docs/adr/0016, 0050): made from what the project has, so that a new
 * persona, template or variable is looked for without being named here.
 */

const personas = JSON.parse(readFileSync(personasFile, 'utf8')) as { openid: string; description?: string }[];

/** Identities of the laptop, and the words by which one is claimed there. */
const identities: readonly string[] = [
  ...personas.map(({ openid }) => openid),
  ...['x-emulator', 'x-persona', 'x-wx-openid', 'personas.json', 'demo-openid', '/gateway/call', 'createEmulator'],
];
/** Ids of templates as the local cloud has them. */
const templates: readonly string[] = messageTemplates.map((name) => `local-${name}`);

/** What no deployed function may hold. */
export const forbiddenInFunctions: readonly string[] = [...identities, ...templates];
/** What no uploaded mini-program may hold: names of the deployer's variables neither. */
export const forbiddenInClient: readonly string[] = [...forbiddenInFunctions, SEAL_KEY, MESSAGE_TEMPLATES];

/** Those of these texts that a file holds, in whatever case. */
export function heldBy(text: string, forbidden: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return forbidden.filter((one) => lower.includes(one.toLowerCase()));
}

/** What credentials look like: of Tencent Cloud, of a mini-program, of anybody. */
export const credentials: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a key of Tencent Cloud': /\bAKID[A-Za-z0-9]{28,36}\b/,
  'a secret beside its name':
    /(?:app_?secret|secret_?key|seal_?key|access_?token|password)["'`]?\s*[:=]\s*["'`][A-Za-z0-9+/_-]{24,}["'`]/i,
  'an AppID of a real mini-program': /["'`]wx(?!0{16}|0123456789abcdef|1234567890abcdef)[0-9a-f]{16}["'`]/,
  'a token of GitHub or npm': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|npm_[A-Za-z0-9]{36})\b/,
};
