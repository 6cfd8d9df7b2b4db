import { useState } from 'react';
import { View } from '@tarojs/components';
import type { AuditEntry } from '@contract/domains/audit/actions';
import type { Session } from '@contract/domains/me/actions';
import { go } from '@/shared/nav';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { AuditList, type Only } from './AuditList';
import './AuditList.scss';

interface Props {
  session: Session;
  orgId: string | undefined;
  only: Only;
  onOpen: (entry: AuditEntry) => void;
  isCurrent: (id: string) => boolean;
}

/** The audit of one of the orgs whose auditor the person is. */
export function AuditOf({ session, orgId, ...list }: Props) {
  const orgs = orgsWith(session, 'audit:see');
  const [chosen, setChosen] = useState<ChosenOrg | undefined>(orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  if (chosen === undefined) return null;
  // Chains are of everything together, so whether they are whole is the affair of the top.
  const isTop = orgs.some(({ id, kind }) => id === chosen.id && kind === 'committee');
  return (
    <View className="sx-audit">
      <OrgChoice orgs={orgs} value={chosen} onChange={setChosen} finds={false} />
      {isTop && (
        <View className="sx-audit__verify">
          <Button kind="text" onClick={() => go('auditSeals')}>
            核对记录有没有被改动
          </Button>
        </View>
      )}
      <AuditList key={chosen.id} orgId={chosen.id} {...list} />
    </View>
  );
}
