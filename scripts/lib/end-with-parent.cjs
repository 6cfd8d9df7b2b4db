// Loaded first in each child (child.ts). The channel breaks when the parent is gone, however it was ended.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// What the child forks inherits `execArgv`, and must not inherit this: a worker waits for work on its own channel.
const at = process.execArgv.indexOf(__filename);
if (at > 0) process.execArgv.splice(at - 1, 2);
