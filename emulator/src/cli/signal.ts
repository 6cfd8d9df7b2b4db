let stop: ((signal: NodeJS.Signals) => void) | undefined;

/** Resolves when the operator asks to stop: Ctrl-C, a polite kill, or a terminal that is closed. */
export function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
    stop ??= resolve;
  });
}

/**
 * A reader that left (`| head`), a full disk under a log file or a terminal that is gone ends no work half-way. Only a
 * server stops then, as at a first signal: nobody is there any more.
 */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => stop?.('SIGHUP'));
}
