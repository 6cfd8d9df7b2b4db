import { OperatorError } from '../src/operator-error';
import { record } from '../test/parity/record';

/** `npm run parity -- ENVID`: records the cases of `test/parity` on a real environment; see `record.ts` there. */
const [, , env] = process.argv;
void (
  env === undefined ? Promise.reject(new OperatorError('请写明云环境：npm run parity -- 环境ID')) : record(env)
).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.exitCode = 1;
    console.error(error instanceof OperatorError ? `\n✗ ${error.message}` : error);
  },
);
