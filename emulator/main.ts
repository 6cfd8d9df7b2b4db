import { parseCommandLine } from './cli/command-line';
import { Exit, reportFailure } from './cli/exit';
import { serve } from './cli/serve';
import { USAGE } from './cli/usage';
import { UsageError } from './options';
import { VERSION } from './version';

async function main(argv: readonly string[]): Promise<number> {
  const line = parseCommandLine(argv);
  switch (line.command) {
    case 'help':
      process.stdout.write(USAGE);
      return Exit.OK;
    case 'version':
      process.stdout.write(`${VERSION}\n`);
      return Exit.OK;
    case 'serve':
      return serve(line.options);
    default:
      throw new UsageError(`不支持的命令：${line.command}`);
  }
}

void main(process.argv.slice(2))
  .catch(reportFailure)
  .then((code) => process.exit(code));
