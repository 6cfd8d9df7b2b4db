import { declared, routeNames } from '../../../src/routes/table';
import { routesIn } from '../../screens/parts';
import { shots, states } from '../../screens/states';

describe('the table of screens', () => {
  it('has a row for every page of the app, and no other', () => {
    const pages = routeNames.map((name) => `${declared(name).path}/index`);
    expect(Object.keys(states).sort()).toEqual(pages.sort());
  });

  it('shows what somebody without the permission sees of each page that needs one', () => {
    const guarded = routeNames.filter((name) => declared(name).needs).map((name) => `${declared(name).path}/index`);
    const shown = Object.keys(states).filter((route) => states[route]?.some(({ name }) => name === 'refused'));
    expect(shown.sort()).toEqual(guarded.sort());
  });

  it('names every state once, so that no picture takes the place of another', () => {
    const names = shots.map(({ slug }) => slug);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has at least one state of each page', () => {
    expect(Object.entries(states).filter(([, list]) => list.length === 0)).toEqual([]);
  });

  it.each([1, 2, 4, 7])(
    'is looked at whole in %i parts, each page in one of them, none far longer than its share',
    (parts) => {
      const all = Array.from({ length: parts }, (_, part) => routesIn(part, parts));
      expect(all.flat()).toEqual(Object.keys(states));
      const sizes = all.map((routes) => routes.flatMap((route) => states[route] ?? []).length);
      const most = Math.max(...Object.values(states).map((list) => list.length));
      expect(Math.max(...sizes)).toBeLessThan(shots.length / parts + most);
    },
  );
});
