import type { WaitingItem } from '../../../../contract/shared/waiting';
import type { MergeDoc } from '../collections';
import { askedOf } from './merging';

/** How an open merge stands on 我的 of one of those concerned. A code that nobody typed waits for no one. */
export function mergeWaiting(merge: MergeDoc, viewerId: string): WaitingItem[] {
  const { _id: id, byId, people, state, reason, at, dueAt: until } = merge;
  const row = (source: string, title: string, context: string, asks: boolean): WaitingItem[] => [
    { source, id, title, context, asks, at, until },
  ];
  const asked = askedOf(merge, viewerId);
  if (asked === 'to') return row('member.asked', '有一个旧账号，是您的吗', `支部提出合并：${reason}`, true);
  if (asked === 'from')
    return row('member.told', '有人提出把这个账号并到别的账号', '是您的意思请同意，不是请拒绝', true);
  if (state === 'review') {
    return people.includes(viewerId)
      ? row('member.began', '账号合并等上级同意', '旧账号没有人答复，上级同意后才开始', false)
      : row('member.review', '一次账号合并要您同意', '旧账号没有人答复，请先向本人核实', true);
  }
  if (state === 'asked') {
    return viewerId === byId
      ? row('member.began', '您提出的账号合并', '等本人在新账号上确认', false)
      : row('member.began', '账号合并已同意', '等您在新账号上也确认', false);
  }
  if (state === 'waiting') return row('member.began', '账号合并已同意', '到时候自动开始，之前可以撤回', false);
  return state === 'merging' ? row('member.began', '正在合并账号', '打卡、书架和心得都会带过来', false) : [];
}
