import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { startWechat, type Params, type WechatHost } from './support';

const API = 'wxacode.getUnlimited';

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat({ wechat: { pages: ['pages/index/index'] } });
});
afterAll(() => host.stop());
beforeEach(() => host.emulator.wechat.set({ faults: {} }));

/** What a camera reads in an image, and its size. */
function scan(bytes: Buffer): { text: string; width: number; height: number; corner: number[] } {
  const { width, height, data } = PNG.sync.read(bytes);
  const seen = new Uint8ClampedArray(data);
  // Where the image is transparent, a camera sees the paper behind it.
  for (let at = 0; at < seen.length; at += 4) if (seen[at + 3] === 0) seen.set([255, 255, 255, 255], at);
  return { text: jsQR(seen, width, height)?.data ?? '', width, height, corner: [...data.subarray(0, 4)] };
}

const imageOf = async (params: Params): Promise<Buffer> => {
  const { contentType, buffer } = await host.wx(API, params);
  expect(contentType).toBe('image/png');
  return buffer as Buffer;
};

test('the code can be scanned: it holds a local address with page and scene, in the width that was asked for', async () => {
  const image = await imageOf({ scene: "a=1&b='x'", page: 'pages/index/index', width: 280 });
  const { text, width, height } = scan(image);
  expect([width, height]).toEqual([280, 280]);
  const address = new URL(text);
  expect(address.origin).toBe(host.emulator.url);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    page: 'pages/index/index',
    scene: "a=1&b='x'",
    env_version: 'release',
  });
  expect(await (await fetch(text)).json()).toEqual({
    page: 'pages/index/index',
    scene: "a=1&b='x'",
    env_version: 'release',
  });
});

test('430 pixels and white ground by default; colour and transparent ground when they are asked for', async () => {
  expect(scan(await imageOf({ scene: 's' }))).toMatchObject({ width: 430, corner: [255, 255, 255, 255] });
  const image = await imageOf({ scene: 's', isHyaline: true, lineColor: { r: 20, g: '60', b: 90 } });
  const { corner, text } = scan(image);
  expect(corner[3]).toBe(0);
  expect(text).toContain('scene=s');
  const { data } = PNG.sync.read(image);
  const dark = [...Array(data.length / 4).keys()].find((pixel) => data[pixel * 4 + 3] === 255)!;
  expect([...data.subarray(dark * 4, dark * 4 + 3)]).toEqual([20, 60, 90]);
});

test('a function gets the same image through wx-server-sdk, and through node-sdk as base64', async () => {
  const { base64 } = await host.wxInFunction(API, { scene: 'in' });
  expect(scan(Buffer.from(base64 as string, 'base64')).text).toContain('scene=in');
  const reply = await host.node(API, { scene: 'out' });
  expect(reply).toMatchObject({ errcode: 0, contentType: 'image/png' });
  expect(scan(Buffer.from(reply.buffer as string, 'base64')).text).toContain('scene=out');
});

test.each<[string, Params, number]>([
  ['no scene', { scene: undefined }, 40169],
  ['33 characters', { scene: 'x'.repeat(33) }, 40169],
  ['Chinese', { scene: '书' }, 40129],
  ['a percent sign', { scene: 'a%20b' }, 40129],
  ['a space', { scene: 'a b' }, 40129],
  ['a page that is not published', { page: 'pages/none/index' }, 41030],
  ['a page with a leading slash', { page: '/pages/index/index' }, 41030],
  ['a page with parameters', { page: 'pages/index/index?a=1' }, 41030],
  ['an unknown version', { env_version: 'beta' }, 40097],
  ['279 pixels', { width: 279 }, 40097],
  ['1,281 pixels', { width: 1281 }, 40097],
  ['a colour beyond 255', { line_color: { r: 256, g: 0, b: 0 } }, 40097],
  ['a switch that is no boolean', { is_hyaline: 'yes' }, 47001],
])('%s is refused', async (_, part, code) => {
  const params = { scene: 'x', ...part };
  expect(await host.node(API, params)).toMatchObject({ errcode: code });
  expect(await host.wx(API, params)).toMatchObject({ errCode: code });
});

test('with check_path false a page need not be published', async () => {
  expect(scan(await imageOf({ scene: 'x'.repeat(32), page: 'pages/none/index', checkPath: false })).text).toContain(
    'none',
  );
});

test('too many calls are refused when a tester wants it', async () => {
  host.emulator.wechat.set({ faults: { [API]: 'quota' } });
  expect(await host.wx(API, { scene: 'x' })).toMatchObject({ errCode: 45009 });
});

test.each([
  ['wxacode.get', '/wxa/getwxacode', 1024],
  ['wxacode.createQRCode', '/cgi-bin/wxaapp/createwxaqrcode', 128],
])('%s: a code leads to a path with its parameters, however they are written', async (name, url, most) => {
  const path = 'pages/none/index?id=7&name=%E4%B9%A6';
  const { contentType, buffer } = await host.wx(name, { path });
  expect(contentType).toBe('image/png');
  const { text, width } = scan(buffer as Buffer);
  expect(width).toBe(430);
  expect(await (await fetch(text)).json()).toEqual({ path, env_version: 'release' });
  const reply = await host.node(url, { path: 'p'.repeat(most), width: 300 });
  expect(scan(Buffer.from(reply.buffer as string, 'base64'))).toMatchObject({ width: 300 });
  expect(await host.wx(name, { path: 'p'.repeat(most + 1) })).toMatchObject({ errCode: 40159 });
  expect(await host.wx(name, {})).toMatchObject({ errCode: 40159 });
  expect(await host.wx(name, { path: '书' })).toMatchObject({ errCode: 41030 });
});
