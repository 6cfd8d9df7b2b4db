import { startHost, type Host } from './support';

/** Ways in which functions in the wild answer. The runner takes the first answer, from callback or promise. */
const functions = {
  both: `exports.main = async (event, context, callback) => {
    await new Promise((done) => setTimeout(done, 5));
    callback(null, { from: 'callback' });
  };`,
  chained: `exports.main = (event, context, callback) =>
    Promise.resolve('bytes').then((text) => callback(null, { text }));`,
  failing: `exports.main = async (event, context, callback) => { callback(new Error('told by callback')); };`,
  late: `exports.main = async (event, context, callback) => {
    setTimeout(() => callback(null, { from: 'callback' }), 20);
    return { from: 'promise' };
  };`,
  thenable: `exports.main = () => ({ then: (resolve) => resolve({ from: 'thenable' }) });`,
};

let host: Host;
beforeAll(async () => {
  host = await startHost(functions);
});
afterAll(() => host.stop());

const call = async (name: string): Promise<unknown> => (await host.app.callFunction({ name, data: {} })).result;

describe('the first answer of a function counts', () => {
  test.each([
    ['a callback called before the promise ends', 'both', { from: 'callback' }],
    ['a callback called at the end of the chain that is returned', 'chained', { text: 'bytes' }],
    ['a promise that ends before the callback is called', 'late', { from: 'promise' }],
    ['anything with a then', 'thenable', { from: 'thenable' }],
  ])('%s', async (_name, name, expected) => {
    expect(await call(name)).toEqual(expected);
  });

  test('a failure told by the callback of an asynchronous function is a failure', async () => {
    await expect(call('failing')).rejects.toThrow('told by callback');
  });
});
