import { measureEmulator } from './measure';

/**
 * `npm run bench`: what the built local CloudBase costs, as one line of JSON on stdout: a list of `Figure`. Whoever asks
 * compares them with their budgets.
 */
void measureEmulator().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`));
