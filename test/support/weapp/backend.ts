import { noon } from '../noon';
import { startStack } from '../stack';

/** A process of its own: the back end with the demo city, for tests whose environment cannot host it. */
void startStack({ seed: 'demo', clock: noon() }).then((stack) => {
  process.once('SIGINT', () => void stack.stop().then(() => process.exit(0)));
  console.log(`ready ${stack.url}`);
});
