import { View } from '@tarojs/components';
import { instantLabel } from '@contract/day';
import type { PeopleProps } from './RosterPeople';
import { placeOf } from './rosterText';
import './RosterTable.scss';

/** The same roster where there is room: a line for each person, a column for each question. */
export function RosterTable({ people, form, capacity }: PeopleProps) {
  const heads = ['次序', '姓名', '席位', ...form.map(({ label }) => label), '报名时间'];
  return (
    <View className="sx-roster-table">
      <View className="sx-roster-table__grid" ariaRole="table">
        <View className="sx-roster-table__row" ariaRole="row">
          {heads.map((head, index) => (
            <View key={index} className="sx-roster-table__cell sx-roster-table__cell--head" ariaRole="columnheader">
              {head}
            </View>
          ))}
        </View>
        {people.map((person) => {
          const answers = new Map(person.answers.map(({ fieldId, value }) => [fieldId, value]));
          const cells = [
            String(person.order),
            person.name,
            placeOf(person, capacity),
            ...form.map(({ id }) => answers.get(id) ?? '—'),
            instantLabel(person.at),
          ];
          return (
            <View key={person.order} className="sx-roster-table__row" ariaRole="row">
              {cells.map((cell, index) => (
                <View key={index} className="sx-roster-table__cell" ariaRole="cell">
                  {cell}
                </View>
              ))}
            </View>
          );
        })}
      </View>
    </View>
  );
}
