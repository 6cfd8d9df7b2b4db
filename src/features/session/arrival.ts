import { forgetStored, readStored, store } from '@/shared/storage';

/*
 * What somebody opened from a forwarded card before joining. It waits on the phone while he asks for a code: which page
 * and which thing, nothing else, and not for ever.
 */

export interface Thing {
  name: 'eventDetail' | 'recommendation' | 'bookDetail';
  id: string;
}

const KEY = 'arrival';
export const ARRIVAL_KEPT_MS = 7 * 86_400_000;
const names: readonly string[] = ['eventDetail', 'recommendation', 'bookDetail'] satisfies Thing['name'][];

export const rememberArrival = ({ name, id }: Thing): boolean => store(KEY, { name, id, at: Date.now() });

export function readArrival(): Thing | undefined {
  const { name = '', id, at } = readStored<Partial<Thing & { at: number }>>(KEY) ?? {};
  const age = Date.now() - Number(at);
  if (!names.includes(name) || typeof id !== 'string' || !(age >= 0 && age < ARRIVAL_KEPT_MS)) return undefined;
  return { name: name as Thing['name'], id };
}

export const forgetArrival = (): void => forgetStored(KEY);
