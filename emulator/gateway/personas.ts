import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '../options';

/** A demo user: stands in for a WeChat login on a laptop. */
export interface Persona {
  id: string;
  label: string;
  description?: string;
  /** What WeChat would tell the functions. Never leaves the emulator. */
  openid: string;
}

/** A persona as clients may see it. */
export type PersonaSummary = Pick<Persona, 'id' | 'label' | 'description'>;

/** The demo users of a personas file: JSON, `[{id, label, description, openid}]`. Read again when the file changes. */
export class Personas {
  private list: Persona[] = [];
  private version = '';

  constructor(private readonly file: string | undefined) {
    this.reload();
  }

  summaries(): PersonaSummary[] {
    this.reload();
    return this.list.map(({ id, label, description }) => ({ id, label, ...(description ? { description } : {}) }));
  }

  find(id: string): Persona | undefined {
    this.reload();
    return this.list.find((persona) => persona.id === id);
  }

  withOpenid(openid: string): Persona | undefined {
    this.reload();
    return this.list.find((persona) => persona.openid === openid);
  }

  private reload(): void {
    if (this.file === undefined) return;
    const stat = statSync(this.file, { throwIfNoEntry: false });
    if (!stat) throw new OperatorError(`找不到演示身份文件：${this.file}`);
    const version = `${stat.mtimeMs}:${stat.size}`;
    if (version === this.version) return;
    this.list = parse(this.file);
    this.version = version;
  }
}

function parse(file: string): Persona[] {
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(`演示身份文件不是有效的 JSON：${file}（${(error as Error).message}）`);
  }
  if (!Array.isArray(list)) throw new OperatorError(`演示身份文件应是一个数组：${file}`);
  const ids = new Set<string>();
  return list.map((entry: unknown, index) => {
    const { id, label, description, openid } = (entry ?? {}) as Record<string, unknown>;
    const texts = [id, label, openid].every((value) => typeof value === 'string' && value !== '');
    if (!texts || !(description === undefined || typeof description === 'string')) {
      throw new OperatorError(`演示身份文件第 ${index + 1} 项应有文字的 id、label 和 openid：${file}`);
    }
    if (ids.has(id as string)) throw new OperatorError(`演示身份文件里 id “${id as string}” 重复：${file}`);
    ids.add(id as string);
    return entry as Persona;
  });
}
