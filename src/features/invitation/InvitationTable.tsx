import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { formDate } from '@contract/day';
import type { Invitation } from '@contract/domains/invitation/actions';
import { invitationStateNames } from '@contract/domains/invitation/constants';
import { roleNames } from '@contract/roles';
import type { Column } from '@/shared/ui/Table/arrange';
import { Table } from '@/shared/ui/Table/Table';
import { InvitationCard } from './InvitationCard';
import { InvitationWays } from './InvitationWays';
import { spacedCode } from './words';
import './InvitationCard.scss';

const columnsWith = (drawn: string | null, draw: (id: string | null) => void): Column<Invitation>[] => [
  {
    key: 'code',
    title: '邀请码',
    width: 'minmax(136px, 1fr)',
    cell: ({ code, state }) => (
      <Text className={state === 'open' ? 'invitation__small' : 'invitation__small invitation__small--over'}>
        {spacedCode(code)}
      </Text>
    ),
  },
  {
    key: 'what',
    title: '请来做什么',
    width: 'minmax(0, 1fr)',
    cell: ({ role, approval }) => (role === null ? (approval ? '加入，须同意' : '加入') : roleNames[role]),
  },
  {
    key: 'used',
    title: '已用',
    width: '72px',
    cell: ({ used, limit }) => `${used}/${limit}`,
    order: (one, other) => one.used - other.used,
  },
  {
    key: 'until',
    title: '有效期',
    width: '112px',
    cell: ({ state, expiresAt }) => (state === 'open' ? `至 ${formDate(expiresAt)}` : invitationStateNames[state]),
    order: (one, other) => one.expiresAt - other.expiresAt,
  },
  { key: 'note', title: '备注', width: 'minmax(0, 1fr)', cell: ({ note }) => note, optional: 'shown' },
  {
    key: 'ways',
    title: '',
    width: '232px',
    cell: (invitation) => (
      <InvitationWays
        invitation={invitation}
        drawn={drawn === invitation.id}
        onDraw={(on) => draw(on ? invitation.id : null)}
      />
    ),
  },
];

/** Invitations: a table where there is room, and on a phone cards. */
export function InvitationTable({ invitations, more }: { invitations: readonly Invitation[]; more: boolean }) {
  // One at a time, and kept here, since a row of a long list remembers nothing.
  const [drawn, setDrawn] = useState<string | null>(null);
  return (
    <View>
      <Table
        label="邀请"
        remember="invitations"
        columns={columnsWith(drawn, setDrawn)}
        items={invitations}
        keyOf={({ id }) => id}
        nameOf={({ code }) => code}
        more={more}
        row={(invitation) => (
          <InvitationCard
            invitation={invitation}
            drawn={drawn === invitation.id}
            onDraw={(on) => setDrawn(on ? invitation.id : null)}
          />
        )}
      />
    </View>
  );
}
