import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MemberRow } from '@contract/domains/member/actions';
import type { Session } from '@contract/domains/me/actions';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { isPermitted, orgsWith } from '@/shared/session/session';
import { MemberList } from './MemberList';
import './MembersOf.scss';

interface Props {
  session: Session;
  /** The org that the page was opened for; without it, the first that the person runs. */
  org: ChosenOrg | undefined;
  onOpen: (member: MemberRow) => void;
  isCurrent?: (id: string) => boolean;
}

/** Members of one of the orgs that the person runs, or of one below it. */
export function MembersOf({ session, org, onOpen, isCurrent }: Props) {
  const orgs = orgsWith(session, 'member:see');
  const [chosen, setChosen] = useState(org ?? orgs[0]);
  if (chosen === undefined) return null;
  return (
    <View className="sx-members">
      <OrgChoice orgs={orgs} value={chosen} onChange={setChosen} finds={isPermitted(session, 'org:invite')} />
      <MemberList key={chosen.id} orgId={chosen.id} onOpen={onOpen} isCurrent={isCurrent} />
    </View>
  );
}
