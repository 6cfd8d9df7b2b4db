import type { HoldReason } from '../../../../contract/domains/moderation/constants';
import { hashOf } from '../../../kernel/ids';

/** Most characters of one text that WeChat takes (`security.msgSecCheck`, version 2). */
export const TEXT_MAX = 2500;

/** Where a text appears, as WeChat tells kinds apart: 1 a profile, 2 a comment, 3 something for many to read. */
export type Scene = 1 | 2 | 3;

/** What WeChat says of one text, or why it says nothing. */
export type Answer = 'pass' | 'review' | 'risky' | Failure;
export type Failure = Extract<HoldReason, 'down' | 'slow' | 'quota' | 'token' | 'visit' | 'unknown'>;

/** What is known of some words before others see them. */
export type Checked =
  { passed: true } | { passed: false; state: 'pending' | 'review' | 'rejected'; why: HoldReason; found: string[] };

/** Texts in pieces that WeChat takes: short ones together, each on lines of its own; long ones split. */
export function piecesOf(texts: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const text of texts.filter((one) => one !== '')) {
    const characters = Array.from(text);
    for (let at = 0; at < characters.length; at += TEXT_MAX) {
      const part = characters.slice(at, at + TEXT_MAX).join('');
      const joined = piece === '' ? part : `${piece}\n${part}`;
      if (Array.from(joined).length <= TEXT_MAX) piece = joined;
      else {
        pieces.push(piece);
        piece = part;
      }
    }
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** By WeChat's codes why there is no verdict (docs/mechanisms/moderation.md). */
const failures: Readonly<Record<string, Failure>> = {
  '-1': 'down',
  '45009': 'quota',
  '61010': 'visit',
};

/** What a reply means; whatever is not understood is no verdict. */
export function answerOf(reply: unknown): Answer {
  const { errcode, result } = { ...(reply as { errcode?: unknown; result?: unknown } | null | undefined) };
  if (errcode !== 0) return failures[String(errcode)] ?? 'unknown';
  const { suggest } = { ...(result as { suggest?: unknown } | null | undefined) };
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unknown';
}

/** What a call that threw means: the cloud refuses those that bring no token of WeChat's. */
export function failureOf(error: unknown): Failure {
  // An error's own words are no enumerable field of it.
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' && message.includes('missing wxCloudApiToken') ? 'token' : 'down';
}

const isFailure = (answer: Answer): answer is Failure => !['pass', 'review', 'risky'].includes(answer);

/** What the answers on all pieces come to: the gravest counts, and where one is missing nothing passes. */
export function checkedBy(answers: readonly Answer[]): Checked {
  if (answers.includes('risky')) return { passed: false, state: 'rejected', why: 'risky', found: [] };
  const failure = answers.find(isFailure);
  if (failure !== undefined) return { passed: false, state: 'pending', why: failure, found: [] };
  return answers.includes('review') ? { passed: false, state: 'review', why: 'review', found: [] } : { passed: true };
}

/** What was found in the local list has a person look, whatever WeChat would say. */
export const foundLocally = (found: string[]): Checked | undefined =>
  found.length === 0 ? undefined : { passed: false, state: 'review', why: 'words', found };

/** Whether a person looks at this one of those that passed: always the same for an id, of many this share. */
export const isSampled = (id: string, percent: number): boolean =>
  Number.parseInt(hashOf('sample', id).slice(0, 8), 16) % 10_000 < percent * 100;
