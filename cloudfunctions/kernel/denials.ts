import { HOUR_MS } from '../../contract/durations';
import type { ActionName } from '../../contract/registry';
import type { DenialsDoc, KernelDatabase } from './collections';
import type { AuditFact } from './audit/rules/chain';
import { DENIALS_COUNTED } from './audit/rules/kind';
import type { Caller } from './identity';
import { actorName, countingName } from './identity';
import { deriveId } from './ids';
import type { Meter } from './limits';
import { countUp } from './limits';

/*
 * Refused calls in the audit: the first few of a caller and hour have an entry each, the rest are counted in one
 * document, from which the timer makes one entry more. So nobody can fill the audit, and no refusal is lost.
 */

/** Refused calls of one caller in one hour that have an entry of their own. */
export const DENIALS_WRITTEN = 5;

/**
 * Counts one refused call exactly; true while it is one of the first, which are written down one by one. Round trips as
 * of `countUp`.
 */
export async function countDenial(
  { db, meter, now }: { db: KernelDatabase; meter: Meter; now: number },
  caller: Caller,
  action: ActionName,
): Promise<boolean> {
  const hour = Math.floor(now / HOUR_MS);
  const _id = `${countingName(caller, String(hour))}:${hour}`;
  const [domain = '', act = ''] = action.split('.');
  const orgs = caller.viewer?.scope ?? [];
  const first = {
    actor: actorName(caller),
    orgs,
    count: 1,
    of: { [domain]: { [act]: 1 } },
    endsAt: (hour + 1) * HOUR_MS,
  };
  const count = await countUp(meter, _id, {
    addFirst: () => db.denials.add({ _id, ...first }),
    increment: () => db.denials.updateOne({ _id }, { inc: { count: 1, [`of.${domain}.${act}`]: 1 } }),
  });
  return count === undefined || count <= DENIALS_WRITTEN;
}

/** The entry that says how often somebody was refused in an hour, and what; its request id is always the same. */
export function summaryOf({ _id, actor, orgs = [], count, of, endsAt }: DenialsDoc, now: number): AuditFact {
  const byAction = Object.entries(of).flatMap(([domain, acts]) =>
    Object.entries(acts).map(([act, calls]) => `${domain}.${act}=${calls}`),
  );
  const target = [`since=${endsAt - HOUR_MS}`, `calls=${count}`, ...byAction].join(' ');
  const what = { action: DENIALS_COUNTED, outcome: 'COUNTED', kind: 'refused', target } as const;
  return { at: now, actor, orgs, ...what, requestId: deriveId('d', _id) };
}
