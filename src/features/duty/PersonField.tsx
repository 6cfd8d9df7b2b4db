import { Text, View } from '@tarojs/components';
import { personField } from '@contract/domains/duty/fields';
import { useField } from '@/shared/form/useField';
import { usePick } from '@/shared/pick';
import { isPermitted, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button/Button';
import { Field } from '@/shared/ui/Field/Field';
import { TextField } from '@/shared/ui/TextField/TextField';
import type { Words } from './words';
import './PersonField.scss';

interface Props {
  words: Pick<Words, 'memberId' | 'name'>;
  /** A term that is there is this member's; somebody else's is another. */
  fixed?: boolean;
  /** Members of this org and of all below it are offered. */
  orgId: string;
  onChange: (person: Pick<Words, 'memberId' | 'name'>) => void;
}

/** Who it is: a member, chosen from those of the org, or a name by itself for somebody who does not use the system. */
export function PersonField({ words, fixed = false, orgId, onChange }: Props) {
  const field = useField('person');
  const session = useSession();
  const pick = usePick('memberPick', ({ id, name }) => onChange({ memberId: id, name }));
  const choose = isPermitted(session.data, 'member:see') && (
    <Button kind="text" onClick={() => pick({ orgId })}>
      {words.memberId === null ? '从成员里选' : '换一位'}
    </Button>
  );
  if (words.memberId !== null) {
    return (
      <Field id={field.id} label="谁" error={field.error} hint={fixed ? '换人：先“今天卸任”，再添加下一位' : undefined}>
        <View className="duty-person">
          <Text className="duty-person__name">{words.name}</Text>
          {!fixed && choose}
          {!fixed && (
            <Button kind="text" onClick={() => onChange({ memberId: null, name: '' })}>
              只写姓名
            </Button>
          )}
        </View>
      </Field>
    );
  }
  return (
    <View className="duty-person duty-person--typed">
      <View className="duty-person__field">
        <TextField
          label="谁"
          name="person.name"
          max={personField.max}
          placeholder="姓名"
          value={words.name}
          onChange={(name) => onChange({ memberId: null, name })}
        />
      </View>
      {choose}
    </View>
  );
}
