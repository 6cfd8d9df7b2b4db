import { memberId } from '../../../scripts/seed/documents';
import { eraseMember } from '../../../cloudfunctions/jobs/persons';
import { localFiles } from '../../../scripts/lib/database';
import { noon } from '../../support/noon';
import { exif, jpeg, png } from '../../support/pictures';
import { runJob } from '../../support/runJob';
import { newCommandId, startStack, type Stack } from '../../support/stack';
import { upload } from '../../support/upload';

/*
 * Uploads through the real SDK and the local cloud's storage, by the deployed bundles.
 */

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'demo', clock: noon() });
}, 120_000);
afterAll(() => stack.stop());

const command = () => ({ commandId: newCommandId() });
const ticketFor = async (kind: 'jpeg' | 'png', size: number) =>
  (await stack.call('youth', 'file.ticket', { ...command(), purpose: 'feedback', kind, size })).ticket;
const finish = (id: string) => stack.callAs('youth', 'file.finish', { ...command(), id });
const storedFiles = () => (stack.emulator.info().services as { storage: { files: number } }).storage;

it('a photograph comes back without where it was taken, by an address that was asked for', async () => {
  const bytes = jpeg({ more: [exif(3, 'GPS 30.5,114.3')] });
  const ticket = await ticketFor('jpeg', bytes.length);
  await upload(stack.url, { persona: 'youth', path: ticket.path }, bytes);
  const done = await finish(ticket.id);
  expect(done).toMatchObject({ ok: true, data: { file: { kind: 'jpeg', width: 8, height: 8 } } });
  const { url } = await stack.call('youth', 'file.open', { id: ticket.id });
  const read = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(read.includes('GPS')).toBe(false);
  expect(read.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  // The upload itself is gone, and with the person goes the rest.
  expect(storedFiles().files).toBe(1);
  const files = localFiles(stack.emulator.adminUrl);
  await runJob(eraseMember, stack.db, noon(), memberId('youth'), files);
  expect(await stack.db.files.count({})).toBe(0);
  expect(storedFiles().files).toBe(0);
  expect((await fetch(url)).status).toBe(404);
}, 60_000);

it.each(['../up/a.png', 'up/../kept/a.png', 'up/a\0.png', '/etc/passwd', 'up//a.png', 'up\\a.png'])(
  'nothing is stored under the path %j (figure 21)',
  async (path) => {
    const before = storedFiles().files;
    const reply = await upload(stack.url, { persona: 'cadre', path }, png());
    expect(reply.fileID).toBeUndefined();
    expect(storedFiles().files).toBe(before);
  },
);

it.each([
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['another kind of picture', jpeg()],
  ['a cut picture', png().subarray(0, 40)],
  ['a bomb', png({}, { width: 60_000, height: 60_000 })],
  ['nothing', Buffer.alloc(0)],
])('%s that was announced as a PNG is not accepted and not kept (figure 21)', async (_, bytes) => {
  const before = storedFiles().files;
  const asked = { ...command(), purpose: 'feedback', kind: 'png', size: 100 } as const;
  const { ticket } = await stack.call('cadre', 'file.ticket', asked);
  await upload(stack.url, { persona: 'cadre', path: ticket.path }, bytes);
  const reply = await stack.callAs('cadre', 'file.finish', { ...command(), id: ticket.id });
  expect(reply.ok).toBe(false);
  expect(storedFiles().files).toBe(before);
});

it('a file under another path than the ticket’s is not taken for it', async () => {
  const asked = { ...command(), purpose: 'feedback', kind: 'png', size: 100 } as const;
  const { ticket } = await stack.call('cadre', 'file.ticket', asked);
  await upload(stack.url, { persona: 'cadre', path: `${ticket.path}.png` }, png());
  expect(await stack.callAs('cadre', 'file.finish', { ...command(), id: ticket.id })).toMatchObject({
    code: 'FILE_MISSING',
  });
});
