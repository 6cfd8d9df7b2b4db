import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Session } from '@contract/domains/me/actions';
import { useCommandCall } from '@/shared/call/command';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { isPermitted, orgsWith } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { ChoosePeople } from './ChoosePeople';
import { asInput, chosenIn, countOf, withGroup, type Group } from './groups';
import { GraduationList } from './GraduationList';
import { LastGraduation } from './LastGraduation';
import './Graduate.scss';

/** 毕业转出: who goes where, seen before it is done. */
export function Graduate({ session, orgId }: { session: Session; orgId: string | undefined }) {
  const orgs = orgsWith(session, 'transfer:accept');
  const [org, setOrg] = useState<ChosenOrg | undefined>(orgs.find(({ id }) => id === orgId) ?? orgs[0]);
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const graduate = useCommandCall('transfer.graduate', {
    onDone: ({ graduation }) => {
      setGroups([]);
      snackbar(`${graduation.people} 人转出，各自会在“我的”里看到`);
    },
  });
  if (org === undefined) return null;
  const count = countOf(groups);
  return (
    <View className="graduate">
      <LastGraduation archives={isPermitted(session, 'org:manage')} />
      <View className="graduate__of">
        <OrgChoice
          orgs={orgs}
          value={org}
          onChange={(next) => {
            setOrg(next);
            setGroups([]);
          }}
          finds={isPermitted(session, 'org:invite')}
        />
      </View>
      <ChoosePeople
        key={org.id}
        orgId={org.id}
        chosen={chosenIn(groups)}
        onAdd={(group) => setGroups(withGroup(groups, group))}
      />
      {count > 0 && (
        <>
          <GraduationList
            orgId={org.id}
            groups={groups}
            onRemove={(group) => setGroups(groups.filter((one) => one !== group))}
          />
          <View className="graduate__send">
            <FormError error={graduate.error} />
            <Button
              block
              loading={graduate.pending}
              onClick={() => void graduate.run({ orgId: org.id, groups: asInput(groups) })}
            >
              {`转出 ${count} 人`}
            </Button>
          </View>
        </>
      )}
    </View>
  );
}
