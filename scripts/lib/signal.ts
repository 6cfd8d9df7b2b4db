import { constants } from 'node:os';

/** Ctrl-C, a polite kill, and a terminal that is closed. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Hear = (signal: NodeJS.Signals) => void;

let waiting: Hear[] = [];
let interrupt: Hear = () => undefined;
let askedAt: number | undefined;

/** Whoever starts us may hand on a signal that we got as well (npm in a systemd unit): both are one request. */
const SAME_REQUEST_MS = 500;

/** Resolves when the operator asks to stop, or when nobody reads any more what is said (`| head`). */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => waiting.push(resolve));
}

/** What happens at a signal that nobody waits for with `nextSignal`. */
export function onInterrupt(hear: Hear): void {
  interrupt = hear;
  for (const signal of STOPPING) process.on(signal, receive);
}

/** From now on somebody else in this process hears the signals. */
export function leaveSignals(): void {
  for (const signal of STOPPING) process.off(signal, receive);
}

/** Nobody reads what is said: a server stops, once; work that has an end goes on to it. */
export function outputClosed(): void {
  if (askedAt === undefined && waiting.length > 0) receive('SIGHUP');
}

/** Exit code of a program that a signal ended. */
export const signalled = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

function receive(signal: NodeJS.Signals): void {
  if (askedAt !== undefined && Date.now() - askedAt < SAME_REQUEST_MS) return;
  askedAt = Date.now();
  const heard = waiting.length > 0 ? waiting : [interrupt];
  waiting = [];
  for (const hear of heard) hear(signal);
}
