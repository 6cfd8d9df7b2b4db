import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nameField } from '@contract/domains/me/fields';
import { cleanText } from '@contract/text';
import type { PickedMember } from '@/routes/member';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TextField } from '@/shared/ui/TextField/TextField';
import './role.scss';

interface Props {
  /** The person's own role that the other is to have. */
  id: string;
  onPick: (member: PickedMember) => void;
}

/** Those of one name, with their orgs, which tell them apart. */
function Found({ id, name, onPick }: Props & { name: string }) {
  const query = useQueryCall('role.findPerson', { id, name });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={2} />}>
      {({ items }) => (
        <View>
          {items.map((one) => {
            const orgName = one.orgs.join('、');
            return (
              <Row
                key={one.id}
                title={one.name}
                context={orgName}
                onClick={() => onPick({ id: one.id, name: one.name, orgName })}
              />
            );
          })}
          {items.length === 0 && (
            <Empty title={`没有找到“${name}”`} hint="姓名要写全，并且对方在您任职的组织或下属组织里。" />
          )}
        </View>
      )}
    </QueryView>
  );
}

/** Somebody is found by the full name: for those who may not see members, so nothing is suggested while they type. */
export function FindPerson({ id, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const name = cleanText(typed);
  return (
    <View>
      <View className="role-ask">
        <TextField
          label="姓名"
          value={typed}
          onChange={setTyped}
          max={nameField.max}
          hint="写全姓名；每次查找都会记入操作记录"
          focus
        />
      </View>
      <View className="role-acts">
        <Button kind="quiet" disabled={name === ''} onClick={() => setAsked(name)}>
          查找
        </Button>
      </View>
      {asked !== null && (
        <View className="role-ask">
          <Found key={asked} id={id} name={asked} onPick={onPick} />
        </View>
      )}
      <Text className="role-note">只显示姓名完全相同的人和所在组织。</Text>
    </View>
  );
}
