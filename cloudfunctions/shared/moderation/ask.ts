import { config } from '../../../contract/config';
import type { MemberContext } from '../../kernel/context';
import {
  answerOf,
  checkedBy,
  failureOf,
  foundLocally,
  piecesOf,
  type Answer,
  type Checked,
  type Scene,
} from './rules/check';
import { wordsIn } from './rules/words';

/** What asking needs of a call: WeChat is told whose words they are, and the cloud lets only a mini-program's call ask. */
export type Asking = Pick<MemberContext, 'callWechatAboutCaller'>;

/** What comes first: WeChat's answer or the end of the author's patience. */
export async function inTime<T>(answer: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), config.moderation.deadlineMs);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}

async function answerTo({ callWechatAboutCaller }: Asking, content: string, scene: Scene): Promise<Answer> {
  try {
    return answerOf(await callWechatAboutCaller('security.msgSecCheck', { version: 2, scene, content }));
  } catch (error) {
    return failureOf(error);
  }
}

/**
 * Checks the caller's own words, as they would be read: the local list first, then WeChat, all pieces at once. No round
 * trip to the database. Never throws: whatever goes wrong is no verdict, and nothing passes without one.
 */
export async function checkWords(context: Asking, texts: readonly string[], scene: Scene): Promise<Checked> {
  const local = foundLocally(wordsIn(texts));
  if (local !== undefined) return local;
  const pieces = piecesOf(texts);
  return checkedBy(await Promise.all(pieces.map((piece) => inTime<Answer>(answerTo(context, piece, scene), 'slow'))));
}
