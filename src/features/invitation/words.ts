import type { Invitation } from '@contract/domains/invitation/actions';
import { invitationStateNames } from '@contract/domains/invitation/constants';
import { dayLabel, dayOf } from '@contract/day';
import { roleNames } from '@contract/roles';

/** A code in groups of four, as it is read aloud. */
export const spacedCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** What an invitation says of itself in one line. */
export function invitationLine({ state, used, limit, expiresAt, approval, role, roleUntil }: Invitation): string {
  const who = role === null ? '' : `${roleNames[role]}，任期到 ${dayLabel(dayOf(roleUntil ?? 0))}`;
  const parts = [
    who,
    `已用 ${used}/${limit}`,
    state === 'open' ? `${dayLabel(dayOf(expiresAt))}前有效` : invitationStateNames[state],
    approval ? '须同意' : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What is sent to somebody who shall come. */
export function invitationWords({ orgName, code, role }: Pick<Invitation, 'orgName' | 'code' | 'role'>, link?: string) {
  const what = role === null ? `邀请您加入“${orgName}”` : `“${orgName}”请您担任${roleNames[role]}`;
  const way = link === undefined ? '在微信里打开小程序“书香”' : `点开 ${link}，或在微信里打开小程序“书香”`;
  return `${what}。${way}，填邀请码 ${spacedCode(code)}，约一分钟。`;
}
