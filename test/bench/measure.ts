import { startStack } from '../support/stack';
import { measureFirstScreens } from './firstScreen';
import { measureListBytes } from './listBytes';
import { measureBundles, measurePackages } from './packages';
import { measureRoundTrips } from './roundTrips';
import type { Row } from './row';

/** Every figure that has a budget, on the demo city and the built packages. */
export async function measureAll(): Promise<Row[]> {
  const stack = await startStack({ seed: 'demo' });
  try {
    const screens = await measureFirstScreens(stack.url);
    const lists = await measureListBytes(stack);
    return [...(await measureRoundTrips(stack)), ...lists, ...screens, ...measurePackages(), ...measureBundles()];
  } finally {
    await stack.stop();
  }
}
