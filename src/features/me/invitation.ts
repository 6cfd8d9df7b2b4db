import { copyText } from '@/shared/copyText';

/** What an organiser sends to somebody who shall join. */
export const invitation = ({ name, joinCode }: { name: string; joinCode: string }): string =>
  `邀请您加入“${name}”。在微信里打开小程序“书香”，填邀请码 ${joinCode} 和姓名，约一分钟。`;

export const copyInvitation = (org: { name: string; joinCode: string }): void =>
  void copyText(invitation(org), '邀请的话已复制，粘贴给对方就行');
