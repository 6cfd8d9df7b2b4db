'use strict';
/*
 * Runs one function in its own process, as the cloud's Node runner does: loads the bundle once, then answers one call
 * at a time. Plain CommonJS with no imports, so that the same file works beside the sources and beside a bundle of
 * the emulator.
 *
 * In:  {type:'call', id, event, context, env, clockOffsetMs}
 * Out: {type:'ready'} | {type:'log', level, text} | {type:'done', id, json} | {type:'failed', id?, message, stack, fatal}
 */
const { dirname } = require('node:path');
const { format } = require('node:util');

const [bundle, maxResultBytes, withClock] = process.argv.slice(2);

let current; // id of the call under way
let clockOffsetMs = 0;
let callKeys = [];

const send = (message, then) => {
  // The channel is gone when the emulator was killed; nobody is left to answer then.
  if (process.connected) process.send(message, undefined, undefined, then);
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

/** Function output goes through the channel, so that a line is known to belong to a call. */
function captureConsole() {
  const levels = { log: 'info', info: 'info', debug: 'info', warn: 'warn', error: 'error' };
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...args) => send({ type: 'log', level, text: format(...args) });
  }
}

const fail = (id, error, fatal = false) =>
  send(
    {
      type: 'failed',
      id,
      fatal,
      message: error instanceof Error ? `${error.name}: ${error.message}` : format(error),
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

function invoke(main, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = main(event, context, callback);
    // A function with three parameters that returns nothing answers through the callback.
    if (returned !== undefined || main.length < 3) resolve(returned);
  });
}

async function handle(main, { id, event, context, env, clockOffsetMs: offset }) {
  current = id;
  clockOffsetMs = offset;
  setCallEnvironment(env);
  try {
    const json = JSON.stringify(await invoke(main, JSON.parse(event), context)) ?? 'null';
    if (Buffer.byteLength(json) > Number(maxResultBytes)) throw new Error('body size is too long');
    send({ type: 'done', id, json });
  } catch (error) {
    fail(id, error);
  } finally {
    setCallEnvironment({});
    current = undefined;
  }
}

// What the code left unhandled ends the instance, as in production; the call under way gets the reason.
process.on('uncaughtException', (error) => fail(current, error, true));
process.on('unhandledRejection', (error) => fail(current, error, true));
// Ctrl-C reaches the whole process group; the emulator decides when a worker ends.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));

if (withClock === 'clock') {
  shiftClock();
  clockOffsetMs = Number(process.argv[5]);
}
captureConsole();
process.chdir(dirname(bundle));
const { main } = require(bundle);
if (typeof main !== 'function') throw new TypeError('index.js does not export a function named main');
process.on('message', (message) => void handle(main, message));
send({ type: 'ready' });
