import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/folder';
import { startHost, type Host } from './support';

const personas = join(temporaryFolder('host-personas-'), 'personas.json');
/** A front end of the project's, on a development server. */
const ORIGIN = 'http://localhost:5173';
const source = `exports.main = async (e) => ({ openid: process.env.WX_OPENID, uid: process.env.TCB_UUID,
  ip: process.env.TCB_SOURCE_IP, userInfo: e.userInfo });`;

let host: Host;
let base: string;
beforeAll(async () => {
  writeFileSync(personas, JSON.stringify([{ id: 'a', label: 'A', openid: 'o-a', uid: 'u-a' }]));
  const routes = [{ path: '/mine', enableAuth: true }, { path: '/anyone' }];
  host = await startHost({ mine: source }, { personas, functionConfig: { mine: { routes } }, origins: [ORIGIN] });
  base = `${host.emulator.url}/http`;
});
afterAll(() => host.stop());

describe('who may ask', () => {
  test('a route with enableAuth needs a login; others have no identity at all', async () => {
    const ask = async (path: string, headers: Record<string, string> = {}): Promise<[number, unknown]> => {
      const response = await fetch(base + path, { headers });
      const body = (await response.json()) as { code?: string };
      return [response.status, body.code ?? body];
    };
    expect(await ask('/mine')).toEqual([401, 'MISSING_CREDENTIALS']);
    expect(await ask('/mine', { 'x-emulator-persona': 'nobody' })).toEqual([401, 'INVALID_CREDENTIALS']);
    expect(await ask('/mine', { 'x-emulator-persona': 'a' })).toEqual([
      200,
      { openid: 'o-a', uid: 'u-a', ip: '127.0.0.1' },
    ]);
    expect(await ask('/anyone', { 'x-emulator-persona': 'a' })).toEqual([200, { ip: '127.0.0.1' }]);
  });

  test('trusted pages are answered with CORS headers, preflights by the service; others are refused', async () => {
    const origin = ORIGIN;
    const asked = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-own' };
    const preflight = await fetch(`${base}/anyone`, { method: 'OPTIONS', headers: { origin, ...asked } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-own');
    const reply = await fetch(`${base}/anyone`, { headers: { origin } });
    expect(reply.headers.get('access-control-allow-credentials')).toBe('true');
    for (const stranger of ['https://evil.example', 'http://localhost:5174'])
      expect((await fetch(`${base}/anyone`, { headers: { origin: stranger } })).status).toBe(403);
  });
});

describe('declarations', () => {
  const start = (routes: unknown): Promise<Host> =>
    startHost({ echo: source }, { functionConfig: { echo: { routes: routes as [] } } });

  test.each([
    [{}, '应是一个数组'],
    [['/api'], 'path'],
    [[{ path: 'api' }], 'path 应以 / 开头'],
    [[{ path: '/api/*' }], 'path 应以 / 开头'],
    [[{ path: '/a//b' }], 'path 应以 / 开头'],
    [[{ path: '/__auth/x' }], '保留'],
    [[{ path: '/a', target: 'function:other' }], 'target 应为 function:echo'],
    [[{ path: '/a', qpsPolicy: {} }], '不支持“qpsPolicy”'],
    [[{ path: '/a', enableAuth: 'yes' }], 'enableAuth'],
    [[{ path: '/a', pathRewrite: { staticStorePrefix: '/x' } }], 'pathRewrite'],
    [[{ path: '/a' }, { path: '/a' }], '被声明了两次'],
  ])('%j is refused at the start, in Chinese', async (routes, message) => {
    await expect(start(routes)).rejects.toThrow(message);
  });

  test('gateway.routes of cloudbaserc.json is understood in config.json', async () => {
    const own = await startHost({});
    own.write('web', 'exports.main = async ({ path }) => path;', {
      gateway: { routes: [{ path: '/', target: 'function:web' }] },
    });
    await own.restart();
    expect(await (await fetch(`${own.emulator.url}/http/any/where`)).text()).toBe('/any/where');
    expect(await (await fetch(`${own.emulator.url}/http`)).text()).toBe('/');
    await own.stop();
  });
});
