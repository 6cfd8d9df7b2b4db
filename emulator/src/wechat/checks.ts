import { WireError, type Json } from '../service';
import { isDuration } from './config';
import type { MediaVerdict } from './media';
import { OPEN_APIS, type Fault, type ModerationMode, type Verdict, type WechatSettings, type WordRule } from './types';

/** Checks of what testers send, over HTTP or from the console. Each throws WireError INVALID_PARAM. */

const VERDICTS: readonly Verdict[] = ['pass', 'review', 'risky'];
const MODES: readonly ModerationMode[] = [...VERDICTS, 'down', 'timeout'];
const FAULTS: readonly Fault[] = ['down', 'timeout', 'quota'];
const MAX_RULES = 200;
const MAX_WORD = 100;
const MAX_GRANT = 100;

const bad = (what: string): WireError => new WireError('INVALID_PARAM', what);

function among<T extends string>(value: unknown, known: readonly T[], what: string): T {
  const found = known.find((item) => item === value);
  if (found !== undefined) return found;
  throw bad(`${what} 应为 ${known.join('、')} 之一`);
}

export const checkVerdict = (value: unknown): MediaVerdict =>
  among<MediaVerdict>(value, [...VERDICTS, 'unreachable'], 'verdict');

export function checkTimes(value: unknown): number {
  const times = value ?? 1;
  if (Number.isInteger(times) && (times as number) >= 1 && (times as number) <= MAX_GRANT) return times as number;
  throw bad(`times 应为 1 到 ${MAX_GRANT} 的整数`);
}

export function checkText(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw bad(`${what} 应为文字`);
}

export function checkRule(value: unknown): WordRule {
  const { word, verdict } = (typeof value === 'object' && value !== null ? value : {}) as Json;
  const text = checkText(word, '词').trim();
  if (text === '' || text.length > MAX_WORD) throw bad(`词应有 1 到 ${MAX_WORD} 个字`);
  return { word: text, verdict: among(verdict, VERDICTS, 'verdict') };
}

function checkRules(value: unknown): WordRule[] {
  if (!Array.isArray(value) || value.length > MAX_RULES) throw bad(`rules 应为数组，最多 ${MAX_RULES} 条`);
  return value.map(checkRule);
}

function checkFaults(value: unknown): WechatSettings['faults'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad('faults 应为 {接口: 故障}');
  const entries = Object.entries(value).filter(([, fault]) => fault !== null);
  return Object.fromEntries(
    entries.map(([api, fault]) => [among(api, OPEN_APIS, '接口'), among(fault, FAULTS, '故障')] as const),
  );
}

const flag =
  (name: string) =>
  (value: unknown): boolean => {
    if (typeof value === 'boolean') return value;
    throw bad(`${name} 应为 true 或 false`);
  };

function checkPhone(value: unknown): string | null {
  if (value === null || (typeof value === 'string' && /^\d{5,15}$/.test(value))) return value;
  throw bad('phoneNumber 应为 5 到 15 位数字或 null');
}

function checkDelay(value: unknown): number | null {
  if (value === null || isDuration(value)) return value;
  throw bad('mediaDelayMs 应为毫秒数（最多 30 分钟）或 null');
}

const CHECKS: { [K in keyof WechatSettings]: (value: unknown) => WechatSettings[K] } = {
  moderation: (value) => among(value, MODES, 'moderation'),
  rules: checkRules,
  everyoneConsents: flag('everyoneConsents'),
  everyoneWrote: flag('everyoneWrote'),
  phoneNumber: checkPhone,
  faults: checkFaults,
  pushFunction: (value) => (value === null ? null : checkText(value, 'pushFunction')),
  mediaDelayMs: checkDelay,
};

/** The settings in a request; what is not named stays as it is. */
export function checkSettings(body: Json): Partial<WechatSettings> {
  const entries = Object.entries(body).map(([key, value]) => {
    if (!Object.hasOwn(CHECKS, key)) throw bad(`没有 ${key.slice(0, 50)} 这一项`);
    return [key, CHECKS[key as keyof WechatSettings](value)] as const;
  });
  return Object.fromEntries(entries);
}
