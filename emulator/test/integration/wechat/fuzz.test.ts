import fc from 'fast-check';
import { OPEN_APIS } from '../../../src/wechat/types';
import { READER, startWechat, type Params, type WechatHost } from './support';

let host: WechatHost;
beforeAll(async () => {
  host = await startWechat({ wechat: { timeoutMs: 1 } });
  host.emulator.wechat.visit(READER);
  host.emulator.wechat.set({ everyoneConsents: true });
});
afterAll(() => host.stop());

const NAMES = [
  ...['version', 'openid', 'scene', 'content', 'title', 'nickname', 'signature', 'media_url', 'media_type'],
  ...['touser', 'template_id', 'data', 'page', 'miniprogram_state', 'lang', 'check_path', 'env_version', 'width'],
  ...['auto_color', 'line_color', 'is_hyaline', '__proto__', 'constructor', 'toString'],
];

/** Values that are right now and then, so that what lies behind the first check is reached, too. */
const value = fc.oneof(
  fc.constantFrom<unknown>(2, 1, true, READER, 'https://example.com/1.png', 'pages/index/index', { r: 1, g: 2, b: 3 }),
  fc.constantFrom<unknown>({ thing1: { value: '好' } }, { thing1: { value: {} } }, { thing1: null }, 'release', 300),
  fc.jsonValue(),
);
const params = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 12 });

test('whatever an interface is sent, it answers with a code of WeChat’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...OPEN_APIS), params, async (api, sent) => {
      const reply = await host.node(api, { ...sent });
      expect(Number.isInteger(reply.errcode)).toBe(true);
      expect(reply.errmsg).toEqual(expect.any(String));
      const { errCode } = await host.wx(api, { ...sent });
      expect(errCode).toBe(reply.errcode);
    }),
    { numRuns: 200 },
  );
  expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('whatever bytes are sent as a message, they are answered with one', async () => {
  const app = host.app as unknown as Record<string, (options: Params) => Promise<unknown>>;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const options = { apiName: 'security.msgSecCheck', requestData: Buffer.from(bytes) };
      expect(Buffer.isBuffer(await app.callCompatibleWxOpenApi!(options))).toBe(true);
    }),
    { numRuns: 200 },
  );
  expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
});
