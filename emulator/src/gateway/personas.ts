import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '../operator-error';

/** A demo user: stands in for a WeChat login on a laptop. */
export interface Persona {
  id: string;
  label: string;
  description?: string;
  /** What WeChat would tell the functions. Never leaves the emulator. */
  openid: string;
  unionid?: string;
  /** Id among the environment's users, where the project uses CloudBase logins. */
  uid?: string;
  /** Id in the project's own login. */
  customUserId?: string;
  nickName?: string;
  avatarUrl?: string;
  username?: string;
  email?: string;
  phone?: string;
}

/** The fields that a persona may leave out; all are texts. */
const OPTIONAL = [
  'description',
  'unionid',
  'uid',
  'customUserId',
  'nickName',
  'avatarUrl',
  'username',
  'email',
  'phone',
] as const;

/** What identifies one user; no two personas may share a value. */
export type UniqueField = 'id' | 'openid' | 'uid' | 'customUserId' | 'username' | 'email' | 'phone';

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
    return this.with('id', id);
  }

  withOpenid(openid: string): Persona | undefined {
    return this.with('openid', openid);
  }

  /** The persona of whom this is true. */
  with(field: UniqueField, value: string): Persona | undefined {
    this.reload();
    return this.list.find((persona) => persona[field] === value);
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
  const personas = list.map((entry: unknown, index) => {
    const fields = (entry ?? {}) as Record<string, unknown>;
    const { id, label, openid } = fields;
    if (![id, label, openid].every((value) => typeof value === 'string' && value !== '')) {
      throw new OperatorError(`演示身份文件第 ${index + 1} 项应有文字的 id、label 和 openid：${file}`);
    }
    const wrong = OPTIONAL.find((key) => fields[key] !== undefined && typeof fields[key] !== 'string');
    if (wrong) throw new OperatorError(`演示身份文件第 ${index + 1} 项的 ${wrong} 应是文字：${file}`);
    return entry as Persona;
  });
  for (const field of ['id', 'openid', 'uid', 'customUserId', 'username', 'email', 'phone'] as const) {
    checkUnique(personas, field, file);
  }
  return personas;
}

function checkUnique(personas: readonly Persona[], field: UniqueField, file: string): void {
  const seen = new Set<string>();
  for (const persona of personas) {
    const value = persona[field];
    if (value === undefined) continue;
    // An openid belongs in no message.
    const named = field === 'id' ? ` “${value}”` : '';
    if (seen.has(value)) throw new OperatorError(`演示身份文件里 ${field}${named} 重复：${file}`);
    seen.add(value);
  }
}
