import { shots, states } from '../../screens/states';

/** The pages of the browser build, which has one more than the mini-program. */
async function pages(): Promise<string[]> {
  process.env.TARO_ENV = 'h5';
  Object.assign(globalThis, { defineAppConfig: <T>(config: T): T => config });
  const { default: config } = (await import('../../../src/app.config')) as {
    default: { pages: string[]; subPackages: { root: string; pages: string[] }[] };
  };
  return [
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
}

describe('the table of screens', () => {
  it('has a row for every page of the app, and no other', async () => {
    expect(Object.keys(states).sort()).toEqual((await pages()).sort());
  });

  it('names every state once, so that no picture takes the place of another', () => {
    const names = shots.map(({ slug }) => slug);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has at least one state of each page', () => {
    expect(Object.entries(states).filter(([, list]) => list.length === 0)).toEqual([]);
  });
});
