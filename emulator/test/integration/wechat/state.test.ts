import { join } from 'node:path';
import { createEmulator } from '../../../src/emulator';
import { importState } from '../../../src/state/import';
import { READER, startWechat } from './support';

test('messages, agreements, switches and verdicts that wait travel with an export', async () => {
  const host = await startWechat();
  const { wechat } = host.emulator;
  wechat.grantConsent(READER, 'T', 2);
  await host.node('subscribeMessage.send', { touser: READER, template_id: 'T', data: { thing1: { value: '好' } } });
  wechat.visit(READER);
  const media = { media_url: 'https://example.com/1.png', media_type: 2, version: 2, scene: 1, openid: READER };
  await host.node('security.mediaCheckAsync', media);
  wechat.set({ moderation: 'review' });
  const told = [wechat.deliveries(), wechat.settings()];
  const { traceId } = wechat.pendingMedia()[0]!;
  const dir = join(host.directory, 'export');
  const dataDir = join(host.directory, 'elsewhere');
  await host.emulator.exportState(dir);
  await importState({ dir, dataDir, replace: false });
  const other = await createEmulator({ port: 0, dataDir, log: 'quiet' });
  try {
    expect([other.wechat.deliveries(), other.wechat.settings()]).toEqual(told);
    expect(other.wechat.consents()).toMatchObject([{ templateId: 'T', left: 1 }]);
    expect(other.wechat.pendingMedia()).toMatchObject([{ traceId, url: 'https://example.com/1.png' }]);
  } finally {
    await other.stop();
    await host.stop();
  }
});
