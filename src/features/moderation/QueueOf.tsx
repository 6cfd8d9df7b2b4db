import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Queue as Which } from '@contract/domains/moderation/constants';
import type { Session } from '@contract/domains/me/actions';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { isPermitted, orgsWith } from '@/shared/session/session';
import { Queue } from './Queue';

interface Props {
  session: Session;
  /** The org that somebody came for, such as from 我的. */
  orgId: string | undefined;
  first: Which;
  onOpen: (id: string, orgId: string) => void;
  isCurrent: (id: string) => boolean;
}

/** What one decides about, of one of the orgs for which one decides. */
export function QueueOf({ session, orgId, first, onOpen, isCurrent }: Props) {
  const orgs = orgsWith(session, 'moderation:decide');
  const [org, setOrg] = useState<ChosenOrg | undefined>(orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  const [which, setWhich] = useState(first);
  if (org === undefined) return null;
  return (
    <View className="sx-cases">
      <OrgChoice orgs={orgs} value={org} onChange={setOrg} finds={isPermitted(session, 'org:invite')} />
      <Queue
        key={`${org.id} ${which}`}
        orgId={org.id}
        which={which}
        onWhich={setWhich}
        onOpen={(id) => onOpen(id, org.id)}
        isCurrent={isCurrent}
      />
    </View>
  );
}
