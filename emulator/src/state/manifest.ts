import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { digest } from '../store/digest';
import { blobPath, EXPORT_VERSION, FORMAT_NAME, MANIFEST_FILE, manifestHash, type Manifest } from './format';

/** Files an export may name: anything else in a manifest did not come from us. */
const PATH = /^(schema\.json|files\.ndjson|(collections|tables)\/~?[\w-]+\.ndjson|files\/[0-9a-f]{64})$/;

/** Reads the manifest of an export. Throws OperatorError when there is none, it is damaged, or of a newer format. */
export function readManifest(dir: string): Manifest {
  const path = join(resolve(dir), MANIFEST_FILE);
  if (!existsSync(path)) throw new OperatorError(`${resolve(dir)} 不是一份导出：其中没有 ${MANIFEST_FILE}`);
  let value: Partial<Manifest> | null;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
  } catch (error) {
    throw damaged(MANIFEST_FILE, (error as Error).message);
  }
  if (value?.format !== FORMAT_NAME || typeof value.version !== 'number') {
    throw new OperatorError(`${path} 不是本地云开发的导出清单`);
  }
  if (value.version > EXPORT_VERSION) {
    throw new OperatorError(
      `这份导出来自更新的版本（导出格式 ${value.version}，本程序最高支持 ${EXPORT_VERSION}）：${resolve(dir)}。请升级本程序。`,
    );
  }
  const manifest = value as Manifest;
  if (hashOf(manifest) !== manifest.hash?.value) throw damaged(MANIFEST_FILE, '总哈希不符');
  const strange = manifest.files.find((file) => !PATH.test(file.path));
  if (strange) throw damaged(MANIFEST_FILE, `未知的文件 ${strange.path}`);
  return manifest;
}

/** `undefined` for what has not even the members that are hashed. */
function hashOf(manifest: Manifest): string | undefined {
  try {
    return manifestHash(manifest);
  } catch {
    return undefined;
  }
}

/** Compares every file of an export with the manifest. Throws OperatorError at the first that differs. */
export async function checkFiles(dir: string, manifest: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = join(resolve(dir), path);
    if (!existsSync(file)) throw damaged(path, '文件不见了');
    if (statSync(file).size !== bytes) throw damaged(path, `应有 ${bytes} 字节，现有 ${statSync(file).size} 字节`);
    if ((await digest(file)).sha256 !== sha256) throw damaged(path, 'SHA-256 不符');
  }
  const listed = new Set(manifest.files.map((file) => file.path));
  for (const { file } of [...manifest.collections, ...manifest.tables, manifest.stored]) {
    if (!listed.has(file)) throw damaged(file, '清单没有它的哈希');
  }
}

/** Lines of a file of the export. Throws OperatorError when their number is not the one of the manifest. */
export async function* linesOf(dir: string, path: string, expected: number): AsyncGenerator<string> {
  const input = createReadStream(join(resolve(dir), path), { encoding: 'utf8', highWaterMark: 256 * 1024 });
  let count = 0;
  let rest = '';
  // Not readline: it ends a line at U+2028 too, which JSON leaves in its strings.
  for await (const piece of input as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) yield line;
    count += lines.length;
  }
  if (count !== expected || rest !== '') throw damaged(path, `应有 ${expected} 行，现有 ${count} 行`);
}

/** Path of a stored file's bytes inside the export. */
export const blobIn = (dir: string, sha256: string): string => join(resolve(dir), blobPath(sha256));

/** The export is not as it was written. */
export function damaged(path: string, detail: string): OperatorError {
  return new OperatorError(`导出已损坏：${path}（${detail}）。没有导入任何数据。请换一份完好的导出。`);
}
