import { createEmulator } from './emulator';
import { describeError } from './log';
import { OperatorError, parseCommandLine, USAGE, UsageError } from './options';
import { FolderError } from './store/error';

/** Exit codes: 0 stopped as asked, 1 could not run, 2 the command line is wrong. */
async function main(argv: readonly string[]): Promise<void> {
  const options = parseCommandLine(argv);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const stopAsked = nextSignal();
  const emulator = await createEmulator(options);
  process.stdout.write(`ready ${options.static === undefined ? emulator.adminUrl : emulator.url}\n`);
  await stopAsked;
  // Whoever asks a second time does not want to wait for calls under way.
  void nextSignal().then(() => process.exit(1));
  await emulator.stop();
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const expected = error instanceof OperatorError || error instanceof FolderError;
    process.stderr.write(`${expected ? error.message : describeError(error)}\n`);
    if (error instanceof UsageError) process.stderr.write('用 --help 查看用法\n');
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
