import { formDate, instantLabel } from '@contract/day';
import { mergeEndings } from '@contract/domains/member/constants';
import type { Merge } from '@contract/domains/member/mergeActions';
import { roleNames } from '@contract/roles';

/** 林晓（汉语言文学 2401 团支部）. */
export const recordText = (record: Merge['from']): string =>
  record === null ? '' : `${record.name}（${record.orgs.join('、') || '暂无组织'}）`;

/** What is to happen, as a title of its own. */
export const mergeTitle = ({ from, to }: Pick<Merge, 'from' | 'to'>): string =>
  from === null ? '并入一个旧账号' : `${recordText(from)} 并到 ${recordText(to)}`;

const joinedText = (which: string, at: number | null): string => (at === null ? '' : `，${which} ${formDate(at)} 加入`);

/** What whoever agrees above judges by: 由苏知提出，旧账号 2026-01-05 加入，新账号 2026-11-20 加入。 */
export const judgedText = ({ by, fromJoinedAt, toJoinedAt }: NonNullable<Merge['judgedBy']>): string =>
  `由${by ?? '一位成员'}提出${joinedText('旧账号', fromJoinedAt)}${joinedText('新账号', toJoinedAt)}。`;

/** How it stands, in a sentence. */
export function mergeText({
  state,
  side,
  dueAt,
  rolesLeft,
  ending,
  fromAgreed,
  aboveAgreed,
  mayAgree,
  way,
  stalled,
}: Merge): string {
  const when = dueAt === null ? '' : instantLabel(dueAt);
  if (mayAgree && side === 'from') return '这个账号还在用，所以您不同意就不会合并。同意以后，用新账号登录。';
  switch (state) {
    case 'code':
      return `在换下来的手机上打开“合并账号”，填上面的合并码，${when} 前有效。`;
    case 'asked':
      return side === 'to' ? `旧账号是您的吗？${when} 前答复。` : `等本人在新账号上确认，${when} 前有效。`;
    case 'waiting':
      return way === 'both' || fromAgreed || aboveAgreed
        ? `${when} 开始合并，在那以前都可以撤回。`
        : `旧账号到 ${when} 还没有人用，就请上级决定；还有人在用，要在旧账号上同意。`;
    case 'review':
      return side === 'above'
        ? `旧账号七天没有人用，也没有人答复。请先当面或打电话向本人核实：同意后，旧账号的记录都归新账号，一小时内可以撤回。${when} 前答复。`
        : `旧账号没有人答复，等上级同意，${when} 前有效。上级同意后才开始。`;
    case 'merging':
      if (stalled) return '合并还没有做完，系统每小时再试一次，不用重新办。记录都在。旧账号已经不能登录。';
      return '正在合并，可以离开，完成后这里会写明。旧账号已经不能登录。';
    case 'done':
      return rolesLeft.length === 0
        ? '已合并，打卡、书架和心得都带过来了。'
        : `已合并。${rolesLeft.map((role) => roleNames[role]).join('、')}的职责没有自动带过来，要由有权的人重新授予。`;
    case 'ended':
      return ending === null ? '没有合并。' : `没有合并：${mergeEndings[ending]}。`;
  }
}
