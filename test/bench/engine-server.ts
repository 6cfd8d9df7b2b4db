import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDatabaseService } from '../../emulator/database/service';
import type { Json, SchemaFile } from '../../emulator/service';
import { openFolder } from '../../emulator/store/folder';

export interface EngineServer {
  url: string;
  pid: number;
  /** From starting the process to its first answer. */
  readyMs: number;
  stop(): Promise<void>;
}

/** Starts this file as a process that serves the database of a folder. */
export async function startServer(dir: string, schema: string): Promise<EngineServer> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', __filename, dir, schema], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
  });
  const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'checkins', limit: 1 });
  await (await fetch(`${url}?env=local`, { method: 'POST', body })).text();
  return {
    url,
    pid: child.pid as number,
    readyMs: performance.now() - started,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}

function serve(dir: string, schema: SchemaFile): void {
  const folder = openFolder(dir);
  const service = createDatabaseService({ folder, schema });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
      const action = service.actions[String(body.action)];
      void Promise.resolve(action?.(body, { requestId: 'bench', env: 'local' })).then(
        (reply) => response.end(JSON.stringify({ ...reply, requestId: 'bench' })),
        (error: { code: string; message: string }) =>
          response.end(JSON.stringify({ code: error.code, message: error.message, requestId: 'bench' })),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin\n`);
  });
  process.stdin.resume().on('end', () => {
    void service.stop().then(() => {
      folder.close();
      process.exit(0);
    });
  });
}

const [, file, dir, schema] = process.argv;
if (file === __filename && dir && schema) serve(dir, JSON.parse(schema) as SchemaFile);
