import type { Reply } from '@contract/errors';
import { functionOf, timeoutSec } from '@contract/functions';
import type { ActionInput, ActionName, ActionOutput } from '@contract/registry';
import { CONTRACT_VERSION } from '@contract/version';
import { currentWho } from '@backend/identity';
import { send } from '@backend/transport';
import { learnClock } from './clock';
import { CallError, isPassing } from './error';
import { setOnline } from './online';

/** A little longer than the function's own limit, so that its answer is preferred to our guess. */
const patienceMs = (action: ActionName) => (timeoutSec[functionOf(action)] + 2) * 1000;

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('OFFLINE', '网络太慢，没有等到回应。')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** Somebody asked for something and the server said no: not "perhaps later". */
export interface Refused {
  who: string;
  action: ActionName;
  input: unknown;
  error: CallError;
}
const refusalListeners = new Set<(refused: Refused) => void>();

/** Runs `listener` at each refusal, before the caller hears of it. */
export const onRefusal = (listener: (refused: Refused) => void): void => void refusalListeners.add(listener);

/**
 * Calls one action of the contract. The only way to the back end.
 * @throws CallError, and nothing else
 */
export async function call<N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N>> {
  const who = currentWho();
  const reply = await within(
    patienceMs(action),
    send(functionOf(action), { action, input, contract: CONTRACT_VERSION }),
  ).catch((thrown: unknown) => {
    const error = thrown instanceof CallError ? thrown : new CallError('OFFLINE');
    if (error.code === 'OFFLINE') setOnline(false);
    throw error;
  });
  setOnline(true);
  if (!isReply(reply)) throw new CallError('INTERNAL');
  if (!reply.ok) {
    const error = new CallError(reply.code, reply.message, reply.fields, reply.requestId);
    if (!isPassing(error.code)) for (const listener of refusalListeners) listener({ who, action, input, error });
    throw error;
  }
  learnClock(reply.data);
  return reply.data as ActionOutput<N>;
}
