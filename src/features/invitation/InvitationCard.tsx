import { Text } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { Card } from '@/shared/ui/Card/Card';
import { InvitationWays } from './InvitationWays';
import { invitationLine, spacedCode } from './words';
import './InvitationCard.scss';

/** One invitation: its code, how it stands, and what can be done with it. */
export function InvitationCard(props: ComponentProps<typeof InvitationWays>) {
  const { code, state, note } = props.invitation;
  return (
    <Card>
      <Text className={`invitation__code ${state === 'open' ? '' : 'invitation__code--over'}`}>{spacedCode(code)}</Text>
      <Text className="invitation__line">{invitationLine(props.invitation)}</Text>
      {note !== '' && <Text className="invitation__line">{note}</Text>}
      <InvitationWays {...props} />
    </Card>
  );
}
