import { Text, View } from '@tarojs/components';
import type { FormField } from '@contract/shared/participation';
import { RosterRow } from './RosterRow';
import type { Person } from './rosterText';

export interface PeopleProps {
  people: readonly Person[];
  form: readonly FormField[];
  capacity: number;
  /** Not everybody is here yet. */
  more?: boolean;
}

/** A roster for a phone: those with a seat, then who waits. */
export function RosterPeople({ people, form, capacity }: PeopleProps) {
  const row = (person: Person) => <RosterRow key={person.order} person={person} form={form} capacity={capacity} />;
  const waiting = people.filter((person) => !person.seated);
  return (
    <View>
      {people.filter((person) => person.seated).map(row)}
      {waiting.length > 0 && <Text className="sx-roster__divide">以下候补，有人取消时自动递补</Text>}
      {waiting.map(row)}
    </View>
  );
}
