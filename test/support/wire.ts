import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { localDatabase } from '../../scripts/lib/database';
import type { Database } from '../../cloudfunctions/schema';

/** The database behind a wire whose traffic is measured. */
export interface MeasuredDatabase {
  db: Database;
  /** Bytes that the database gave back while `work` ran. */
  bytesOf: (work: () => Promise<unknown>) => Promise<number>;
  close: () => Promise<void>;
}

/** Stands between the SDK and the local cloud and counts what the latter replies, as it travels. */
export async function measuredDatabase(adminUrl: string): Promise<MeasuredDatabase> {
  let bytes = 0;
  const { hostname, port, pathname } = new URL(adminUrl);
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const path = pathname + new URL(incoming.url ?? '', adminUrl).search;
      const headers = { ...incoming.headers, host: `${hostname}:${port}` };
      const onward = request({ hostname, port, path, method: incoming.method, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.on('data', (chunk: Buffer) => (bytes += chunk.length));
        reply.pipe(outgoing);
      });
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    db: localDatabase(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    async bytesOf(work) {
      bytes = 0;
      await work();
      return bytes;
    },
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
