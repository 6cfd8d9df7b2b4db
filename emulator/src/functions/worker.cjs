'use strict';
/*
 * Runs one function in its own process, as the cloud's Node runner does: loads the bundle once, then answers one call
 * at a time. Plain CommonJS with no imports but Node's, so that the same file works beside the sources and beside a
 * bundle of the emulator. It is its own watchdog too: a second thread of it ends the process when the emulator is gone
 * or the memory limit is passed, which an endless loop in the first thread cannot prevent.
 *
 * In:  {type:'call', id, event, context, env, clockOffsetMs}
 * Out: {type:'ready'} | {type:'files', files} | {type:'log', id?, level, text} | {type:'done', id, json}
 *      | {type:'failed', id?, message, stack, fatal}
 */
const { writeSync } = require('node:fs');
const { basename, dirname, relative } = require('node:path');
const { format } = require('node:util');
const { Worker, isMainThread, workerData } = require('node:worker_threads');

/** How often the watchdog looks while a call runs, and while none does. */
const BUSY_MS = 50;
const IDLE_MS = 500;

/** Output of one call beyond this is dropped; the cloud keeps a few kilobytes of a call's log. */
const MAX_LINES = 1000;
const MAX_LINE_CHARS = 8192;

/** What the second thread itself takes; not the function's fault. */
const WATCHDOG_BYTES = 12 * 1024 * 1024;

/** Runs in the second thread and never returns; waiting on shared memory costs no event loop. */
function watch({ shared, emulator, mostBytes }) {
  const [busy, never] = [0, 1];
  const flags = new Int32Array(shared);
  const gone = () => {
    if (process.ppid !== emulator) return true;
    try {
      // Windows keeps the number of a parent that ended.
      process.kill(emulator, 0);
      return false;
    } catch (error) {
      return error.code === 'ESRCH';
    }
  };
  for (;;) {
    if (Atomics.load(flags, busy) === 1) Atomics.wait(flags, never, 0, BUSY_MS);
    else Atomics.wait(flags, busy, 0, IDLE_MS);
    const tooLarge = process.memoryUsage.rss() > mostBytes;
    if (tooLarge) writeSync(2, '\nmemory limit reached\n');
    if (tooLarge || gone()) process.kill(process.pid, 'SIGKILL');
  }
}

function run() {
  const [bundle, maxResultBytes, memoryMb, clock] = process.argv.slice(2);
  const flags = new Int32Array(new SharedArrayBuffer(8));
  let current; // id of the call under way
  let clockOffsetMs = 0;
  let callKeys = [];
  let lines = 0;
  let filesTold = 0;

  const channel = process.send.bind(process);
  // On the cloud there is no such channel; code that looks for one would take itself for a cluster worker.
  process.send = undefined;

  const send = (message, then) => {
    // The channel is gone when the emulator was killed; nobody is left to answer then.
    if (process.connected) channel(message, undefined, undefined, then);
    else if (then) then();
  };

  /** Moves the clock that function code sees, for tests of day boundaries. Timers keep real time. */
  function shiftClock() {
    const RealDate = Date;
    const now = () => RealDate.now() + clockOffsetMs;
    const Shifted = new Proxy(RealDate, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === Shifted ? target : newTarget),
      apply: () => new RealDate(now()).toString(),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
    RealDate.prototype.constructor = Shifted;
    globalThis.Date = Shifted;
  }

  function log(level, text) {
    lines += 1;
    if (lines > MAX_LINES + 1) return;
    if (lines > MAX_LINES) text = `output beyond ${MAX_LINES} lines is dropped`;
    send({ type: 'log', id: current, level, text: text.slice(0, MAX_LINE_CHARS) });
  }

  /** Function output goes through the channel, so that a line is known to belong to a call. */
  function captureOutput() {
    const levels = { log: 'info', info: 'info', debug: 'info', warn: 'warn', error: 'error' };
    for (const [method, level] of Object.entries(levels)) {
      console[method] = (...args) => log(level, format(...args));
    }
    for (const [stream, level] of [
      [process.stdout, 'info'],
      [process.stderr, 'error'],
    ]) {
      stream.write = (chunk, encoding, then) => {
        const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
        log(level, text.replace(/\n$/, ''));
        const callback = typeof encoding === 'function' ? encoding : then;
        if (callback) process.nextTick(callback);
        return true;
      };
    }
  }

  const fail = (id, error, { fatal = false, prefix = '' } = {}) =>
    send(
      {
        type: 'failed',
        id,
        fatal,
        message: prefix + (error instanceof Error ? `${error.name}: ${error.message}` : format(error)),
        stack: error instanceof Error ? error.stack : undefined,
      },
      fatal ? () => process.exit(1) : undefined,
    );

  /** An identity must not outlive its call: whatever the previous call set is removed before anything else. */
  function setCallEnvironment(env) {
    for (const key of callKeys) delete process.env[key];
    callKeys = Object.keys(env);
    Object.assign(process.env, env);
  }

  /** Which files the emulator has to watch for changes: what was loaded so far, installed packages left out. */
  function tellFiles() {
    const loaded = Object.keys(require.cache);
    if (loaded.length === filesTold) return;
    filesTold = loaded.length;
    const files = loaded.filter((file) => file !== require.main.filename && !/[\\/]node_modules[\\/]/.test(file));
    send({ type: 'files', files });
  }

  function invoke(main, event, context) {
    return new Promise((resolve, reject) => {
      const callback = (error, result) => (error ? reject(error) : resolve(result));
      const returned = main(event, context, callback);
      // The first answer counts: resolving with the promise itself would close the door to the callback.
      if (typeof returned?.then === 'function') returned.then(resolve, reject);
      // A function with three parameters that returns nothing answers through the callback.
      else if (returned !== undefined || main.length < 3) resolve(returned);
    });
  }

  function setBusy(value) {
    Atomics.store(flags, 0, value);
    Atomics.notify(flags, 0);
  }

  async function handle(main, { id, event, context, env, clockOffsetMs: offset }) {
    current = id;
    lines = 0;
    clockOffsetMs = offset;
    setCallEnvironment(env);
    setBusy(1);
    try {
      const json = JSON.stringify(await invoke(main, JSON.parse(event), context)) ?? 'null';
      if (Buffer.byteLength(json) > Number(maxResultBytes)) throw new Error('body size is too long');
      tellFiles();
      send({ type: 'done', id, json });
    } catch (error) {
      fail(id, error);
    } finally {
      setBusy(0);
      setCallEnvironment({});
      current = undefined;
    }
  }

  /** Loads the bundle; a failure names the file (and line, where it is one of syntax) that cannot be loaded. */
  function load() {
    try {
      const { main } = require(bundle);
      if (typeof main === 'function') return main;
      throw new TypeError('index.js does not export a function named main');
    } catch (error) {
      const place = /^(.+:\d+)\n/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
      const file = place ? relative(dirname(dirname(bundle)), place) : `${basename(dirname(bundle))}/index.js`;
      tellFiles();
      fail(undefined, error, { fatal: true, prefix: `cannot load ${file}: ` });
      return undefined;
    }
  }

  // What the code left unhandled ends the instance, as in production; the call under way gets the reason.
  process.on('uncaughtException', (error) => fail(current, error, { fatal: true }));
  process.on('unhandledRejection', (error) => fail(current, error, { fatal: true }));
  // Ctrl-C reaches the whole process group; the emulator decides when a worker ends.
  process.on('SIGINT', () => undefined);
  process.on('disconnect', () => process.exit(0));

  const mostBytes = process.memoryUsage.rss() + WATCHDOG_BYTES + Number(memoryMb) * 1024 * 1024;
  new Worker(require.main.filename, {
    workerData: { shared: flags.buffer, emulator: process.ppid, mostBytes },
    env: {},
    execArgv: [],
  }).unref();
  if (clock !== undefined) {
    shiftClock();
    clockOffsetMs = Number(clock);
  }
  captureOutput();
  process.chdir(dirname(bundle));
  const main = load();
  if (!main) return;
  tellFiles();
  process.on('message', (message) => void handle(main, message));
  send({ type: 'ready' });
}

if (isMainThread) run();
else watch(workerData);
