type Listener = () => void;

/** The part of AbortSignal that TanStack Query uses. */
class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.();
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}

/**
 * Stands in for the browser's AbortController, which WeChat's engine lacks; put in by the build (config/mini.ts).
 * Without it TanStack Query stays pending for ever.
 */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    this.signal.fire(reason);
  }
}
