import { post, startHost, type Host } from '../host/support';

let host: Host;
beforeAll(async () => {
  host = await startHost({}, { maxFileBytes: 1000 });
});
afterAll(() => host.stop());

interface Metadata {
  url: string;
  authorization: string;
  token: string;
  fileId: string;
  cosFileId: string;
}

async function metadata(path: string): Promise<Metadata> {
  const { body } = await post(host.emulator.adminUrl, { action: 'storage.getUploadMetadata', path, method: 'put' });
  return body.data as Metadata;
}

/** A form as SDK 2 sends it: a buffer is a part without a file name. */
async function send(
  url: string,
  fields: Record<string, string>,
  file: Buffer,
): Promise<{ status: number; text: string }> {
  const boundary = '--------------------------013579';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return { status: response.status, text: await response.text() };
}

const fieldsOf = ({ authorization, token, cosFileId }: Metadata, key: string): Record<string, string> => ({
  Signature: authorization,
  'x-cos-security-token': token,
  'x-cos-meta-fileid': cosFileId,
  key,
});

const stored = async (fileID: string): Promise<Buffer> => {
  const { fileContent } = await host.app.downloadFile({ fileID });
  return fileContent as unknown as Buffer;
};

describe('a file posted as a form, as SDK 2 does', () => {
  test('is stored byte for byte, and the answer is empty', async () => {
    const path = '图片/a|b 1.jpeg';
    const ticket = await metadata(path);
    const bytes = Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 7) % 256));
    expect(await send(ticket.url, fieldsOf(ticket, path), bytes)).toEqual({ status: 204, text: '' });
    expect((await stored(ticket.fileId)).equals(bytes)).toBe(true);
  });

  test.each<[string, (fields: Record<string, string>) => Record<string, string>, number, string]>([
    ['without a signature', ({ key }) => ({ key: key! }), 403, 'SignatureDoesNotMatch'],
    [
      'with another signature',
      (fields) => ({ ...fields, Signature: 't=9999999999&sign=00' }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['under another key', (fields) => ({ ...fields, key: 'other.txt' }), 403, 'SignatureDoesNotMatch'],
  ])('is refused %s, in XML, and nothing is stored', async (name, change, status, code) => {
    const path = `refused ${name}.txt`;
    const ticket = await metadata(path);
    const answer = await send(ticket.url, change(fieldsOf(ticket, path)), Buffer.from('x'));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
    await expect(stored(ticket.fileId)).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
  });

  test.each([
    [1001, 'just above the limit'],
    [200_000, 'far above the limit'],
  ])('of %i bytes, %s, is refused, and the old file stays', async (size) => {
    const ticket = await metadata('kept.txt');
    await send(ticket.url, fieldsOf(ticket, 'kept.txt'), Buffer.from('old'));
    const answer = await send(ticket.url, fieldsOf(ticket, 'kept.txt'), Buffer.alloc(size));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<Code>EntityTooLarge</Code>');
    expect((await stored(ticket.fileId)).toString()).toBe('old');
  });

  test('that is no form, or ends in the middle, is refused', async () => {
    const { url } = await metadata('broken.txt');
    for (const [type, body] of [
      ['text/plain', 'hello'],
      ['multipart/form-data', 'hello'],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhal'],
    ] as const) {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('<Code>MalformedPOSTRequest</Code>');
    }
  });

  test('other methods are told which to use', async () => {
    const { url } = await metadata('a.txt');
    const response = await fetch(url, { method: 'PATCH', body: 'x' });
    expect([response.status, await response.text()]).toEqual([405, expect.stringContaining('Use PUT or POST.')]);
  });
});
