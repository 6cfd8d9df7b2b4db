import { Text, View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { FormField } from '@contract/shared/participation';
import { placeOf, type Person } from './rosterText';

interface Props {
  person: Person;
  form: readonly FormField[];
  capacity: number;
}

const labelOf = (form: readonly FormField[], fieldId: string): string =>
  form.find((field) => field.id === fieldId)?.label ?? '';

/** One person of a roster: order, name, when they signed up, what they answered. */
export function RosterRow({ person, form, capacity }: Props) {
  const at = instantLabel(person.at);
  return (
    <View className="sx-roster__one">
      <Text className="sx-roster__order">{person.order}</Text>
      <View className="sx-roster__words">
        <View className="sx-roster__line">
          <Text className="sx-roster__name">{person.name}</Text>
          <Text className="sx-roster__state">{person.seated ? at : `${placeOf(person, capacity)} · ${at}`}</Text>
        </View>
        {person.answers.map((answer) => (
          <Text key={answer.fieldId} className="sx-roster__answer">
            {`${labelOf(form, answer.fieldId)}：${answer.value}`}
          </Text>
        ))}
      </View>
    </View>
  );
}
