import { parseCommandLine } from './cli/command-line';
import { Exit, reportFailure } from './cli/exit';
import { exec } from './cli/exec';
import { exportCommand } from './cli/export';
import { importCommand } from './cli/import';
import { serve } from './cli/serve';
import { outliveReaders } from './cli/signal';
import { USAGE } from './cli/usage';
import { verifyCommand } from './cli/verify';
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
      return serve(line.options, line.state);
    case 'exec':
      return exec(line);
    case 'export':
      return exportCommand(line);
    case 'import':
      return importCommand(line);
    case 'verify':
      return verifyCommand(line.dataDir);
  }
}

outliveReaders();
void main(process.argv.slice(2))
  .catch(reportFailure)
  .then((code) => process.exit(code));
