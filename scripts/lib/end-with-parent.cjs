// Loaded first in each child (child.ts). The channel breaks when the parent is gone, however it was ended.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
