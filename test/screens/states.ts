import type { State, States } from './state';
import * as domains from './states/index';

/** Every page with the states it can be in. A new page joins by a row of its domain; a test fails until it has one. */
export const states: States = Object.assign({}, ...Object.values(domains)) as States;

/** A state with the page it is of. */
export interface Shot extends State {
  route: string;
  /** Such as `event-detail-waiting`: names the file, and is what `--only` looks at. */
  slug: string;
}

const pageName = (route: string): string =>
  route
    .replace(/^(pages|packages)\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '-');

export const shots: readonly Shot[] = Object.entries(states).flatMap(([route, list]) =>
  list.map((state) => ({ ...state, route, slug: `${pageName(route)}-${state.name}` })),
);
